import type { Claim } from '#domain/claim.ts';
import { count, enumerate } from '#domain/french.ts';

/** Who is covered, in sentences; `names` gives « Ille-et-Vilaine (35) » for a department. */
export function describeCoverage(
  { scope, departments, declaration }: Pick<Claim, 'scope' | 'departments' | 'declaration'>,
  names: (code: string) => string,
): string {
  const label = scope.label ?? '';
  // What the text names may lie elsewhere than where the agreement was filed.
  const isNamed =
    scope.sirets.length === 0 && (scope.kind === 'establishment' ? label !== '' : /\p{Lu}/u.test(label));
  const where = departments?.length && !isNamed ? `, pour ${enumerate(departments.map(names))}` : '';
  switch (scope.kind) {
    case 'employer':
      // Silence about who is covered is not « everybody ».
      return declaration
        ? 'Tous les salariés, d’après l’employeur.'
        : `Nous n’avons relevé aucune limite de lieu ou de catégorie${where}\u00a0; la phrase ou le reste du texte peut en poser.`;
    case 'establishment':
      // Nor is silence about another place a « no ».
      return `Prévu pour ${label ? `«\u00a0${label}\u00a0»` : 'un établissement'}${where}\u00a0; d’autres lieux peuvent avoir leurs propres règles.`;
    case 'category':
      // Another group may have a figure of its own: « seulement » would deny it.
      return `Prévu pour ${label ? `«\u00a0${label}\u00a0»` : 'une catégorie de salariés'}${where}\u00a0; d’autres salariés peuvent avoir leurs propres règles.`;
    case 'ues':
      return `Les sociétés de l’UES (unité économique et sociale)${label ? ` «\u00a0${label}\u00a0»` : ''}${where}.`;
    case 'group':
      return `Les sociétés du groupe${label ? ` «\u00a0${label}\u00a0»` : ''}${where}.`;
  }
}

const seniority = (months: number): string =>
  months % 12 === 0 ? count(months / 12, 'an') : count(months, 'mois', 'mois');

/** Conditions named by the text; empty when it names none. */
export function describeEligibility({
  eligibility,
  context,
}: Pick<Claim, 'eligibility' | 'context'>): string[] {
  const { seniorityMonths, included, excluded, isConditional } = eligibility;
  return [
    ...(seniorityMonths ? [`Ancienneté demandée\u00a0: au moins ${seniority(seniorityMonths)}.`] : []),
    ...(included.length ? [`Nommés comme couverts\u00a0: ${enumerate(included)}.`] : []),
    ...(excluded.length ? [`Nommés comme exclus\u00a0: ${enumerate(excluded)}.`] : []),
    ...(isConditional ? ['Sous condition ou à l’essai\u00a0: lisez le texte.'] : []),
    ...(context?.conditions.length
      ? ['Le texte en dit plus ailleurs\u00a0: voir «\u00a0Ce qui entoure cette phrase\u00a0».']
      : []),
  ];
}
