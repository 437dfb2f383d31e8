import type { IsoDate } from '#domain/dates.ts';
import type { AgreementId, BenefitId, Siren } from '#domain/ids.ts';
import type { AgreementPage, EmployerProfile } from '#domain/profile.ts';
import type { Place } from '#domain/place.ts';
import type { EmployerName } from '#domain/same-name.ts';
import type { SearchDocument } from '#domain/search.ts';
import { dataPath } from '#env';
import { liveFacts } from './live.ts';
import type { BenefitEmployer, Gone, ProfileKey } from './reader.ts';

export type { BenefitEmployer, BenefitFigures, Figures, Gone, ProfileKey } from './reader.ts';

const facts = liveFacts(() => dataPath('facts.db'));
const { ask } = facts;
/** A question of another file of this folder to the live facts. */
export const askFacts = ask;

/** Lets the file go; the next read opens it again. */
export const closeFacts = (): void => facts.close();

/** Every employer page, in order of SIREN. */
export const listProfileKeys = (): ProfileKey[] => ask((reader) => reader.listProfileKeys());
export const readProfile = (siren: Siren): EmployerProfile | null =>
  ask((reader) => reader.readProfile(siren));
export const readAgreement = (id: AgreementId): AgreementPage | null =>
  ask((reader) => reader.readAgreement(id));
/** In order of id. */
export const listAgreementIds = (): AgreementId[] => ask((reader) => reader.listAgreementIds());
/** In order of SIREN. */
export const listSearchDocuments = (): Iterable<SearchDocument> =>
  ask((reader) => reader.listSearchDocuments());
/** Version of the extractor that read the texts. */
export const readExtractor = (): string | null => ask((reader) => reader.readExtractor());
export const readFigures = () => ask((reader) => reader.readFigures());
export const readBenefitFigures = () => ask((reader) => reader.readBenefitFigures());
/** Employers whose leading claim of that benefit is live, the most recently effective first. */
export const listBenefitEmployers = (benefit: BenefitId, limit: number): BenefitEmployer[] =>
  ask((reader) => reader.listBenefitEmployers(benefit, limit));
/** Communes with an employer of the directory, in order of code. */
export const listPlaces = (): Place[] => ask((reader) => reader.listPlaces());
/** Names of employers that hold these words one after the other (`sameNameKey`). */
export const findNamed = (words: string): EmployerName[] => ask((reader) => reader.findNamed(words));
/** The employer that took over a unit without a page of its own: its address leads there. */
export const findMoved = (siren: Siren): { to: Siren; on: IsoDate } | null =>
  ask((reader) => reader.findMoved(siren));
/** Files the facts rest on, oldest first, with how many agreements and employers each one feeds. */
export const listSources = () => ask((reader) => reader.listSources());
/** The tombstone of an address (`/employeurs/…`, `/accords/…`), which then answers 410. */
export const findGone = (path: string): Gone | null => ask((reader) => reader.findGone(path));
export const listGone = (): Gone[] => ask((reader) => reader.listGone());
/** Employers one of whose states changes on or before this day: what the nightly run takes. */
export const listChangingBy = (day: IsoDate): Siren[] => ask((reader) => reader.listChangingBy(day));
