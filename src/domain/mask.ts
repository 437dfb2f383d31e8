import type { Claim } from './claim.ts';
import { AT_SIGN, CIVILITIES, EMAIL, FOREIGN_PHONE, FRENCH_PHONE, namedWith } from './contact-patterns.ts';
import { FIRST_NAMES, NOT_A_SURNAME } from './first-names.ts';
import type { QuoteContext } from './extraction.ts';
import type { AgreementPage, AgreementSummary, EmployerProfile } from './profile.ts';
import type { SearchDocument } from './search.ts';

declare const masked: unique symbol;
/** Has passed the mask: the only thing facts takes in. */
export type Masked<T> = T & { readonly [masked]: true };

const email = new RegExp(EMAIL, 'iu');
const phones = [new RegExp(FRENCH_PHONE, 'u'), new RegExp(FOREIGN_PHONE, 'u')];
const civility = new RegExp(namedWith(CIVILITIES), 'u');

/** True when no e-mail, no telephone number and no person introduced by a civility stands in the text. */
export const isPublishableText = (text: string): boolean =>
  !(AT_SIGN.test(text) && email.test(text)) &&
  !phones.some((phone) => phone.test(text)) &&
  !civility.test(text);

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();

/**
 * Registers list natural persons as « NOM PRÉNOM », sometimes with a civility; companies that bear a founder's name
 * print it as « PRÉNOM NOM » and pass.
 */
export function looksLikePerson(name: string): boolean {
  const text = plain(name).trim();
  if (/^(?:MR|MME|MONSIEUR|MADAME|MAITRE|DOCTEUR)[.\s]+\p{L}{2,}/u.test(text)) return true;
  if (/\bENTREPRISE INDIVIDUELLE\b|\(EI\)|(?:^|\s)EI$/.test(text)) return true;
  const words = text.replace(/^M\.? /, '').split(/\s+/);
  if (words.length < 2 || words.length > 3 || !words.every((word) => /^[A-Z'-]+$/.test(word))) return false;
  const [first = '', ...rest] = words;
  return rest.every((word) => FIRST_NAMES.has(word)) && !FIRST_NAMES.has(first) && !NOT_A_SURNAME.test(first);
}

export type EmployerRefusal = 'not-diffusible' | 'person-name';

/**
 * Whether an employer may have a page. `isPublishable`: what SIRENE says (sole traders and partially disclosed units
 * are refused whatever their name), null where SIRENE is silent and the name alone must do.
 */
export function refuseEmployer(name: string, isPublishable: boolean | null): EmployerRefusal | null {
  if (isPublishable === false) return 'not-diffusible';
  if (!isPublishableText(name)) return 'person-name';
  return isPublishable === null && looksLikePerson(name) ? 'person-name' : null;
}

/** More detectors a caller may bring; each says whether a text names a person. */
export type PersonDetector = (text: string) => boolean;
const noDetector: PersonDetector = () => false;

/** Printed instead of a title that names a person or gives a way to reach one. */
export const MASKED_TITLE = 'Titre non publié (données personnelles)';

/** Keeps the words that may be published of lists; replaces titles that may not. */
export function createMask(namesPerson: PersonDetector = noDetector) {
  const isClean = (text: string): boolean => isPublishableText(text) && !namesPerson(text);
  const keep = (texts: readonly string[]): string[] => texts.filter(isClean);
  const title = (text: string): string => (isClean(text) ? text : MASKED_TITLE);
  const clean = (text: string | null): string | null => (text !== null && isClean(text) ? text : null);
  const around = (context: QuoteContext): QuoteContext => ({
    titles: keep(context.titles),
    above: clean(context.above),
    head: clean(context.head),
    tail: clean(context.tail),
    before: clean(context.before),
    after: clean(context.after),
    conditions: keep(context.conditions),
  });
  const values = (claim: Claim): boolean =>
    Object.values(claim.values).every((value) => typeof value !== 'string' || isClean(value));

  /** Null when the quote, or a value in words, names a person: no quote, no claim. */
  function maskClaim(claim: Claim): Claim | null {
    if (!isClean(claim.quote) || !values(claim)) return null;
    const { context, scope, eligibility, agreement, closedBy, article } = claim;
    return {
      ...claim,
      context: context && around(context),
      article: clean(article),
      scope: { ...scope, label: clean(scope.label) },
      eligibility: {
        ...eligibility,
        included: keep(eligibility.included),
        excluded: keep(eligibility.excluded),
      },
      agreement: agreement && { ...agreement, title: title(agreement.title) },
      closedBy: closedBy && { ...closedBy, title: title(closedBy.title) },
    };
  }

  const maskSummary = (summary: AgreementSummary): AgreementSummary => ({
    ...summary,
    title: title(summary.title),
    replacedBy: summary.replacedBy && { ...summary.replacedBy, title: title(summary.replacedBy.title) },
    signatoryUnions: keep(summary.signatoryUnions),
  });

  /** Words that employers and lists write themselves; their figures name nobody. */
  const maskIndicators = ({ equality, qvct, labels }: EmployerProfile) => {
    const index = equality.index.map((year) => ({
      ...year,
      ues: year.ues && { ...year.ues, name: clean(year.ues.name) },
    }));
    return {
      equality: { ...equality, index },
      qvct: qvct.map((year) => ({ ...year, method: clean(year.method), sourceUrl: clean(year.sourceUrl) })),
      labels: labels.map((label) => ({ ...label, scope: clean(label.scope) })),
    };
  };

  return {
    isClean,
    maskClaim,
    maskProfile(profile: EmployerProfile): Masked<EmployerProfile> {
      const { identity } = profile;
      return {
        ...profile,
        identity: identity && {
          ...identity,
          acronym: clean(identity.acronym),
          tradeNames: keep(identity.tradeNames),
          formerSirens: identity.formerSirens.filter(({ name }) => isClean(name)),
          followedBy: identity.followedBy && isClean(identity.followedBy.name) ? identity.followedBy : null,
          establishments: identity.establishments.map((establishment) => ({
            ...establishment,
            name: clean(establishment.name),
          })),
        },
        ...maskIndicators(profile),
        agreements: profile.agreements.map(maskSummary),
        replies: profile.replies.filter(({ words }) => isClean(words)),
      } as Masked<EmployerProfile>;
    },
    maskAgreement: (page: AgreementPage): Masked<AgreementPage> =>
      ({ ...page, summary: maskSummary(page.summary) }) as Masked<AgreementPage>,
    maskDocument: (document: SearchDocument): Masked<SearchDocument> =>
      ({ ...document, aliases: keep(document.aliases) }) as Masked<SearchDocument>,
  };
}
export type Mask = ReturnType<typeof createMask>;
