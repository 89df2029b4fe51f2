/** A static shell: everything that the app shows is made in the reader's own browser. */
export const prerender = true;
export const ssr = false;
