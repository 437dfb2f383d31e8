/** Pages of content/pages with a file of their own in src/pages, which adds something to the text. */
export const OWN_PAGES: readonly string[] = ['sources-et-licence', 'accessibilite'];
