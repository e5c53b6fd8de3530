//! Words so common in a language that a question need not be answered with them: they add to a score, and no resource is left out for
//! lacking them. They are decided when the pack is built, and the browser gets only those of its catalog's language.

/// The common words of a language, folded; none for languages that nobody has listed yet.
pub(super) fn words(language: &str) -> &'static str {
    match language.split('-').next() {
        // The Snowball project's English list without contractions, and the modal verbs: of those tried on judged collections it serves best.
        Some("en") => {
            "a about above after again against all am an and any are as at be because been before being below between both but by can cannot \
             could did do does doing down during each few for from further had has have having he her here hers herself him himself his how i if \
             in into is it its itself may me might more most must my myself no nor not of off on once only or other ought our ours ourselves out \
             over own same shall she should so some such than that the their theirs them themselves then there these they this those through to \
             too under until up very was we were what when where which while who whom whose why will with would you your yours yourself \
             yourselves"
        }
        // The same project's Spanish list, without the forms of verbs that are nouns too.
        Some("es") => {
            "a al algo algunas algunos ante antes como con contra cual cuando de del desde donde durante e el ella ellas ellos en entre era eran \
             eres es esa esas ese eso esos esta estaba estamos estan estar estas este esto estos estoy fue fueron ha habia han hasta hay he la las \
             le les lo los mas me mi mis mucho muchos muy nada ni no nos nosotros nuestra nuestras nuestro nuestros o os otra otras otro otros para \
             pero poco por porque que quien quienes se sea ser si sin sobre son soy su sus tambien tanto te tengo ti tiene tienen todo todos tu tus \
             un una uno unos y ya yo"
        }
        _ => "",
    }
}
