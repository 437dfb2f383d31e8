import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Benefit, Family } from '#domain/benefit.ts';
import { isLiveState, shownState, type ShownState } from '#domain/claim.ts';
import { count, countOrNone, plural, capitalize } from '#domain/french.ts';
import type { Scope } from '#domain/extraction.ts';
import type { AgreementId, BenefitId } from '#domain/ids.ts';
import type { AgreementSummary, BenefitEntry, EmployerProfile } from '#domain/profile.ts';
import type { SkyEntry } from '../constellation.ts';
import { viewClaim, type ClaimCard } from './claim-card.ts';
import { isGrant } from './states.ts';
import { headline } from './values.ts';

export type BenefitSection = { lead: ClaimCard; others: ClaimCard[] };
/** One benefit in the summary: « Crèche 27 berceaux », « Maternité et adoption (à confirmer) ». */
/** `part`: for whom, where not for all. `note`: why it may not hold today. */
export type Glance = { label: string; value: string | null; part: string | null; note: string | null };
export type FamilySection = {
  glance: Glance[];
  id: string;
  label: string;
  order: number;
  live: number;
  benefits: BenefitSection[];
};
export type UnknownFamily = { label: string; benefits: Benefit[] };

export type EmployerView = {
  sentence: string;
  note: string | null;
  sky: SkyEntry[];
  skyText: string;
  skyCaption: string;
  families: FamilySection[];
  /** Reminders of the law and demands: never among the benefits. */
  apart: BenefitSection[];
  unknown: UnknownFamily[];
  unknownCount: number;
};

const grants = (entry: BenefitEntry): boolean => isGrant(entry.lead.state);

export function viewEmployer(profile: EmployerProfile, catalogue: Catalogue): EmployerView {
  const known = profile.entries.filter(({ benefit }) => catalogue.benefitById.has(benefit));
  const granted = known.filter(grants);
  const summaries = new Map<AgreementId, AgreementSummary>(profile.agreements.map((each) => [each.id, each]));
  const section = ({ benefit, lead, others }: BenefitEntry): BenefitSection => {
    const card = (claim: typeof lead): ClaimCard =>
      viewClaim(claim, catalogue.benefitById.get(benefit)!, {
        catalogue,
        summary: (claim.agreement && summaries.get(claim.agreement.id)) ?? null,
        isFictional: profile.isFictional,
        page: { siren: profile.siren, reply: profile.replies.find((reply) => reply.claim === claim.id) },
      });
    return { lead: card(lead), others: others.map(card) };
  };
  const unknown = unknownBenefits(catalogue, new Set(known.map(({ benefit }) => benefit)));
  return {
    ...introduce(profile, granted),
    sky: skyOf(granted, catalogue),
    skyText: describeSky(granted, catalogue),
    skyCaption: captionSky(granted),
    families: catalogue.families.flatMap((family) => viewFamily(family, granted, catalogue, section)),
    apart: known.filter((entry) => !grants(entry)).map(section),
    unknown,
    unknownCount: unknown.reduce((sum, { benefits }) => sum + benefits.length, 0),
  };
}

const isLiveEntry = ({ lead }: BenefitEntry): boolean => isLiveState(shownState(lead));
const textsOf = (entries: readonly BenefitEntry[]): number =>
  new Set(
    entries.flatMap(({ lead, others }) => [lead, ...others].flatMap(({ agreement }) => agreement?.id ?? [])),
  ).size;
const isDeclaredEntry = ({ lead }: BenefitEntry): boolean => lead.declaration !== null;
/** « 2 avantages déclarés par l’employeur » */
const declaredWords = (n: number): string =>
  `${count(n, 'avantage')} ${plural(n, 'déclaré')} par l’employeur`;

/** First sentence of the page: how many benefits, by how many texts, how many in force. */
export function introduce(
  { counts }: Pick<EmployerProfile, 'counts'>,
  granted: readonly BenefitEntry[],
): { sentence: string; note: string | null } {
  const texts = counts.agreements;
  const published = `${count(texts, 'accord')} ${plural(texts, 'publié')}`;
  const attested = granted.filter((entry) => !isDeclaredEntry(entry));
  const declared = granted.filter((entry) => isDeclaredEntry(entry) && isLiveEntry(entry)).length;
  const also = declared > 0 ? `. ${capitalize(declaredWords(declared))}` : '';
  if (attested.length > 0) {
    const live = attested.filter(isLiveEntry).length;
    const words = `${count(attested.length, 'avantage')} ${plural(attested.length, 'attesté')} par ${count(textsOf(attested), 'accord')}`;
    return { sentence: `${words}, ${liveWords(live, attested.length)}${also}.`, note: null };
  }
  if (texts === 0)
    return {
      sentence: `${declared > 0 ? `${capitalize(declaredWords(declared))}. ` : ''}Aucun accord publié à ce jour.`,
      note: 'Aucun accord d’entreprise n’est publié au nom de cet employeur\u00a0: ce silence ne veut pas dire «\u00a0non\u00a0». Les avantages et les chiffres de cette page sont déclarés par lui, ne sont pas vérifiés et expirent au bout de douze mois.',
    };
  if (declared > 0)
    return {
      sentence: `${capitalize(declaredWords(declared))}, sans accord publié qui le dise.`,
      note: 'Une déclaration n’est pas vérifiée\u00a0; elle expire au bout de douze mois.',
    };
  if (counts.textsRead === 0)
    return {
      sentence: `${published}, dont le texte n’est pas dans nos données.`,
      note: 'Nous n’en connaissons que l’intitulé et les dates. Ce silence ne dit rien des avantages réels.',
    };
  return {
    sentence: `${published}, ${countOrNone(counts.textsRead, 'texte lu', 'textes lus', 'm')}\u00a0: aucun avantage attesté à ce jour.`,
    note: 'Ce silence ne dit rien des avantages réels\u00a0: beaucoup ne passent pas par un accord publié.',
  };
}

function liveWords(live: number, attested: number): string {
  if (live === 0)
    return attested === 1
      ? 'qui n’est plus en vigueur ou reste à confirmer'
      : 'dont aucun en vigueur avec certitude';
  if (live < attested) return `dont ${live} en vigueur`;
  return attested === 1 ? 'en vigueur' : 'tous en vigueur';
}

const skyOf = (entries: readonly BenefitEntry[], { benefitById, familyById }: Catalogue): SkyEntry[] =>
  entries.flatMap(({ benefit, lead }) => {
    const known = benefitById.get(benefit)!;
    const family = familyById.get(known.family);
    return family ? [{ order: family.order, place: known.place, state: shownState(lead) }] : [];
  });

/** Text alternative of the constellation: what each star is. */
export function describeSky(entries: readonly BenefitEntry[], { benefitById }: Catalogue): string {
  const names = (states: readonly string[]): string[] =>
    entries
      .filter(({ lead }) => states.includes(shownState(lead)))
      .map(({ benefit }) => benefitById.get(benefit)!.shortLabel);
  const groups = [
    ['En vigueur', names(['in-force', 'presumed'])],
    ['Déclarés par l’employeur', names(['declared'])],
    ['À confirmer, lecture peu sûre', names(['to-confirm'])],
    ['Durée dépassée, remplacés ou supprimés', names(['lapsed', 'replaced', 'ended'])],
  ] as const;
  const lines = groups
    .filter(([, list]) => list.length > 0)
    .map(([label, list]) => `${label}\u00a0: ${list.join(', ')}.`);
  return lines.join(' ') || 'Aucune étoile\u00a0: pas de trace publique.';
}

function countSky(entries: readonly BenefitEntry[]): string {
  const attested = entries.filter((entry) => !isDeclaredEntry(entry));
  const words = `${count(attested.length, 'avantage')} ${plural(attested.length, 'attesté')} par ${count(textsOf(attested), 'texte')}`;
  const declared = entries.length - attested.length;
  return [attested.length > 0 && words, declared > 0 && declaredWords(declared)].filter(Boolean).join(', ');
}

const captionSky = (entries: readonly BenefitEntry[]): string =>
  entries.length === 0
    ? 'Le ciel est vide\u00a0: aucune trace publique. Ce n’est pas une note, et cela ne dit pas qu’il n’y a rien.'
    : `${countSky(entries)}. C’est une carte, pas une note\u00a0: chaque avantage a sa place fixe.`;

const GLANCE_NOTES: Partial<Record<ShownState, string>> = {
  declared: 'déclaré',
  upcoming: 'à venir',
  lapsed: 'à confirmer',
  'to-confirm': 'à confirmer',
  replaced: 'remplacé',
  ended: 'supprimé',
  'one-off': 'prévu une fois',
};

/** A figure for a part of the staff is never listed as that of all. */
const GLANCE_PARTS: Partial<Record<Scope['kind'], string>> = {
  category: 'pour une catégorie',
  establishment: 'dans un établissement',
};

const glanceOf = ({ lead }: BenefitEntry, benefit: Benefit): Glance => ({
  label: benefit.shortLabel,
  value: headline(benefit, lead.values),
  part: GLANCE_PARTS[lead.scope.kind] ?? null,
  note: GLANCE_NOTES[shownState(lead)] ?? null,
});

function viewFamily(
  family: Family,
  entries: readonly BenefitEntry[],
  { benefitById }: Catalogue,
  section: (entry: BenefitEntry) => BenefitSection,
): FamilySection[] {
  const own = entries.filter(({ benefit }) => benefitById.get(benefit)?.family === family.id);
  if (own.length === 0) return [];
  const sorted = [...own].sort((a, b) => Number(isLiveEntry(b)) - Number(isLiveEntry(a)));
  const { id, label, order } = family;
  const live = own.filter(isLiveEntry).length;
  const glance = sorted.map((entry) => glanceOf(entry, benefitById.get(entry.benefit)!));
  return [{ id, label, order, live, glance, benefits: sorted.map(section) }];
}

function unknownBenefits({ families, benefits }: Catalogue, known: ReadonlySet<BenefitId>): UnknownFamily[] {
  return families
    .map(({ id, label }) => ({
      label,
      benefits: benefits.filter((benefit) => benefit.family === id && !known.has(benefit.id)),
    }))
    .filter(({ benefits: list }) => list.length > 0);
}
