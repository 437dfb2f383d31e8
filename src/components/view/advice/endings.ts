import type { Catalogue } from '#catalogue/catalogue.ts';
import { listEndings, type Ending } from '#db/facts/advice.ts';
import { addMonths, formatDate, type IsoDate } from '#domain/dates.ts';
import { FRANCE } from '#domain/panel.ts';
import { agreementHref, employerHref } from '../links.ts';
import { showName } from '../names.ts';
import type { Territory } from './territories.ts';

/** How far ahead advisers plan. */
export const MONTHS_AHEAD = 6;

export type EndingView = {
  /** Id of the agreement. */
  id: string;
  title: string;
  href: string;
  employer: { name: string; href: string };
  place: string | null;
  endsOn: IsoDate;
  /** « 12 septembre 2026 » */
  ends: string;
  /** How the day is known. */
  basis: string;
  benefits: string[];
  isFictional: boolean;
  /** Day of the file that holds the text: the feed's time stamp. */
  publishedOn: IsoDate;
};

const BASES = {
  metadata: 'date de fin déclarée au dépôt',
  text: 'date de fin d’après le texte',
  event: 'fin à la négociation annuelle suivante ou à un autre événement',
  presumed: 'durée présumée de cinq ans (article L2222-4)',
} as const;

function viewEnding(
  { siren, name, place, endsOn, isFictional, page }: Ending,
  catalogue: Catalogue,
): EndingView {
  const { id, title, term, benefits, provenance } = page.summary;
  return {
    id,
    title,
    href: agreementHref(id),
    employer: { name: showName(name), href: employerHref(siren) },
    place,
    endsOn,
    ends: formatDate(endsOn),
    basis: BASES[term.endBasis ?? 'metadata'],
    benefits: benefits.flatMap((benefit) => catalogue.benefitById.get(benefit)?.shortLabel ?? []),
    isFictional,
    publishedOn: provenance.publishedOn,
  };
}

/** Texts in force that end within six months of the day, soonest first; a replaced text is never among them. */
export const viewEndings = (territory: Territory | null, today: IsoDate, catalogue: Catalogue): EndingView[] =>
  listEndings({ ...FRANCE, departments: territory?.departments ?? null }, today, addMonths(today, MONTHS_AHEAD)).map(
    (ending) => viewEnding(ending, catalogue),
  ); // prettier-ignore
