/** A page of the search, or the address that says the same. */
export type MadePage = { html: string } | { location: string };
export type MakePage = (url: URL) => Promise<MadePage>;

/** Pages are a bundle of their own: what makes those of the search is told to the whole process. */
const MAKER = Symbol.for('star-finder.search-page');
const processWide = globalThis as { [MAKER]?: MakePage };

/** Called by the pages once they can be made; from then on none of them passes through the framework. */
export const offerPages = (make: MakePage): void => {
  processWide[MAKER] = make;
};

/** Null until a first page was asked for. */
export const pageMaker = (): MakePage | null => processWide[MAKER] ?? null;
