import { readEmbedded, EMBED_SIZES, embedHref, type EmbedSize } from './embed-address.ts';
import { showName } from './names.ts';

type Answer = { status: number; body: Record<string, unknown> };

const refuse = (status: number, error: string): Answer => ({ status, body: { error } });

/** An attribute is the only place where a name or an address stands in the snippet. */
const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The line of HTML to paste into another site. */
export function embedSnippet(
  src: string,
  name: string,
  { width, height }: { width: number; height: number },
): string {
  return `<iframe src="${attribute(src)}" title="${attribute(`Avantages attestés : ${name}`)}" width="${width}" height="${height}" loading="lazy" style="border:0;max-width:100%"></iframe>`;
}

/** An image that leads to the page. */
export const badgeSnippet = (href: string, src: string, name: string): string =>
  `<a href="${attribute(href)}"><img src="${attribute(src)}" alt="${attribute(`Avantages attestés : ${name}, sur Star finder`)}" height="28"></a>`;

/** What oEmbed says of an employer page, in the largest card that fits `maxwidth` and `maxheight`. */
export function describeOembed(params: URLSearchParams, site: URL): Answer {
  const format = params.get('format') ?? 'json';
  if (format !== 'json') return refuse(501, `format ${format.slice(0, 20)} is not available, json is`);
  const asked = params.get('url');
  if (!asked || !URL.canParse(asked)) return refuse(400, 'url must be the address of an employer page');
  const address = new URL(asked);
  const siren = /^\/employeurs\/(\d{9})\/?$/.exec(address.pathname)?.[1];
  if (address.origin !== site.origin || siren === undefined)
    return refuse(404, `only ${site.origin}/employeurs/{siren} can be embedded`);
  const { profile, status } = readEmbedded(siren);
  if (!profile) return refuse(status === 410 ? 404 : status, 'this page does not exist, or no longer');
  const maxWidth = limitOf(params.get('maxwidth'));
  const maxHeight = limitOf(params.get('maxheight'));
  const size: EmbedSize = maxHeight < EMBED_SIZES.large.height ? 'small' : 'large';
  const width = Math.min(EMBED_SIZES[size].width, maxWidth);
  const height = Math.min(EMBED_SIZES[size].height, maxHeight);
  const name = showName(profile.name);
  return {
    status: 200,
    body: {
      version: '1.0',
      type: 'rich',
      title: `${name} : avantages attestés`,
      provider_name: 'Star finder',
      provider_url: site.href,
      cache_age: 86400,
      width,
      height,
      html: embedSnippet(new URL(embedHref(profile.siren, size), site).href, name, { width, height }),
    },
  };
}

/** No limit where none is given, or none that can be read. */
const limitOf = (text: string | null): number => {
  const limit = Number(text ?? Number.NaN);
  return Number.isInteger(limit) && limit > 0 ? limit : Number.POSITIVE_INFINITY;
};
