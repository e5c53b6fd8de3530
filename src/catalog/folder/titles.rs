//! Finding the work that a listing names by its printed title.

use std::collections::HashMap;

use crate::catalog::records::{Listing, Resource};
use crate::catalog::suggest::closest;

use super::lines::Spot;
use super::notes::Notes;

/// Searching for the nearest of 70,000 titles takes its time; beyond this many misses the cure speaks for itself.
const MAX_SUGGESTIONS: usize = 50;

/// Every title of every work.
pub(super) struct Titles<'c> {
    resources: &'c [Resource],
    /// Which works have a title as their own, and which as another one.
    by_title: HashMap<&'c str, (Vec<usize>, Vec<usize>)>,
}

impl<'c> Titles<'c> {
    pub(super) fn of(resources: &'c [Resource]) -> Self {
        let mut by_title: HashMap<&str, (Vec<usize>, Vec<usize>)> = HashMap::new();
        for (at, resource) in resources.iter().enumerate() {
            by_title.entry(&resource.title).or_default().0.push(at);
            for title in &resource.titles {
                by_title.entry(title).or_default().1.push(at);
            }
        }
        Self { resources, by_title }
    }

    /// The listing that a printed title makes, if one work has it.
    pub(super) fn listing(&self, spot: Spot<'_>, notes: &mut Notes) -> Option<Listing> {
        let (own, other) = match self.by_title.get(spot.text) {
            Some((own, other)) => (own.as_slice(), other.as_slice()),
            None => (&[][..], &[][..]),
        };
        // A work's own title goes before the same title as another one of somebody else.
        match if own.is_empty() { other } else { own } {
            [at] => {
                let resource = &self.resources[*at];
                Some(Listing { id: resource.id.clone(), title: own.is_empty().then(|| spot.text.to_string()) })
            }
            [] => {
                let message = format!("no work has the title `{}`", spot.text);
                notes.error("missing-work", spot, message, self.cure(spot.text, notes));
                None
            }
            _ => {
                let message = format!("several works have the title `{}`", spot.text);
                let help = "give the work meant here another title by `Also titled`, and list it under that one";
                notes.error("ambiguous-title", spot, message, help);
                None
            }
        }
    }

    fn cure(&self, title: &str, notes: &Notes) -> String {
        let before = notes.report.diagnostics.iter().filter(|d| d.code == "missing-work").count();
        let meant = (before < MAX_SUGGESTIONS).then(|| closest(title, self.by_title.keys().copied())).flatten();
        match meant {
            Some(meant) => format!("did you mean `{meant}`? Titles must agree exactly; `Also titled` gives a work another one"),
            None => "add the work to resources.md, or write its title exactly as it stands there".into(),
        }
    }
}
