import { addDays, NO_END, type IsoDate } from '#domain/dates.ts';
import type { Employer, Site } from './employer.ts';
import { headOffice } from './employer.ts';
import { AGREEMENTS_MAX, fictionalAgreementId, filingNumber } from './identifiers.ts';
import type { Calendar } from './life.ts';
import type { Agreement, DocumentKind, Frame, Genre, Life, Section } from './model.ts';
import { createRandom, type Random } from './random.ts';
import type { Writer } from './writer.ts';

/** What a story says of one agreement; the planner adds numbers, dates and places. */
export type Draft = {
  genre: Genre;
  title: string;
  life: Life;
  themes: readonly string[];
  write(w: Writer): Section[];
  frame: Partial<Frame> & { subject: string };
  document?: DocumentKind;
  site?: Site;
  legalName?: string;
  isComplete?: boolean;
  nature?: string;
};

const UNIONS = ['CFDT', 'CGT', 'CGT-FO', 'CFTC', 'CFE-CGC', 'UNSA', 'SOLIDAIRES'] as const;

/** Older records cut the name there. */
const NAME_CUT = 38;

export type Planner = { seed: string; agreements: Agreement[]; employer: Employer; random: Random; calendar: Calendar; unions: string[]; add(draft: Draft): Agreement }; // prettier-ignore

/** Who signs for the staff: unions in larger firms, elected members or a referendum in small ones. */
function signatoriesOf(random: Random, employer: Employer): { unions: string[]; codes: string[] } {
  if (employer.headcount >= 150 || (employer.headcount >= 50 && random.chance(0.6))) {
    const unions = random.sample(UNIONS, employer.headcount >= 500 ? random.int(2, 4) : random.int(1, 2));
    return { unions, codes: unions.map((union) => `0${UNIONS.indexOf(union) + 1}`) };
  }
  return { unions: [], codes: [employer.headcount < 20 || random.chance(0.3) ? '94' : '92'] };
}

function endPrinted(random: Random, life: Life): string {
  if (life.endsOn) return random.chance(0.92) ? life.endsOn : '';
  return life.duration.kind === 'indefinite' && random.chance(0.75) ? NO_END : '';
}

/** Collects the agreements of one employer, in the order stories tell them. */
export function createPlanner(seed: string, employer: Employer, calendar: Calendar): Planner {
  const random = createRandom(seed, 'plan', employer.index);
  const agreements: Agreement[] = [];
  const { unions, codes } = signatoriesOf(random, employer);
  const latest = addDays(calendar.incrementOn, -3);
  const add = (draft: Draft): Agreement => {
    const ordinal = agreements.length;
    if (ordinal >= AGREEMENTS_MAX)
      throw new Error(`sample: more than ${AGREEMENTS_MAX} agreements for ${employer.siren}`);
    const { life } = draft;
    const earlier = (date: IsoDate): IsoDate => (date > latest ? latest : date);
    const filedOn = earlier(addDays(life.signedOn, random.int(1, 20)));
    const publishedOn = earlier(addDays(filedOn, random.int(12, random.chance(0.05) ? 700 : 120)));
    const site = draft.site ?? headOffice(employer);
    const filing = employer.sites[0]!.place.department;
    const year = Number(life.effectiveOn.slice(0, 4));
    const agreement: Agreement = {
      id: fictionalAgreementId(employer.index, ordinal),
      employer,
      ordinal,
      genre: draft.genre,
      nature: draft.nature ?? (draft.genre === 'amendment' ? 'AVENANT' : 'ACCORD'),
      title: draft.title,
      life,
      number: filingNumber(filing, filedOn, employer.index, ordinal),
      siret: site.siret,
      legalName: draft.legalName ?? (life.signedOn < '2020-01-01' ? employer.legalName.slice(0, NAME_CUT) : employer.legalName),
      filedOn,
      publishedOn,
      dates: { filed: filedOn, effective: random.chance(0.95) ? life.effectiveOn : '', end: endPrinted(random, life), published: publishedOn },
      isComplete: draft.isComplete ?? !random.chance(0.03),
      themes: [...draft.themes],
      unions,
      signatories: codes,
      document: draft.document ?? 'docx',
      batch: publishedOn <= calendar.fullOn ? 'full' : 'increment',
      isWithdrawn: false,
      closures: [],
      write: draft.write,
      frame: { kind: 'company', members: [], parent: null, year, ...draft.frame },
    }; // prettier-ignore
    agreements.push(agreement);
    return agreement;
  };
  return { seed, agreements, employer, random, calendar, unions, add };
}

/** A title as filers type it: often in capitals, sometimes without accents, a stray quote now and then. */
export function filedTitle(random: Random, title: string): string {
  if (random.chance(0.45)) return title;
  const capitals = title.toUpperCase();
  if (random.chance(0.5)) return capitals;
  return capitals
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('’', random.chance(0.1) ? '"' : "'");
}
