import type { Feed } from 'feed';
import type { IsoDate } from '#domain/dates.ts';
import { enumerate } from '#domain/french.ts';
import { openFeed } from '../atom.ts';
import type { EndingView } from './endings.ts';

const at = (day: IsoDate): Date => new Date(`${day}T00:00:00Z`);

/** Atom: one entry a text, dated by the file that holds it, so that a reader sees each ending once. */
export function endingsFeed(
  endings: readonly EndingView[],
  about: { name: string; page: string; self?: string; dataOn: IsoDate; site: URL | string },
): Feed {
  const { name, page, self, dataOn, site } = about;
  const feed = openFeed({
    title: name,
    description: 'Accords en vigueur qui arrivent à terme dans les six mois.',
    copyright: 'DILA, base ACCO, Licence Ouverte 2.0',
    page,
    ...(self && { self }),
    site,
    updated: at(dataOn),
  });
  for (const { href, title, employer, ends, basis, benefits, isFictional, publishedOn } of endings)
    feed.addItem({
      id: new URL(href, site).href,
      link: new URL(href, site).href,
      title: `${ends} : ${employer.name} – ${title}${isFictional ? ' (exemple fictif)' : ''}`,
      date: at(publishedOn),
      description: `Dernier jour le ${ends}, ${basis}.${benefits.length > 0 ? ` Sujets abordés : ${enumerate(benefits)}.` : ''}`,
    });
  return feed;
}
