import { describe, expect, it } from 'vitest';
import { linkTexts, type ChainText } from '#domain/chains.ts';
import type { Reference } from '#domain/extraction.ts';
import type { AgreementId, Siret } from '#domain/ids.ts';
import { day } from '../support/evidence.ts';

const id = (n: number): AgreementId => `ACCOTEXT00000000000${n}` as AgreementId;
const text = (n: number, signedOn: string, title: string, overrides: Partial<ChainText> = {}): ChainText => ({
  id: id(n),
  title,
  nature: 'ACCORD',
  number: `T0352406000${n}`,
  siret: '11111111100011' as Siret,
  legalName: 'Verrerie du Couesnon',
  signedOn: day(signedOn),
  references: [],
  ...overrides,
});
const reference = (relation: Reference['relation'], overrides: Partial<Reference> = {}): Reference => ({
  relation,
  number: null,
  title: null,
  signedOn: null,
  ...overrides,
});
const pairs = (texts: ChainText[]) =>
  linkTexts(texts).map(({ from, to, relation, by }) => [from.at(-1), to.at(-1), relation, by]);

describe('linkTexts', () => {
  const telework = text(1, '2019-03-12', 'Accord relatif au télétravail');
  const health = text(2, '2019-03-12', 'Accord sur la mutuelle d’entreprise');

  it('links by the number printed', () => {
    const later = text(3, '2022-01-10', 'Accord QVT', {
      references: [reference('replaces', { number: 'T03524060001' })],
    });
    expect(pairs([telework, health, later])).toEqual([['3', '1', 'replaces', 'number']]);
  });

  it('links by the date cited when the subject does not contradict it', () => {
    const later = text(3, '2022-01-10', 'Accord télétravail', {
      references: [
        reference('replaces', { signedOn: day('2019-03-12'), title: 'accord relatif au télétravail' }),
      ],
    });
    expect(pairs([telework, health, later])).toEqual([['3', '1', 'replaces', 'date']]);
    const other = { ...later, references: [reference('replaces', { signedOn: day('2019-03-12'), title: 'accord NAO' })] };
    expect(pairs([telework, other])).toEqual([]);
  }); // prettier-ignore

  it('links by the day stated with a text, where that text prints another one', () => {
    const earlier = {
      ...text(1, '2019-03-14', 'Accord relatif au télétravail'),
      signedOnStated: day('2019-03-12'),
    };
    const later = (cited: string) =>
      text(3, '2022-01-10', 'Accord télétravail', {
        references: [reference('replaces', { signedOn: day(cited) })],
      });
    for (const cited of ['2019-03-12', '2019-03-14'])
      expect(pairs([earlier, later(cited)])).toEqual([['3', '1', 'replaces', 'date']]);
    expect(pairs([earlier, later('2019-03-13')])).toEqual([]);
  });

  it('takes an ordinal for what it is: « avenant n° 1 du … » is found by its date', () => {
    const first = text(3, '2021-05-04', 'Avenant n° 1 télétravail', { nature: 'AVENANT' });
    const second = text(4, '2022-05-04', 'Avenant n° 2 télétravail', {
      references: [reference('replaces', { number: '1', signedOn: day('2021-05-04') })],
    });
    expect(pairs([first, second])).toEqual([['4', '3', 'replaces', 'date']]);
  });

  it('links an amendment by the date in its title', () => {
    const amendment = text(3, '2021-05-04', 'Avenant n° 1 à l’accord télétravail du 12 mars 2019', {
      nature: 'AVENANT',
    });
    expect(pairs([telework, health, amendment])).toEqual([['3', '1', 'amends', 'date']]);
  });

  it('links an amendment by its subject when one text only is meant', () => {
    const amendment = text(3, '2021-05-04', 'AVENANT N°1 A L’ACCORD TELETRAVAIL', { nature: 'AVENANT' });
    expect(pairs([telework, health, amendment])).toEqual([['3', '1', 'amends', 'subject']]);
    const twin = text(4, '2020-01-01', 'Accord sur le télétravail');
    expect(pairs([telework, twin, amendment])).toEqual([]);
  });

  it('leaves the texts of another establishment alone', () => {
    const elsewhere = text(3, '2022-01-10', 'Accord sur le télétravail', {
      siret: '11111111100029' as Siret,
      references: [reference('replaces')],
    });
    expect(pairs([telework, elsewhere])).toEqual([]);
    expect(pairs([telework, { ...elsewhere, siret: telework.siret }])).toEqual([['3', '1', 'replaces', 'subject']]);
  }); // prettier-ignore

  it('does not link annual texts that say nothing of each other', () => {
    const nao = (n: number, year: number) => text(n, `${year}-02-01`, `Accord NAO ${year}`);
    expect(pairs([nao(1, 2022), nao(2, 2023)])).toEqual([]);
  });

  it('never links a text to a later one', () => {
    const early = text(3, '2018-01-01', 'Accord télétravail', {
      references: [reference('replaces', { number: 'T03524060001' })],
    });
    expect(pairs([telework, early])).toEqual([]);
  });
});
