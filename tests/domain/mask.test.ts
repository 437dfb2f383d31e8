import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createMask,
  isPublishableText,
  looksLikePerson,
  MASKED_TITLE,
  refuseEmployer,
} from '#domain/mask.ts';
import type { Siret } from '#domain/ids.ts';
import { day, makeClaim, makeProfile, makeSummary, PROVENANCE } from '../support/facts.ts';

const words = fc.constantFrom(
  'La société réserve ',
  'six berceaux, contact : ',
  'SIRET 32509072800057 ',
  'article 4.2 (',
  '« ',
);
const letters = fc.stringMatching(/^[a-zé]{1,8}$/);
const email = fc
  .tuple(
    letters,
    fc.constantFrom('', '.', '-', '_'),
    letters,
    letters,
    fc.constantFrom('fr', 'com', 'asso.fr'),
  )
  .map(([a, dot, b, host, top]) => `${a}${dot}${b}@${host}.${top}`);
const pair = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'));
const phone = fc
  .tuple(
    fc.constantFrom('0', '+33', '+33 ', '0033 ', '+33 (0)'),
    fc.integer({ min: 1, max: 9 }),
    fc.constantFrom('', ' ', '.', '-'),
    fc.tuple(pair, pair, pair, pair),
  )
  .map(([start, first, gap, pairs]) => `${start}${first}${gap}${pairs.join(gap)}`);

describe('isPublishableText', () => {
  it('never lets an e-mail address or a telephone number through', () => {
    fc.assert(
      fc.property(fc.tuple(words, fc.oneof(email, phone), words), ([before, contact, after]) => {
        expect(isPublishableText(`${before}${contact} ${after}`)).toBe(false);
      }),
    );
  });

  it.each([
    'La société réserve six berceaux.',
    'SIRET 325 090 728 00057, accord T06926072394 du 01/02/2024',
    'Code APE 6201Z, 09558084100013',
    'Madame, Monsieur, la Direction et les organisations syndicales',
    'Monsieur le Directeur et M. X sont convenus',
    'de 01/01/2024 à 31/12/2026, 35 heures, 1 000 000 €',
  ])('lets « %s » through', (text) => {
    expect(isPublishableText(text)).toBe(true);
  });

  it.each(['Représentée par Mme Martin', 'MADAME DUVAL NADINE', 'par M. Jean Le Goff, directeur'])(
    'holds back « %s »',
    (text) => {
      expect(isPublishableText(text)).toBe(false);
    },
  );
});

describe('refuseEmployer', () => {
  it.each([
    ['MADAME LEGRAND SYLVIANE', true],
    ['DURAND NICOLAS', true],
    ['PIERRE COUVREUR', false],
    ['ETS LUCIEN', false],
    ['J.M. WESTON', false],
    ['VERRERIE DU COUESNON', false],
  ])('%s looks like a person: %s', (name, expected) => {
    expect(looksLikePerson(name)).toBe(expected);
  });

  it('trusts SIRENE over the look of a name', () => {
    expect(refuseEmployer('DURAND NICOLAS', true)).toBeNull();
    expect(refuseEmployer('DURAND NICOLAS', null)).toBe('person-name');
    expect(refuseEmployer('VERRERIE DU COUESNON', false)).toBe('not-diffusible');
  });
});

describe('createMask', () => {
  const mask = createMask((text) => text.includes('Le Goff'));

  it('drops a claim whose quote names a person', () => {
    expect(mask.maskClaim(makeClaim())).not.toBeNull();
    expect(mask.maskClaim(makeClaim({ quote: 'Écrire à crh@exemple.fr pour un berceau.' }))).toBeNull();
    expect(mask.maskClaim(makeClaim({ quote: 'Le Goff Yann reçoit les demandes.' }))).toBeNull();
    expect(mask.maskClaim(makeClaim({ values: { note: 'Le Goff Yann' } }))).toBeNull();
  });

  it('leaves out what names a person around a quote, and keeps the rest', () => {
    const context = { titles: ['4.2 Berceaux'], above: 'Le Goff Yann suit les berceaux', head: null, tail: 'sur présentation d’un justificatif', before: null, after: null, conditions: [] };
    expect(mask.maskClaim(makeClaim({ context }))?.context).toEqual({ ...context, above: null });
    const titles = ['Le Goff Yann', '4.2 Berceaux'];
    expect(mask.maskClaim(makeClaim({ context: { ...context, titles } }))?.context?.titles).toEqual(['4.2 Berceaux']);
    expect(mask.maskClaim(makeClaim({ context: null }))?.context).toBeNull();
  }); // prettier-ignore

  it('replaces a title that names a person, everywhere it stands', () => {
    const title = 'Accord NAO signé par Mme Martin';
    const summary = makeSummary({ title, replacedBy: { id: makeSummary().id, title } });
    const [masked] = mask.maskProfile(makeProfile({ agreements: [summary] })).agreements;
    expect(masked).toMatchObject({ title: MASKED_TITLE, replacedBy: { title: MASKED_TITLE } });
    const claim = mask.maskClaim(
      makeClaim({ agreement: { ...makeClaim().agreement!, title }, closedBy: { ...makeClaim().agreement!, title } }),
    );
    expect(claim).toMatchObject({ agreement: { title: MASKED_TITLE }, closedBy: { title: MASKED_TITLE } });
  }); // prettier-ignore

  it('takes names out of the words that employers and lists write themselves', () => {
    const siret = '00271828600012' as Siret;
    const years = { year: 2025, perimeter: 'entreprise' as const, siret, publishedOn: day('2026-03-01'), basis: 'published' as const, declaration: null }; // prettier-ignore
    const qvct = { ...years, sourceUrl: null, method: 'Calcul de Mme Martin.', figures: { cse: true }, provenance: PROVENANCE }; // prettier-ignore
    const label = {
      id: 'rfar' as const,
      scope: 'Le Goff Yann',
      since: null,
      until: null,
      provenance: PROVENANCE,
    };
    const score = { status: 'stated' as const, value: 90 };
    const index = { year: 2025, score, indicators: [], headcountBand: null, ues: { name: 'UES Mme Martin', members: 2 }, provenance: PROVENANCE }; // prettier-ignore
    const equality = { index: [index], representation: [], directive: [] };
    const masked = mask.maskProfile(makeProfile({ qvct: [qvct], labels: [label], equality }));
    expect(masked.qvct[0]).toMatchObject({ method: null, figures: { cse: true } });
    expect(masked.labels[0]).toMatchObject({ id: 'rfar', scope: null });
    expect(masked.equality.index[0]).toMatchObject({ score, ues: { name: null, members: 2 } });
  });
});
