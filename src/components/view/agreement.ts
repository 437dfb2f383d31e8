import type { Catalogue } from '#catalogue/catalogue.ts';
import { formatDate, type IsoDate } from '#domain/dates.ts';
import { filingDepartment } from '#domain/ids.ts';
import type { AgreementPage, EmployerProfile } from '#domain/profile.ts';
import { viewClaim, type ClaimCard } from './claim-card.ts';
import { departmentName } from './places.ts';
import { isGrant } from './states.ts';

export type DateRow = { label: string; text: string };

const known = (date: IsoDate | null, otherwise: string): string => (date ? formatDate(date) : otherwise);

const END_BASIS = {
  metadata: 'indiquée lors du dépôt',
  text: 'lue dans le texte',
  presumed: 'présumée, cinq ans, article L2222-4 du code du travail',
} as const;

/** The five dates of an agreement, never confused, each with what its absence means. */
export function listDates({
  summary,
  signedOnStated,
  effectiveOnStated,
  endsOnStated,
}: AgreementPage): DateRow[] {
  const { signedOn, filedOn, publishedOn, term } = summary;
  return [
    { label: 'Signé le', text: signatureText(signedOnStated, signedOn) },
    { label: 'Déposé le', text: known(filedOn, 'non renseigné') },
    { label: 'Prend effet le', text: effectText(effectiveOnStated, term) },
    { label: 'Prend fin le', text: endText(endsOnStated, term) },
    { label: 'Publié le', text: known(publishedOn, 'non renseigné') },
  ];
}

function signatureText(stated: IsoDate | null, used: IsoDate | null): string {
  if (!used || used === stated) return known(used, 'non renseigné');
  return stated
    ? `${formatDate(used)} (lu dans le texte\u00a0; le dépôt indique le ${formatDate(stated)})`
    : `${formatDate(used)} (lu dans le texte)`;
}

function effectText(
  stated: IsoDate | null,
  { effectiveOn: used, effectiveBasis }: AgreementPage['summary']['term'],
): string {
  if (used && effectiveBasis === 'presumed')
    return `${formatDate(used)} (présumé, lendemain du dépôt, article L2261-1 du code du travail)`;
  if (stated && used && stated !== used)
    return `${formatDate(used)} (lu dans le texte\u00a0; le dépôt indique le ${formatDate(stated)})`;
  if (used) return stated ? formatDate(used) : `${formatDate(used)} (lu dans le texte)`;
  return known(stated, 'non renseigné');
}

function endText(stated: IsoDate | null, { endsOn, endBasis }: AgreementPage['summary']['term']): string {
  if (endBasis === 'event')
    return 'à la négociation annuelle suivante ou à un autre événement, sans date (lu dans le texte)';
  const basis = endBasis ? ` (${END_BASIS[endBasis]})` : '';
  if (endsOn) return `${formatDate(endsOn)}${basis}`;
  if (endBasis) return `sans date de fin${basis.replace('indiquée', 'indiqué').replace('lue', 'lu')}`;
  return known(stated, 'durée non renseignée');
}

export type AgreementClaims = { granted: ClaimCard[]; apart: ClaimCard[] };

/** The clauses of one text, in the order of the catalogue. */
export function viewAgreementClaims(
  { claims, summary, isFictional }: AgreementPage,
  catalogue: Catalogue,
  /** What the employer that filed says beside its claims. */
  filer: Pick<EmployerProfile, 'siren' | 'replies'> | null,
): AgreementClaims {
  const order = new Map(catalogue.benefits.map(({ id }, rank) => [id, rank]));
  const rankOf = ({ benefit }: (typeof claims)[number]): number => order.get(benefit) ?? order.size;
  const cards = (list: typeof claims): ClaimCard[] =>
    list
      .toSorted((a, b) => rankOf(a) - rankOf(b))
      .flatMap((claim) => {
        const benefit = catalogue.benefitById.get(claim.benefit);
        if (!benefit) return [];
        const page = filer && {
          siren: filer.siren,
          reply: filer.replies.find((each) => each.claim === claim.id),
        };
        return [
          viewClaim(claim, benefit, {
            ...{ catalogue, summary: { ...summary, isShared: false }, isFictional },
            ...(page ? { page } : {}),
          }),
        ];
      });
  return {
    granted: cards(claims.filter(({ state }) => isGrant(state))),
    apart: cards(claims.filter(({ state }) => !isGrant(state))),
  };
}

/** Department that received the filing, from the filing number. */
export function filingPlace(number: string | null, catalogue: Catalogue): string | null {
  const code = number ? filingDepartment(number) : null;
  return code && departmentName(catalogue, code);
}
