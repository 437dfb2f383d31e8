import { loadCatalogue } from '#catalogue/catalogue.ts';
import { readAgreement, readProfile } from '#db/facts/read.ts';
import type { Claim } from '#domain/claim.ts';
import { formatDate } from '#domain/dates.ts';
import { sirenOfDeclaration } from '#domain/declared-claim.ts';
import { AgreementId, Siren } from '#domain/ids.ts';
import { claimWords, type LedgerSubject } from '#domain/ledger.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { isQvctId, PERIMETER_WORDS, perimeterInWords } from '#domain/qvct-declaration.ts';
import type { Shown } from '#domain/report.ts';
import { viewClaim } from './claim-card.ts';
import { introduce } from './employer.ts';
import { agreementHref, employerHref } from './links.ts';
import { showName } from './names.ts';
import { signedOnWords } from './states.ts';

/** Something on a page that a report, a reply or a decision is about, as it stands there today. */
export type Subject = LedgerSubject & {
  /** On whose page. */
  siren: Siren;
  employer: string;
  href: string;
  isFictional: boolean;
  shown: Shown;
  /** One line for the ledger. */
  words: string;
  /** Every employer whose page it stands on. */
  sirens: Siren[];
};

const KEY_MAX = 160;

/** What the query of « Signaler une erreur » names: `avantage`, `accord` or `employeur`; null when nothing is there. */
export function readSubject(params: URLSearchParams): Subject | null {
  const siren = params.get('employeur') ?? '';
  const claim = params.get('avantage');
  if (claim) return findSubject({ kind: 'claim', key: claim }, siren);
  const agreement = params.get('accord');
  return agreement
    ? findSubject({ kind: 'agreement', key: agreement }, siren)
    : findSubject({ kind: 'employer', key: siren });
}

/** The same for a thing known by its name; `siren`: the page it was read on, else that of who filed it. */
export function findSubject({ kind, key }: LedgerSubject, siren = ''): Subject | null {
  if (key.length > KEY_MAX || !/^[\w-]+$/.test(key)) return null;
  if (kind === 'employer') return ofEmployer(key);
  return kind === 'agreement' ? ofAgreement(key, siren) : ofClaim(key, siren);
}

function ofEmployer(key: string): Subject | null {
  const siren = Siren.safeParse(key);
  const profile = siren.success ? readProfile(siren.data) : null;
  if (!profile) return null;
  const employer = showName(profile.name);
  return {
    ...{ kind: 'employer', key, siren: profile.siren, employer, href: employerHref(profile.siren) },
    isFictional: profile.isFictional,
    shown: {
      title: employer,
      facts: [{ label: 'La page dit', text: introduce(profile, profile.entries).sentence }],
    },
    words: `Page de l’employeur ${employer}`,
    sirens: [profile.siren],
  };
}

const readPage = (key: string) => {
  const id = AgreementId.safeParse(key.slice(0, 20));
  return id.success ? readAgreement(id.data) : null;
};
/** Employers whose pages show a text. */
const sirensOf = (page: NonNullable<ReturnType<typeof readPage>>): Siren[] => [
  page.employer.siren,
  ...page.members.map(({ siren }) => siren),
];

function ofAgreement(key: string, wanted: string): Subject | null {
  const page = readPage(key);
  if (!page || page.summary.id !== key) return null;
  const sirens = sirensOf(page);
  const siren = sirens.find((each) => each === wanted) ?? page.employer.siren;
  const { title, signedOn } = page.summary;
  return {
    ...{ kind: 'agreement', key, siren, employer: showName(readProfile(siren)?.name ?? page.employer.name) },
    ...{ href: agreementHref(page.summary.id), isFictional: page.isFictional },
    shown: { title, facts: [{ label: 'Date', text: signedOnWords(signedOn) }] },
    words: `${title}, ${signedOnWords(signedOn)}`,
    sirens,
  };
}

/**
 * What somebody typed without coming from a page: an employer, and the name of a benefit, or nothing for the whole page.
 * Null when that page shows no such benefit.
 */
export function findTyped(siren: Siren, benefit: string): Subject | null {
  if (benefit === '') return ofEmployer(siren);
  const wanted = plain(benefit);
  const known = loadCatalogue().benefits.find(({ label, shortLabel }) =>
    [plain(label), plain(shortLabel)].includes(wanted),
  );
  const entry = known && readProfile(siren)?.entries.find((each) => each.benefit === known.id);
  return entry ? ofClaim(entry.lead.id, siren) : null;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’'\s-]+/g, ' ')
    .trim()
    .toLowerCase();

const claimsOf = (profile: EmployerProfile | null): Claim[] =>
  profile?.entries.flatMap(({ lead, others }) => [lead, ...others]) ?? [];

/** Figures that an employer declares of one year. */
function ofFigures(key: string): Subject | null {
  const siren = sirenOfDeclaration(key);
  const profile = siren && readProfile(siren);
  const year = profile?.qvct.find(({ basis, provenance }) => basis === 'declared' && provenance.file === key);
  if (!profile || !year) return null;
  const title = `Chiffres de QVCT ${year.year}`;
  const count = Object.keys(year.figures).length;
  const declared = year.declaration ? `déclarés le ${formatDate(year.declaration.declaredOn)}` : '';
  return {
    ...{ kind: 'claim', key, siren, employer: showName(profile.name), isFictional: profile.isFictional },
    href: `${employerHref(siren)}#qvct`,
    shown: {
      title,
      facts: [
        { label: 'Périmètre', text: PERIMETER_WORDS[year.perimeter](year) },
        { label: 'Chiffres', text: String(count) },
        { label: 'Origine', text: `Déclaration de l’employeur, ${declared}` },
      ],
    },
    words: `${title}, ${perimeterInWords(year)} (${declared})`,
    sirens: [siren],
  };
}

function ofClaim(key: string, wanted: string): Subject | null {
  if (isQvctId(key)) return ofFigures(key);
  const page = readPage(key);
  const declarant = Siren.safeParse(/^declaration-(\d{9})-/.exec(key)?.[1]);
  const sirens = page ? sirensOf(page) : declarant.success ? [declarant.data] : [];
  const siren = sirens.find((each) => each === wanted) ?? sirens[0];
  if (!siren) return null;
  const profile = readProfile(siren);
  const onPage = claimsOf(profile).find(({ id }) => id === key);
  const claim = onPage ?? page?.claims.find(({ id }) => id === key);
  const catalogue = loadCatalogue();
  const benefit = claim && catalogue.benefitById.get(claim.benefit);
  if (!profile || !claim || !benefit) return null;
  const { isFictional } = profile;
  const card = viewClaim(claim, benefit, { catalogue, summary: null, isFictional });
  const { figure, agreement, declaration } = card;
  const facts = [
    figure && { label: figure.label ?? 'Valeur', text: `${figure.number} ${figure.unit}`.trim() },
    ...card.values.map(({ label, text }) => ({ label, text })),
    { label: 'État', text: card.stateLabel },
    { label: 'Durée', text: card.stateText },
    { label: 'Qui est couvert', text: card.coverage },
    { label: 'Phrase citée', text: `«\u00a0${card.quote}\u00a0»` },
    agreement && { label: 'Accord', text: `${agreement.title}, ${agreement.signed}` },
    declaration && { label: 'Origine', text: `Déclaration de l’employeur du ${declaration.declared}` },
  ].filter((fact) => fact !== null);
  return {
    ...{ kind: 'claim', key, siren, employer: showName(profile.name), isFictional },
    href: onPage ? `${employerHref(siren)}#${key}` : agreementHref(page!.summary.id),
    shown: { title: card.benefit, facts },
    words: claimWords(claim, card.benefit),
    sirens,
  };
}
