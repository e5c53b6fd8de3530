// How the filters look where they lie in front of everything.

export const drawerStyles = `
.drawer .filters { display: grid; align-content: start; margin: 0; padding: 1em 1.25em; overflow-y: auto; overscroll-behavior: contain; }
.drawer { position: fixed; inset-block: 0; inset-inline: auto 0; display: none; grid-template-rows: auto 1fr auto; inline-size: min(24em, 100vw - 2em); block-size: 100dvh; max-inline-size: none; max-block-size: none; margin: 0; padding: 0; border: 0; color: inherit; background: var(--paper); }
.drawer[open] { display: grid; }
.drawer::backdrop { background: rgb(0 0 0 / .45); }
.drawer-head, .drawer-foot { display: flex; align-items: center; justify-content: space-between; gap: .8em; padding: .7em 1.25em; border-block-end: 1px solid var(--line); }
.drawer-foot { flex-wrap: wrap; border-block: solid var(--line); border-block-width: 1px 0; }
.icon { display: grid; place-items: center; min-inline-size: 2em; padding: 0; border: 0; background: none; font-size: 1.2em; line-height: 1; }
`;
