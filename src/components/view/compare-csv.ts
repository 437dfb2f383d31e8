import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Benefit } from '#domain/benefit.ts';
import { shownState } from '#domain/claim.ts';
import { NO_BREAK_SPACE } from '#domain/french.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { sourceWords } from './claim-card.ts';
import { describeGap } from './gap.ts';
import { benefitHref, employerHref } from './links.ts';
import { isGrant, STATE_LABELS } from './states.ts';
import { headline, showValues } from './values.ts';

const HEAD = [
  'siren', 'employeur', 'famille', 'avantage', 'code_avantage', 'etat', 'code_etat', 'valeur', 'valeurs', 'ecart_au_minimum',
  'citation', 'article', 'accord', 'titre_accord', 'signe_le', 'effet_le', 'fin_le', 'adresse', 'source', 'licence', 'fictif',
] as const; // prettier-ignore

/**
 * Names of columns, then one row for each employer and benefit.
 * @param site public address of the directory, for absolute links
 */
export function compareRows(
  profiles: readonly EmployerProfile[],
  catalogue: Catalogue,
  site: URL | string,
): string[][] {
  const lines = profiles.flatMap((profile) =>
    catalogue.benefits.map((benefit) => lineOf(profile, benefit, catalogue, site)),
  );
  return [[...HEAD], ...lines];
}

/** Cells in the order of `HEAD`; silence is a state of its own, never an empty one. */
function lineOf(
  profile: EmployerProfile,
  benefit: Benefit,
  catalogue: Catalogue,
  site: URL | string,
): string[] {
  const { siren, name, entries, agreements, isFictional } = profile;
  const about = [
    siren,
    name,
    catalogue.familyById.get(benefit.family)?.label ?? '',
    benefit.label,
    benefit.id,
  ];
  const at = (path: string): string => new URL(path, site).href;
  const fictional = isFictional ? 'oui' : 'non';
  const claim = entries.find((entry) => entry.benefit === benefit.id)?.lead;
  if (!claim)
    return [
      ...about, 'Aucune trace publique', '', ...Array<string>(10).fill(''), at(`${benefitHref(benefit.id)}#pourquoi`), '', '', fictional,
    ]; // prettier-ignore
  const values = isGrant(claim.state) ? claim.values : {};
  const source = agreements.find(({ id }) => id === claim.agreement?.id)?.provenance;
  return [
    ...about,
    STATE_LABELS[shownState(claim)],
    shownState(claim),
    headline(benefit, values) ?? '',
    showValues(benefit, values)
      .map(({ label, text }) => `${label}${NO_BREAK_SPACE}: ${text}`)
      .join(' | '),
    (isGrant(claim.state) && describeGap(claim.gap, benefit)?.text) || '',
    claim.quote,
    claim.article ?? '',
    claim.agreement?.id ?? '',
    claim.agreement?.title ?? '',
    claim.agreement?.signedOn ?? '',
    claim.term.effectiveOn ?? '',
    claim.term.endsOn ?? '',
    at(`${employerHref(siren)}#${claim.id}`),
    source ? sourceWords(source) : '',
    'Licence Ouverte 2.0',
    fictional,
  ];
}
