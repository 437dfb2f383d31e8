import type { IsoDate } from '#domain/dates.ts';

/** Limit of the sitemap protocol (sitemaps.org). */
export const URLS_PER_SITEMAP = 50_000;

/** `since` null: nobody knows when the page last changed, so nothing is said. */
export type SitemapEntry = { path: string; since: IsoDate | null };

/** Pages made on demand that search engines may show: they stand in no build. */
export const ON_DEMAND: readonly SitemapEntry[] = [
  '/clauses', '/comparer', '/comparer-ma-pme', '/corrections', '/donnees', '/echeances', '/recherche', '/secteurs',
  '/stats', '/territoires', '/zones-sans-trace',
].map((path) => ({ path, since: null })); // prettier-ignore

/** `isEmployer` decides the file; entries keep their order. Keys: file names relative to `client/`. */
export function sitemapFiles(
  entries: readonly SitemapEntry[],
  siteUrl: string,
  urlsPerFile = URLS_PER_SITEMAP,
): Map<string, string> {
  const employers = entries.filter(({ path }) => path.startsWith('/employeurs/'));
  const others = entries.filter(({ path }) => !path.startsWith('/employeurs/'));
  const parts = [
    ...chunksOf('pages', others, urlsPerFile),
    ...chunksOf('employeurs', employers, urlsPerFile),
  ];
  const files = new Map<string, string>();
  const index: string[] = [];
  for (const { name, urls } of parts) {
    files.set(name, document('urlset', urls.map(({ path, since }) => element('url', siteUrl, path, since)))); // prettier-ignore
    const latest =
      urls
        .flatMap(({ since }) => since ?? [])
        .sort()
        .at(-1) ?? null;
    index.push(element('sitemap', siteUrl, `/${name}`, latest));
  }
  files.set('sitemap.xml', document('sitemapindex', index));
  return files;
}

/** Searches are endless combinations of one list: their pages are not for crawlers. */
export const robotsText = (siteUrl: string): string =>
  `User-agent: *\nDisallow: /recherche?\n\nSitemap: ${new URL('/sitemap.xml', siteUrl).href}\n`;

function chunksOf(label: string, urls: readonly SitemapEntry[], size: number) {
  return Array.from({ length: Math.ceil(urls.length / size) }, (_, place) => ({
    name: `sitemaps/${label}-${place + 1}.xml`,
    urls: urls.slice(place * size, (place + 1) * size),
  }));
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const element = (tag: string, siteUrl: string, path: string, since: IsoDate | null): string =>
  `<${tag}><loc>${escape(new URL(path, siteUrl).href)}</loc>${since ? `<lastmod>${since}</lastmod>` : ''}</${tag}>`;

const document = (root: string, elements: string[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...elements,
    `</${root}>`,
    '',
  ].join('\n');
