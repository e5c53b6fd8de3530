//! Sections as their pages were (`www/elements/browse.js`): heading, prose, credits, and the groups of listings in their order.

use std::collections::HashSet;

use super::listing::{Style, listing};
use super::markup::{Inline, Markup};
use super::prose::prose;
use crate::catalog::{Group, Resource, Section};
use crate::pack::{Meta, Pack, Storage};

/// Adds sections and lists, and remembers which works it has listed.
pub(super) struct Page<'a, D> {
    pub(super) pack: &'a Pack<D>,
    pub(super) style: Style<'a>,
    /// Numbers of the works that have been listed.
    listed: HashSet<u32>,
    /// The same works in the order in which they were first listed.
    pub(super) works: Vec<Resource>,
}

impl<'a, D: Storage> Page<'a, D> {
    pub(super) fn new(pack: &'a Pack<D>, style: Style<'a>) -> Self {
        Self { pack, style, listed: HashSet::new(), works: Vec::new() }
    }

    /// Whether a work has been listed.
    pub(super) fn has(&self, number: u32) -> bool {
        self.listed.contains(&number)
    }

    /// Adds the sections and, behind all of them, the works that none lists.
    pub(super) fn sections(&mut self, markup: &mut Markup, sections: &[Section], are_all: bool, level: u8) {
        for section in sections {
            self.section(markup, section, level);
        }
        if are_all {
            let words = self.style.words;
            self.others(markup, if sections.is_empty() { words.all_works } else { words.more_works }, level);
        }
    }

    fn section(&mut self, markup: &mut Markup, section: &Section, level: u8) {
        let words = self.style.words;
        let attributes = [("data-section", section.id.as_str()), ("lang", self.style.language), ("dir", "auto")];
        markup.block("section", &attributes, |markup| {
            if !section.path.is_empty() {
                markup.line("p", &[("data-part", "path")], &Inline::text(&section.path.join(" / ")));
            }
            markup.heading(level, &[("data-part", "section-title")], &Inline::text(&section.title));
            if !section.overview.is_empty() {
                markup.block("div", &[("data-part", "overview")], |markup| prose(markup, &section.overview, words));
            }
            for source in &section.sources {
                credit(markup, "credit", words.after, source);
            }
            for group in &section.groups {
                self.group(markup, group, level.saturating_add(1));
            }
            if let Some(name) = section.picture_credit.as_deref().filter(|name| !name.is_empty()) {
                credit(markup, "picture-credit", words.picture_credit, name);
            }
            if !section.also_in_section.is_empty() {
                markup.block("section", &[("data-part", "neighbours")], |markup| {
                    markup.heading(level.saturating_add(1), &[], &Inline::text(words.also_in_section));
                    markup.block("ul", &[], |markup| {
                        for name in &section.also_in_section {
                            markup.line("li", &[], &Inline::text(name));
                        }
                    });
                });
            }
        });
    }

    fn group(&mut self, markup: &mut Markup, group: &Group, level: u8) {
        let inner = level.saturating_add(1);
        markup.block("section", &[("data-part", "group")], |markup| {
            if !group.title.is_empty() {
                markup.heading(level, &[("data-part", "group-title")], &Inline::text(&group.title));
            }
            // A listing whose work isn't there shows nothing, here as in the widget.
            let works: Vec<_> = group
                .listings
                .iter()
                .filter_map(|listing| Some((self.pack.find_resource(&listing.id)?, listing.title.as_deref())))
                .collect();
            if !works.is_empty() {
                markup.block("ul", &[("data-part", "listings")], |markup| {
                    for ((number, resource), title) in works {
                        self.work(markup, number, resource, title, inner);
                    }
                });
            }
            for below in &group.groups {
                self.group(markup, below, inner);
            }
        });
    }

    /// The works that haven't been listed yet, under a heading of their own.
    fn others(&mut self, markup: &mut Markup, heading: &str, level: u8) {
        let others: Vec<u32> = (0..self.pack.meta().resources).filter(|number| !self.listed.contains(number)).collect();
        if others.is_empty() {
            return;
        }
        markup.block("section", &[("data-part", "others"), ("lang", self.style.language), ("dir", "auto")], |markup| {
            markup.heading(level, &[("data-part", "others-title")], &Inline::text(heading));
            markup.block("ul", &[("data-part", "listings")], |markup| {
                for number in others {
                    if let Some(resource) = self.pack.resource(number) {
                        self.work(markup, number, resource, None, level.saturating_add(1));
                    }
                }
            });
        });
    }

    fn work(&mut self, markup: &mut Markup, number: u32, resource: Resource, title: Option<&str>, level: u8) {
        let first = self.listed.insert(number);
        listing(markup, &resource, title, first, level, &self.style);
        if first {
            self.works.push(resource);
        }
    }

    /// What the catalog is and under which licence its texts stand, behind a word that opens it.
    pub(super) fn about(&self, markup: &mut Markup, meta: &Meta) {
        let words = self.style.words;
        let licence = meta.licence.as_deref().filter(|licence| !licence.is_empty());
        if meta.about.is_empty() && licence.is_none() {
            return;
        }
        markup.block("details", &[("data-part", "about"), ("lang", self.style.language), ("dir", "auto")], |markup| {
            markup.line("summary", &[], &Inline::text(words.about));
            prose(markup, &meta.about, words);
            if let Some(licence) = licence {
                let [before, behind] = words.licence;
                markup.line("p", &[("data-part", "licence")], &Inline::text(&[before, licence, behind].concat()));
            }
        });
    }
}

fn credit(markup: &mut Markup, part: &str, before: &str, name: &str) {
    markup.line("p", &[("data-part", part)], &Inline::text(&[before, name].concat()));
}
