import type { Catalogue } from '#catalogue/catalogue.ts';
import type { ClaimState } from '#domain/claim.ts';
import { formatDate } from '#domain/dates.ts';
import type { AgreementSummary } from '#domain/profile.ts';
import { agreementHref, legifranceHref } from './links.ts';
import { showName } from './names.ts';
import { STATE_LABELS, agreementSentence } from './states.ts';

export type TimelineRow = {
  title: string;
  href: string;
  legifrance: string | null;
  date: string;
  nature: string;
  state: ClaimState | null;
  stateLabel: string;
  stateText: string;
  replacedBy: { title: string; href: string } | null;
  benefits: string[];
  /** Themes declared by the depositor, shown only where no benefit was read. */
  themes: string[];
  note: string | null;
};

const NATURES: Record<string, string> = {
  ACCORD: 'Accord',
  AVENANT: 'Avenant',
  RECTIFICATIF: 'Rectificatif',
};

/** Codes are an open list: an unknown one is shown as it came. */
export const natureWords = (nature: string | null): string =>
  nature === null ? 'Texte' : (NATURES[nature] ?? nature.charAt(0) + nature.slice(1).toLocaleLowerCase('fr'));

const TEXT_NOTES: Record<AgreementSummary['textStatus'], string | null> = {
  read: null,
  'no-text': 'Document sans texte lisible (image)\u00a0: nous n’avons pas pu le lire.',
  missing: 'Texte absent de nos données\u00a0: seuls le titre et les dates sont connus.',
  unreadable: 'Document abîmé ou refusé\u00a0: nous n’avons pas pu le lire.',
};
export const textNote = (status: AgreementSummary['textStatus']): string | null => TEXT_NOTES[status];

/** The best date known, named for what it is: a filing date is never shown as a signature. */
export function dateWords({
  signedOn,
  filedOn,
  publishedOn,
}: Pick<AgreementSummary, 'signedOn' | 'filedOn' | 'publishedOn'>): string {
  if (signedOn) return `Signé le ${formatDate(signedOn)}`;
  if (filedOn) return `Déposé le ${formatDate(filedOn)}`;
  return publishedOn ? `Publié le ${formatDate(publishedOn)}` : 'Date inconnue';
}

export const agreementStateText = ({
  state,
  term,
  signedOn,
}: Pick<AgreementSummary, 'state' | 'term' | 'signedOn'>): string =>
  state === null
    ? 'Nous ne savons pas s’il s’applique encore.'
    : agreementSentence({ state, term, signedOn });

const sortKey = ({ signedOn, filedOn, publishedOn }: AgreementSummary): string =>
  signedOn ?? filedOn ?? publishedOn ?? '';

/** Latest first; ties by id. */
export function viewTimeline(
  agreements: readonly AgreementSummary[],
  catalogue: Catalogue,
  isFictional: boolean,
): TimelineRow[] {
  // Said once, by the first sentence of the page, when it holds for every text.
  const isBare = agreements.every(({ textStatus }) => textStatus === 'missing');
  return [...agreements]
    .sort((a, b) => sortKey(b).localeCompare(sortKey(a)) || b.id.localeCompare(a.id))
    .map((summary) => ({
      title: summary.title,
      href: agreementHref(summary.id),
      legifrance: legifranceHref(summary.id, isFictional),
      date: dateWords(summary),
      nature: natureWords(summary.nature),
      state: summary.state,
      stateLabel: summary.state ? STATE_LABELS[summary.state] : 'Durée inconnue',
      stateText: isBare && summary.state === null ? '' : agreementStateText(summary),
      replacedBy: summary.replacedBy && {
        title: summary.replacedBy.title,
        href: agreementHref(summary.replacedBy.id),
      },
      benefits: summary.benefits.flatMap((id) => catalogue.benefitById.get(id)?.shortLabel ?? []),
      themes: summary.benefits.length > 0 ? [] : summary.themes.map(({ label }) => label),
      note:
        [
          summary.isShared ? `Déposé par ${showName(summary.filedBy.name)}.` : null,
          isBare ? null : textNote(summary.textStatus),
        ]
          .filter(Boolean)
          .join(' ') || null,
    }));
}
