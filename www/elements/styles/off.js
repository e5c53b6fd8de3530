// How the line looks that stands where popups are turned off.

export const offStyles = `
.off { line-height: 1.5; }
.off .button { min-block-size: max(1.75em, 24px); }
.answer { inline-size: fit-content; }
@media print { .off { display: none; } }
`;
