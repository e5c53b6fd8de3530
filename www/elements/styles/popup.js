// How a popup looks and where it stands. Nothing of the page's own styles reaches it but the font, the ink and our custom
// properties.

export const popupStyles = `
:host {
  all: initial; position: fixed; z-index: 2147483647; inset: auto; margin: 6px 12px; padding: 0; border: 0; overflow: visible;
  inline-size: min(28em, 100vw - 24px); color: var(--equity-ink, inherit); background: none; font-family: inherit;
  font-size: max(.94em, 14px); line-height: 1.5; text-align: start; position-area: block-end span-all; position-try-fallbacks: flip-block;
}
.popup {
  max-block-size: min(28em, 44vh); overflow-y: auto; overscroll-behavior: contain; scrollbar-gutter: auto; color: inherit; background: var(--paper);
  border: 1px solid var(--line); border-radius: calc(var(--radius) * 2); box-shadow: 0 1px 2px rgb(0 0 0 / .12), 0 8px 28px rgb(0 0 0 / .18);
}
.popup-head {
  position: sticky; inset-block-start: 0; z-index: 1; display: flex; align-items: flex-start; gap: .5em; padding: .7em .6em .45em 1.1em; background: var(--paper);
}
.popup-head { padding-inline: 1.1em .6em; }
.popup-title { flex: 1; font-family: var(--equity-heading-font, inherit); font-size: 1.15em; font-weight: 650; line-height: 1.3; padding-block: .15em; }
.popup-body { padding: 0 1.1em 1.1em; }
.popup-body .prose { line-height: 1.5; }
.icon { display: grid; place-items: center; flex: none; inline-size: 2em; block-size: 2em; min-inline-size: 28px; min-block-size: 28px; padding: 0; border: 0; background: none; color: inherit; font-size: 1em; line-height: 1; }
.icon:hover { background: var(--tint); }
.icon span { font-size: 1.4em; line-height: 1; }
.arrow:dir(rtl) { scale: -1 1; }
.full { margin-block-start: 1em; }
.popup:focus { outline: none; }
.popup:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
@media (max-width: 30em), (max-height: 26em) {
  :host { position-area: none; inset: auto 0 0 0; inline-size: auto; margin: 0; }
  :host([data-edge="top"]) { inset: 0 0 auto 0; }
  .popup { max-block-size: 60vh; border-radius: 0; border-inline: 0; box-shadow: 0 0 24px rgb(0 0 0 / .25); }
}
@media (forced-colors: active) { .popup { border: 2px solid CanvasText; } }
@media print { :host { display: none; } }
`;
