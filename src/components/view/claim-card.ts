import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Benefit } from '#domain/benefit.ts';
import { shownState, type Claim, type ShownState } from '#domain/claim.ts';
import { formatDate } from '#domain/dates.ts';
import { PROOF_LABELS } from '#domain/declaration.ts';
import { judge } from '#domain/quality.ts';
import type { Siren } from '#domain/ids.ts';
import type { AgreementSummary, Provenance, Reply } from '#domain/profile.ts';
import { describeCoverage, describeEligibility } from './coverage.ts';
import { describeGap, type GapView } from './gap.ts';
import { agreementHref, benefitHref, legifranceHref, reportHref } from './links.ts';
import { showName } from './names.ts';
import { departmentName } from './places.ts';
import { readingOf } from './quality.ts';
import { signedOnWords, stateLabel, stateSentence } from './states.ts';
import { saysItself, showValues, type ShownValue } from './values.ts';

/** What a clause card says, every word ready. */
export type ClaimCard = {
  id: string;
  benefit: string;
  benefitHref: string;
  state: ShownState;
  stateLabel: string;
  stateText: string;
  closedBy: { title: string; href: string } | null;
  /** « 70 % » + « du salaire », « 2 » + « jours par semaine » */
  figure: { number: string; unit: string; label: string | null } | null;
  values: ShownValue[];
  gap: GapView | null;
  quote: string;
  /** Pieces of the text before and behind the quote, each with what it is. */
  before: Piece[];
  behind: Piece[];
  /** What stands around its sentence. */
  passage: Piece[];
  /** Null where a title before the quote tells it. */
  article: string | null;
  coverage: string;
  conditions: string[];
  /** Null for a declaration. */
  agreement: { title: string; signed: string; href: string; legifrance: string | null } | null;
  declaration: DeclarationView | null;
  filedBy: string | null;
  rules: string[];
  /** How well this benefit is read, for « D’où vient cette information ? ». */
  reading: string;
  provenance: Provenance | null;
  reportHref: string;
  reply: ReplyView | null;
};

/** What the employer says beside a claim, in paragraphs. */
export type ReplyView = { paragraphs: string[]; published: string };

export const viewReply = ({ words, publishedOn }: Reply): ReplyView => ({
  paragraphs: words.split(/\n+/),
  published: `publiée le ${formatDate(publishedOn)}`,
});

/** « 3 mars 2026 », with what is said to stand behind it. */
export type DeclarationView = { declared: string; proof: string; href: string | null };

/** What surrounds a claim: its text as the timeline knows it, and whether it is invented. */
export type ClaimContext = {
  catalogue: Catalogue;
  summary: AgreementSummary | null;
  isFictional: boolean;
  /** The page it stands on and what the employer says beside it; a card elsewhere has neither. */
  page?: { siren: Siren; reply: Reply | undefined };
};

/** What stands around a quote, said in a word: « Sous les titres », « La phrase commence ainsi »; `between`: what separates its texts. */
export type Piece = { label: string; texts: string[]; between: string };

/** A title above the quote prints the number of its article. */
const isTitled = ({ article, context }: Claim): boolean =>
  context?.titles.some((title) =>
    title.split(/[^\p{L}\d.]+/u).some((word) => word.replace(/\.$/, '') === article),
  ) ?? false;

function aroundOf(context: Claim['context']): Pick<ClaimCard, 'before' | 'behind' | 'passage'> {
  const piece = (label: string, texts: readonly (string | null)[], between = ' › '): Piece[] => {
    const told = texts.filter((text) => text !== null);
    return told.length > 0 ? [{ label, texts: told, between }] : [];
  };
  if (!context) return { before: [], behind: [], passage: [] };
  const { titles, above, head, tail, before, after, conditions } = context;
  return {
    before: [
      ...piece(titles.length > 1 ? 'Sous les titres' : 'Sous le titre', titles),
      ...piece('Plus haut dans le texte', [above]),
      ...piece('La phrase commence ainsi', [head]),
    ],
    behind: piece('Elle continue ainsi', [tail]),
    passage: [
      ...piece('Juste avant', [before]),
      ...piece('Juste après', [after]),
      ...piece('Ailleurs dans le texte, sur les conditions', conditions, ' … '),
    ],
  };
}

export function viewClaim(
  claim: Claim,
  benefit: Benefit,
  { catalogue, summary, isFictional, page }: ClaimContext,
): ClaimCard {
  const [first, ...others] = showValues(benefit, claim.values);
  const isNumber = first !== undefined && /^\d/.test(first.text);
  return {
    id: claim.id,
    benefit: benefit.label,
    benefitHref: benefitHref(benefit.id),
    state: shownState(claim),
    stateLabel: stateLabel(claim),
    stateText: stateSentence(claim, claim.agreement?.signedOn ?? null),
    closedBy: claim.closedBy && { title: claim.closedBy.title, href: agreementHref(claim.closedBy.id) },
    figure: isNumber ? { ...splitFigure(first.text), label: saysItself(first) ? null : first.label } : null,
    values: isNumber ? others : first ? [first, ...others] : [],
    gap: describeGap(claim.gap, benefit),
    quote: claim.quote,
    ...aroundOf(claim.context),
    article: isTitled(claim) ? null : claim.article,
    coverage: describeCoverage(claim, (code) => departmentName(catalogue, code)),
    conditions: describeEligibility(claim),
    agreement: claim.agreement && {
      title: claim.agreement.title,
      signed: signedOnWords(claim.agreement.signedOn),
      href: agreementHref(claim.agreement.id),
      legifrance: legifranceHref(claim.agreement.id, isFictional),
    },
    declaration: claim.declaration && {
      declared: formatDate(claim.declaration.declaredOn),
      proof: PROOF_LABELS[claim.declaration.proof.kind],
      href: claim.declaration.proof.url,
    },
    filedBy: summary?.isShared ? showName(summary.filedBy.name) : null,
    rules: claim.rules,
    reading: readingOf(judge(catalogue.quality, benefit.id)),
    provenance: summary?.provenance ?? null,
    reportHref: reportHref(claim.id, summary?.isShared ? page?.siren : undefined),
    reply: page?.reply ? viewReply(page.reply) : null,
  };
}

const FIGURE = /^([\d\s.,]*\d(?:\s?[%€])?)(?:\s+(.*))?$/u;

/** The number to set in large figures, with its % or €, and the words that follow. */
export function splitFigure(text: string): { number: string; unit: string } {
  const [, number = text, unit = ''] = FIGURE.exec(text) ?? [];
  return { number, unit };
}

const PRODUCERS: Record<string, string> = {
  acco: 'DILA, base ACCO des accords d’entreprise',
  sirene: 'Insee, base SIRENE',
  idcc: 'Ministère du Travail, conventions collectives par entreprise',
  egapro: 'Ministère du Travail, Egapro',
  qvct: 'Chiffres publiés par l’employeur',
  labels: 'Médiateur des entreprises, ESS France, Plateforme de l’inclusion',
  hiring: 'France Travail, La Bonne Boîte',
  declared: 'Déclaré par l’employeur, dans son espace',
};

/** « DILA, base ACCO des accords d’entreprise » */
export const producerOf = (source: string): string => PRODUCERS[source] ?? source;

/** « DILA, base ACCO …, fichier X du 13 juillet 2025 » */
export const sourceWords = ({ source, file, publishedOn }: Provenance): string =>
  `${producerOf(source)}, fichier ${file} du ${formatDate(publishedOn)}`;
