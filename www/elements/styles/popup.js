// How a popup looks and where it stands. Nothing of the page's own styles reaches it but the font, the ink and our custom
// properties.
//
// It stands in the page's text, where the page's rules for every element or every popover would win over :host. Only what
// is important here wins over them, even over what is important there.

export const popupStyles = `
:host {
  display: block !important; position: fixed !important; z-index: 2147483647 !important; float: none !important; box-sizing: border-box !important;
  inset: var(--place, auto) !important; margin: var(--room, 6px 12px) !important; padding: 0 !important; border: 0 !important; outline: 0 !important;
  inline-size: min(28em, 100vw - 24px) !important; block-size: auto !important; min-inline-size: 0 !important; max-inline-size: none !important;
  min-block-size: 0 !important; max-block-size: none !important; overflow: visible !important; background: none !important; box-shadow: none !important;
  transform: none !important; rotate: none !important; scale: none !important; translate: none !important; transition: none !important; animation: none !important;
  opacity: 1 !important; filter: none !important; clip-path: none !important; visibility: visible !important; pointer-events: auto !important;
  color: inherit !important; font: inherit !important; font-size: max(.94em, 14px) !important; font-style: normal !important; font-weight: 400 !important;
  font-variant: normal !important; letter-spacing: inherit !important; word-spacing: inherit !important;
  position-area: var(--side, bottom) span-all !important; position-visibility: always !important;
  place-self: normal !important; writing-mode: horizontal-tb !important; mask: none !important; mix-blend-mode: normal !important; contain: none !important;
  user-select: text !important; -webkit-user-select: text !important;
}
:host::backdrop { display: none !important; }
.popup {
  line-height: 1.5; max-block-size: min(28em, 44vh); overflow-y: auto; user-select: text; -webkit-user-select: text; background: var(--paper);
  border: 1px solid var(--line); border-radius: calc(var(--radius) * 2); box-shadow: 0 1px 2px rgb(0 0 0 / .12), 0 8px 28px rgb(0 0 0 / .18);
}
/* Only what scrolls itself keeps the page from scrolling along. */
.popup[tabindex="0"] { overscroll-behavior: contain; }
.popup button { min-block-size: max(1.75em, 24px); }
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
.full, .off, .answers { margin-block-start: 1em; }
.off { font-size: .875em; color: var(--soft); }
.off .more { color: inherit; }
.answers { display: flex; flex-wrap: wrap; gap: .6em; }
.popup:focus { outline: none; }
.popup:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
:host([data-sheet]) { position-area: none !important; inset: auto 0 0 0 !important; inline-size: auto !important; margin: 0 !important; }
:host([data-sheet="top"]) { inset: 0 0 auto 0 !important; }
:host([data-sheet]) .popup {
  max-block-size: min(60vh, var(--most, 60vh)); border-radius: 0; border-inline: 0; box-shadow: 0 0 24px rgb(0 0 0 / .25);
  padding: 0 env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left);
}
:host([data-sheet="top"]) .popup { padding-block: env(safe-area-inset-top) 0; }
@supports (height: 1dvh) { :host([data-sheet]) .popup { max-block-size: min(60dvh, var(--most, 60dvh)); } }
/* Where little fits, the title scrolls along. */
@media (max-height: 20em) { .popup-head { position: static; } }
@media (forced-colors: active) { .popup { border: 2px solid CanvasText; } }
@media print { :host { display: none !important; } }
`;
