export const tell = (n) => console.info(n);
