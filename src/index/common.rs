//! Words so common in a language that a question need not be answered with them: they add to a score, and no resource is left out for
//! lacking them. They are decided when the pack is built, and the browser gets only those of its catalog's language.

/// The common words of a language, folded; none for languages that nobody has listed yet.
pub(super) fn words(language: &str) -> &'static str {
    match language.split('-').next() {
        Some("en") => {
            "a about an and are as at be been by can could did do does for from had has have how i if in into is it its me my of on or our \
             should so some than that the their them there these they this those to us was we were what when where which who whom whose why \
             will with would you your"
        }
        Some("es") => {
            "a al como con cual cuando de del donde e el ella en es esta este la las lo los me mi no o para pero por que quien se si sin son \
             su sus un una y ya"
        }
        _ => "",
    }
}
