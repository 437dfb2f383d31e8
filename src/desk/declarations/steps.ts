import type { Catalogue } from '#catalogue/catalogue.ts';
import { LABEL_MAX, ProofKind, WORDS, type DraftContent } from '#domain/declaration.ts';
import { InputError } from '#domain/errors.ts';
import { enumerate } from '#domain/french.ts';
import { isSiretValid, type Siret } from '#domain/ids.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { inField, readFields, readLine, readLines } from '../fields.ts';
import { faultsOfPublicWords } from '../public-words.ts';
import { readNumber, readValues } from './values.ts';

/** One thing a page, in this order; the last one is read again and published. */
export const STEPS = ['avantage', 'chiffres', 'phrase', 'couverture', 'preuve', 'relecture'] as const;
export type Step = (typeof STEPS)[number];

export const isStep = (text: string | undefined): text is Step => STEPS.includes(text as Step);

/** Benefits without typed values have no page of figures. */
export const stepsOf = (content: DraftContent, catalogue: Catalogue): Step[] => {
  const benefit = content.benefit && catalogue.benefitById.get(content.benefit);
  return STEPS.filter((step) => step !== 'chiffres' || !benefit || Object.keys(benefit.values).length > 0);
};

/** First page that still lacks something; the last one when nothing does. */
export function nextOpenStep(content: DraftContent, catalogue: Catalogue): Step {
  const isDone: Record<Step, boolean> = {
    avantage: content.benefit !== undefined,
    chiffres: content.values !== undefined,
    phrase: content.words !== undefined,
    couverture: content.scope !== undefined,
    preuve: content.proof !== undefined,
    relecture: false,
  };
  return stepsOf(content, catalogue).find((step) => !isDone[step])!;
}

type Context = { catalogue: Catalogue; profile: EmployerProfile; content: DraftContent };

/** What a page sends, as it goes into the draft. @throws InputError with what to do */
export function readStep(step: Step, form: FormData, context: Context): DraftContent {
  switch (step) {
    case 'avantage':
      return readBenefit(form, context);
    case 'chiffres':
      return {
        values: readValues(benefitOf(context), (slot) => readLine(form, `valeur-${slot}`, LABEL_MAX)),
      };
    case 'phrase':
      return { words: inField('phrase', () => readWords(readLine(form, 'phrase', WORDS.most + 1))) };
    case 'couverture':
      return readCoverage(form, context);
    case 'preuve':
      return { proof: readProof(readLine(form, 'preuve'), readLine(form, 'adresse', 501)) };
    case 'relecture':
      return {};
  }
}

/** @throws InputError when the draft names no benefit yet */
export function benefitOf({ catalogue, content }: Pick<Context, 'catalogue' | 'content'>) {
  const benefit = content.benefit && catalogue.benefitById.get(content.benefit);
  if (!benefit) throw new InputError('Choisissez d’abord un avantage.');
  return benefit;
}

function readBenefit(form: FormData, { catalogue, content }: Context): DraftContent {
  const benefit = catalogue.benefits.find(({ id }) => id === readLine(form, 'avantage'));
  if (!benefit) throw new InputError([{ words: 'Choisissez un avantage dans la liste.', field: 'avantage' }]);
  // Figures of another benefit would be read in other units.
  return benefit.id === content.benefit ? {} : { benefit: benefit.id, values: undefined };
}

/** @throws InputError with everything that keeps these words from being published */
export function readWords(words: string): string {
  const faults = faultsOfPublicWords(words, { most: WORDS.most });
  if (words !== '' && words.length < WORDS.least)
    faults.push('Écrivez une phrase complète : ce que vous offrez, à qui, à quelles conditions.');
  if (faults.length > 0) throw new InputError(faults.join(' '));
  return words;
}

function readCoverage(form: FormData, { profile }: Context): DraftContent {
  const { qui, anciennete, exclus } = readFields({
    qui: () => readScope(form, profile),
    anciennete: () => readSeniority(readLine(form, 'anciennete', 10)),
    exclus: () => readLabel(readLine(form, 'exclus', LABEL_MAX + 1), 'Personnes exclues'),
  });
  return { scope: qui, seniorityMonths: anciennete, excluded: exclus };
}

function readSeniority(typed: string): number | null {
  if (typed === '') return null;
  const months = readNumber(typed);
  if (months === null || !Number.isInteger(months) || months > 600)
    throw new InputError('Ancienneté : écrivez un nombre entier de mois, de 0 à 600, ou laissez vide.');
  return months;
}

function readScope(form: FormData, profile: EmployerProfile): DraftContent['scope'] {
  const kind = readLine(form, 'qui');
  if (kind === 'tous') return { kind: 'employer', label: null, sirets: [] };
  if (kind === 'etablissement')
    return inField('siret', () => establishmentScope(readLines(form, 'siret'), profile));
  if (kind !== 'categorie') throw new InputError('Dites qui est couvert.');
  return inField('categorie', () => {
    const label = readLabel(readLine(form, 'categorie', LABEL_MAX + 1), 'Catégorie');
    if (label === null) throw new InputError('Nommez la catégorie couverte, par exemple « cadres ».');
    return { kind: 'category', label, sirets: [] };
  });
}

/** @throws InputError on an establishment that is not one of this employer */
export function establishmentScope(
  typed: readonly string[],
  profile: EmployerProfile,
): DraftContent['scope'] {
  const sirets = [...new Set(typed.map((text) => text.replace(/\s/g, '')))].sort();
  if (sirets.length === 0) throw new InputError('Choisissez au moins un établissement.');
  if (sirets.length > 20)
    throw new InputError('Choisissez vingt établissements au plus, ou toute l’entreprise.');
  const stranger = sirets.find((siret) => !isSiretValid(siret) && !isListed(siret, profile));
  if (stranger) throw new InputError(`« ${stranger} » n’est pas un numéro SIRET valide.`);
  const foreign = sirets.find((siret) => !siret.startsWith(profile.siren));
  if (foreign)
    throw new InputError(`L’établissement ${foreign} n’est pas de cet employeur (SIREN ${profile.siren}).`);
  const names = sirets.map((siret) => profile.identity?.establishments.find((each) => each.siret === siret)?.communeName ?? siret); // prettier-ignore
  const label = `${sirets.length > 1 ? 'établissements' : 'établissement'} de ${enumerate([...new Set(names)])}`;
  return { kind: 'establishment', label: label.slice(0, LABEL_MAX), sirets: sirets as Siret[] };
}

const isListed = (siret: string, { identity }: EmployerProfile): boolean =>
  identity?.establishments.some((each) => each.siret === siret) ?? false;

/** A few words that are published, or null. @throws InputError */
export function readLabel(typed: string, name: string): string | null {
  if (typed === '') return null;
  const [fault] = faultsOfPublicWords(typed, { most: LABEL_MAX });
  if (fault) throw new InputError(`${name} : ${fault}`);
  return typed;
}

/** @throws InputError when the kind is unknown, or the address is no public https one */
export function readProof(kind: string, address: string): NonNullable<DraftContent['proof']> {
  const known = ProofKind.safeParse(kind);
  if (!known.success) throw new InputError([{ words: 'Dites ce qui fonde cet avantage.', field: 'preuve' }]);
  if (address === '') return { kind: known.data, url: null };
  const url = URL.canParse(address) ? new URL(address) : null;
  const isPublic =
    url?.protocol === 'https:' && /\.[a-z]{2,}$/i.test(url.hostname) && !url.username && !url.password;
  if (!isPublic || address.length > 500)
    throw new InputError([
      { words: 'L’adresse doit commencer par https:// et mener à une page publique.', field: 'adresse' },
    ]);
  return { kind: known.data, url: url.href };
}
