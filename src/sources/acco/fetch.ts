import { requestText } from '../http.ts';
import type { ListedFile } from '../source.ts';
import { parseArchiveName } from './names.ts';

/**
 * Archives named on DILA's index page, a plain Apache listing. Other links (`%20DILA_ACCO_Presentation_20171212.pdf`,
 * column sorting, the parent folder) are left aside.
 * @throws SourceError when the page cannot be read
 */
export async function listArchives(indexUrl: string): Promise<ListedFile[]> {
  const html = await requestText(indexUrl);
  const found = new Map<string, ListedFile>();
  for (const [, href] of html.matchAll(/href\s*=\s*["']([^"']+)["']/gi)) {
    const url = resolve(href!.replaceAll('&amp;', '&'), indexUrl);
    const archive = url && parseArchiveName(decodeName(url.pathname.split('/').at(-1)!));
    if (archive) found.set(archive.name, { ...archive, url: url.href });
  }
  return [...found.values()];
}

const resolve = (href: string, base: string): URL | null =>
  URL.canParse(href, base) ? new URL(href, base) : null;

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name).trim();
  } catch {
    return name;
  }
}
