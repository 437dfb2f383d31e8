import { createHash } from 'node:crypto';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { isLiveState, NOT_A_GRANT, shownState, type Claim } from '#domain/claim.ts';
import { todayInParis, type IsoDate } from '#domain/dates.ts';
import type { PublishedDeclaration } from '#domain/declaration.ts';
import type { Mask } from '#domain/mask.ts';
import { toEntries } from '#domain/precedence.ts';
import type { WorkPlace } from '#domain/place.ts';
import type { PublishedQvct } from '#domain/qvct-declaration.ts';
import { judge } from '#domain/quality.ts';
import type { AgreementPage, AgreementSummary, BenefitEntry, Identity, Reply } from '#domain/profile.ts';
import { stateOfText } from '#domain/states.ts';
import type { IndicatorRows } from '#db/corpus/indicators.ts';
import type { PublishedReply } from '#db/app/replies.ts';
import type { AgreementFacts, EmployerFacts } from '#db/facts/write.ts';
import { claimsOf } from './derive-claims.ts';
import { declaredClaims, declaredYears } from './derive-declarations.ts';
import { documentOf } from './derive-document.ts';
import {
  describePlace,
  latestFirst,
  placeOf,
  type DepartmentOf,
  type Identified,
} from './derive-identity.ts';
import { indicatorsOf } from './derive-indicators.ts';
import { livesOf, type EmployerText, type Life } from './derive-lives.ts';

export type ProfileContext = {
  catalogue: Catalogue;
  today: IsoDate;
  mask: Mask;
  isSuppressed: (claim: string) => boolean;
  isMisread: (claim: string) => boolean;
};

/** Everything known of one employer that is not withheld. */
export type EmployerInput = {
  who: Identified;
  identity: Identity | null;
  /** All departments with an open establishment, also beyond those `identity` keeps. */
  departments: string[];
  departmentOf: DepartmentOf;
  /** What sources besides agreements and Sirene state. */
  indicators: IndicatorRows;
  /** Communes with an open establishment. */
  places: WorkPlace[];
  /** Filed by it, and filed by others that name it. */
  texts: EmployerText[];
  /** What it published beside its claims. */
  replies: readonly PublishedReply[];
  /** What it declares itself: benefits, and figures. */
  declarations: readonly PublishedDeclaration[];
  qvct: readonly PublishedQvct[];
};

export type Derived = { employer: EmployerFacts; agreements: AgreementFacts[]; masked: string[] };

/** One employer's rows of the facts. A function of its input: the same texts on the same day give the same bytes. */
export function deriveProfile(input: EmployerInput, context: ProfileContext): Derived {
  const { who, identity, texts } = input;
  const { catalogue, today, mask } = context;
  const lives = livesOf(texts);
  const about = {
    siren: who.siren,
    benefits: catalogue.benefitById,
    today,
    mask,
    isSuppressed: context.isSuppressed,
    isMisread: context.isMisread,
    departmentOf: input.departmentOf,
  };
  const read = claimsOf(lives, {
    ...about,
    isToConfirm: (benefit) => judge(catalogue.quality, benefit).isToConfirm,
  });
  const declared = declaredClaims(input.declarations, about);
  const claims = [...read.claims, ...declared.claims];
  const figures = declaredYears(input.qvct, about);
  const changes = [...read.changes, ...declared.changes, ...figures.changes];
  const masked = [...read.masked, ...declared.masked];
  const { repeated } = read;
  const entries = toEntries(claims.filter(({ id }) => !repeated.has(id)), catalogue.benefits.map(({ id }) => id)); // prettier-ignore
  const summaries = latestFirst(texts).map((text) =>
    summaryOf(lives.get(text.record.id)!, lives, claims, today),
  );
  for (const { changesOn } of summaries) if (changesOn) changes.push(changesOn);
  const own = texts.filter(({ isShared }) => !isShared);
  const naf =
    identity?.nafCode ?? latestFirst(own).find(({ record }) => record.nafCode)?.record.nafCode ?? null;

  const indicators = indicatorsOf(input.indicators, figures.years, own, identity, catalogue, today);
  if (indicators.hiring) changes.push(indicators.hiring.expiresOn);

  const profile = mask.maskProfile({
    siren: who.siren,
    name: who.name,
    isFictional: who.isFictional,
    identity,
    ...placeOf(input.departments, own),
    nafCode: naf,
    ...indicators,
    entries,
    agreements: summaries.map(({ summary }) => summary),
    replies: repliesTo(entries, input.replies),
    counts: {
      attested: entries.filter(({ lead }) => isAttested(lead)).length,
      live: entries.filter(({ lead }) => isLive(lead)).length,
      agreements: texts.length,
      textsRead: texts.filter(({ textStatus }) => textStatus === 'read').length,
    },
    changesOn: changes.sort()[0] ?? null,
  });
  return {
    employer: {
      profile,
      document: mask.maskDocument(documentOf(profile, input, catalogue)),
      place: describePlace(profile, identity, catalogue),
      places: input.places,
      digest: digestOf(profile, catalogue.hash),
      isIndexable: profile.counts.live > 0 || profile.replies.length > 0,
    },
    agreements: own.map((text) => {
      const { summary } = summaries.find((each) => each.summary.id === text.record.id)!;
      const page = mask.maskAgreement(pageOf(text, summary, claims));
      return { page, digest: digestOf(page, catalogue.hash) };
    }),
    masked,
  };
}

/** Those whose claim still stands on the page; the others wait for a moderator. */
function repliesTo(entries: readonly BenefitEntry[], replies: readonly PublishedReply[]): Reply[] {
  const shown = new Set(entries.flatMap(({ lead, others }) => [lead.id, ...others.map(({ id }) => id)]));
  return replies
    .filter(({ claimId }) => claimId === null || shown.has(claimId))
    .map(({ claimId, words, publishedAt }) => ({
      claim: claimId,
      words,
      publishedOn: todayInParis(new Date(publishedAt)),
    }));
}

const isLive = (claim: Claim): boolean => isLiveState(shownState(claim));
/** Granted by a text at some time, whatever became of it. */
const isAttested = ({ state, agreement }: Claim): boolean =>
  agreement !== null && state !== 'ended' && !NOT_A_GRANT.includes(state);

const digestOf = (value: object, catalogueHash: string): string =>
  createHash('sha256').update(JSON.stringify(value)).update(`\0${catalogueHash}`).digest('hex');

function summaryOf(
  life: Life,
  lives: ReadonlyMap<string, Life>,
  claims: readonly Claim[],
  today: IsoDate,
): { summary: AgreementSummary; changesOn: IsoDate | null } {
  const { text, term, link, closure, amends } = life;
  const { record, textStatus, provenance, isShared, filer } = text;
  const { id, nature, number, siret, signedOn, filedOn, publishedOn, themes, signatoryUnions } = record;
  const { state, changesOn } = stateOfText({ term, closure, isRead: textStatus === 'read', signedOn }, today);
  const benefits = claims.filter(({ agreement }) => agreement?.id === id).map(({ benefit }) => benefit);
  return {
    changesOn,
    summary: {
      id,
      title: link.title,
      nature,
      number,
      siret,
      signedOn,
      filedOn,
      publishedOn,
      term,
      state,
      replacedBy: state === 'replaced' && closure ? { id: closure.by.id, title: closure.by.title } : null,
      amends: amends && lives.has(amends) ? amends : null,
      textStatus,
      themes,
      signatoryUnions,
      benefits: [...new Set(benefits)].sort(),
      isShared,
      filedBy: filer,
      provenance,
    },
  };
}

function pageOf(text: EmployerText, summary: AgreementSummary, claims: readonly Claim[]): AgreementPage {
  const { effectiveOn, endsOn, isComplete, isFictional, documentName } = text.record;
  return {
    summary,
    employer: text.filer,
    members: text.members,
    claims: claims
      .filter(({ agreement }) => agreement?.id === summary.id)
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    signedOnStated: text.signedOnStated,
    effectiveOnStated: effectiveOn,
    endsOnStated: endsOn,
    isComplete,
    isFictional,
    documentName,
  };
}
