//! Addresses: only those that can do a reader no harm, in fields and in prose.

use crate::catalog::path::Path;
use crate::catalog::records::{Block, Catalog, Span, is_safe_url};
use crate::catalog::report::Report;

pub(super) fn check(catalog: &Catalog, report: &mut Report) {
    let root = Path::Root;
    blocks(&catalog.about, root.field("about"), report);
    let all = root.field("sections");
    for (at, section) in catalog.sections.iter().enumerate() {
        blocks(&section.overview, all.item(at).field("overview"), report);
    }
    let all = root.field("resources");
    for (at, resource) in catalog.resources.iter().enumerate() {
        if let Some(url) = &resource.url {
            address(url, all.item(at).field("url"), report);
        }
    }
    let all = root.field("terms");
    for (at, term) in catalog.terms.iter().enumerate() {
        let path = all.item(at);
        let senses = path.field("senses");
        for (at, sense) in term.senses.iter().enumerate() {
            blocks(&sense.text, senses.item(at).field("text"), report);
            blocks(&sense.examples, senses.item(at).field("examples"), report);
        }
    }
}

fn address(url: &str, path: Path<'_>, report: &mut Report) {
    let help = "write a whole address that begins with https://, http:// or mailto:, without spaces";
    if is_safe_url(url) {
        return;
    }
    if has_scheme(url) {
        report.error("unsafe-url", path, ["`", url, "` is no address that a catalog may hold"].concat(), help);
    } else {
        // Collections from elsewhere have some of these; they do no harm, and one shouldn't keep a thousand works from readers.
        report.warning("incomplete-url", path, ["`", url, "` is no whole address, so readers get no link"].concat(), help);
    }
}

/// Whether a browser could take the start of an address for its scheme, whatever stands in it.
fn has_scheme(url: &str) -> bool {
    url.split(['/', '?', '#']).next().is_some_and(|start| start.contains(':'))
}

fn blocks(blocks: &[Block], path: Path<'_>, report: &mut Report) {
    for (at, block) in blocks.iter().enumerate() {
        let path = path.item(at);
        match block {
            Block::Paragraph { p } => spans(p, path.field("p"), report),
            Block::Bullets { ul } => items(ul, path.field("ul"), report),
            Block::Numbers { ol } => items(ol, path.field("ol"), report),
            Block::Quote { quote, .. } => self::blocks(quote, path.field("quote"), report),
        }
    }
}

fn items(items: &[Vec<Block>], path: Path<'_>, report: &mut Report) {
    for (at, item) in items.iter().enumerate() {
        blocks(item, path.item(at), report);
    }
}

fn spans(spans: &[Span], path: Path<'_>, report: &mut Report) {
    for (at, span) in spans.iter().enumerate() {
        let path = path.item(at);
        match span {
            Span::Text(_) => {}
            Span::Emphasis { em } => self::spans(em, path.field("em"), report),
            Span::Strong { strong } => self::spans(strong, path.field("strong"), report),
            Span::Link { a, href } => {
                address(href, path.field("href"), report);
                self::spans(a, path.field("a"), report);
            }
        }
    }
}
