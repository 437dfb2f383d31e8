import { describe, expect, it } from 'vitest';
import { loadCatalogue, type Catalogue } from '#catalogue/catalogue.ts';
import { shownState } from '#domain/claim.ts';
import { queryOf, type SearchDocument } from '#domain/search.ts';
import type { Tally } from '#domain/quality.ts';
import { proofread } from '#domain/typeset.ts';
import { markOf } from '#components/constellation.ts';
import { viewClaim } from '#components/view/claim-card.ts';
import { viewEmployer } from '#components/view/employer.ts';
import {
  describeGate,
  describeTally,
  describeCards,
  describeReading,
  describeUnseen,
  describeVersion,
  noticeOf,
  readingOf,
  viewQuality,
  viewTally,
} from '#components/view/quality.ts';
import { viewSearchCard } from '#components/view/search-card.ts';
import { benefitId, claim, day, entry, profile } from './fixtures.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const LABEL = 'À confirmer : lecture automatique peu sûre pour cet avantage';
const tally = (truePositives: number, falsePositives: number, falseNegatives = 0): Tally => ({
  truePositives, falsePositives, falseNegatives, slots: 4, rightSlots: 3,
}); // prettier-ignore
const none: Tally = { truePositives: 0, falsePositives: 0, falseNegatives: 0, slots: 0, rightSlots: 0 };

const loaded = loadCatalogue();
const sure = { real: none, own: tally(15, 0) };
/** Everything judged by the project's own sentences, but mutuelle (real, too unsure) and crèche (real, sure). */
const catalogue: Catalogue = {
  ...loaded,
  quality: {
    ...loaded.quality,
    benefits: {
      ...Object.fromEntries(loaded.benefits.map(({ id }) => [id, sure])),
      [benefitId('mutuelle')]: { real: tally(15, 1, 2), own: tally(15, 0) },
      [benefitId('creche')]: { real: tally(20, 1, 0), own: tally(15, 0) },
    },
  },
};
const benefitOf = (id: string) => catalogue.benefitById.get(benefitId(id))!;
const unsure = entry('mutuelle');
const held = { ...unsure, lead: claim('mutuelle', 'in-force', { isToConfirm: true }) };

describe('a claim to be confirmed', () => {
  const context = { catalogue, summary: null, isFictional: true };

  it('says so in words and shape, and keeps its dates', () => {
    const card = viewClaim(held.lead, benefitOf('mutuelle'), context);
    expect(card.state).toBe('to-confirm');
    expect(plain(card.stateLabel)).toBe(LABEL);
    expect(card.stateText).toBe('Accord applicable du 1er janvier 2024 au 31 décembre 2026.');
    expect(markOf(shownState(held.lead))).toBe('faint');
  });

  it('is not counted in force on its page', () => {
    const view = viewEmployer(profile([entry('creche'), held]), catalogue);
    expect(plain(view.sentence)).toBe('2 avantages attestés par 1 accord, dont 1 en vigueur.');
    expect(plain(view.skyText)).toContain('À confirmer, lecture peu sûre : Mutuelle');
    const alone = viewEmployer(profile([held]), catalogue);
    expect(plain(alone.sentence)).toContain('reste à confirmer');
    expect(alone.families[0]).toMatchObject({ live: 0, glance: [{ note: 'à confirmer' }] });
  });

  it('shows in a result only when it is asked for', () => {
    const document = {
      siren: profile([]).siren, name: 'Verrerie', aliases: [], isFictional: true, departments: ['35'],
      placeBasis: 'filing', communeName: null, places: [], branches: [], nafDivision: null, nafLabel: null, headcountBand: null,
      headcountLabel: null, agreements: 1,
      claims: [{ benefit: benefitId('mutuelle'), state: 'to-confirm', values: {}, departments: null, communes: null }],
    } satisfies SearchDocument; // prettier-ignore
    const bare = viewSearchCard(document, queryOf(), catalogue);
    expect(bare.claims).toEqual([]);
    expect(bare.more).toContain('aucun avantage attesté en vigueur');
    const asked = queryOf({ benefits: [benefitId('mutuelle')], states: ['to-confirm'] });
    expect(viewSearchCard(document, asked, catalogue).claims.map(({ stateLabel }) => plain(stateLabel))).toEqual([LABEL]);
  }); // prettier-ignore
});

describe('the first words of the page', () => {
  it('give each share with its cases and its interval, and none that was not measured', () => {
    const [read, found, values] = describeTally(tally(15, 1, 2)).map(plain);
    expect(read).toBe('93,8 % des avantages lus sont vraiment accordés (15 sur 16, entre 71 % et 99 %).');
    expect(found).toMatch(/^88,2 % des avantages accordés sont trouvés.*\(15 sur 17, /);
    expect(values).toMatch(/^75 % des nombres.*\(3 sur 4, /);
    expect(describeTally(none)).toEqual([]);
    const unseen = { passages: 120, measuredOn: day('2026-11-22'), extractor: 'abc', tally: tally(9, 1) };
    expect(plain(describeUnseen(unseen))).toContain('120 passages d’accords réels');
    expect(proofread(describeUnseen(unseen))).toEqual([]);
    const reading = {
      texts: 415,
      shown: 997,
      wrong: 33,
      missed: 1,
      measuredOn: day('2026-11-22'),
      extractor: 'abc',
    };
    expect(plain(describeReading(reading))).toMatch(
      /sur 997 avantages affichés, 33 étaient .* 1 avantage accordé manquait\./,
    );
    expect(proofread(describeReading(reading))).toEqual([]);
    const cards = {
      measuredOn: reading.measuredOn,
      extractor: 'abc',
      employers: 20,
      shown: 61,
      wrong: 4,
      unlimited: 3,
    };
    expect(plain(describeCards(cards))).toMatch(
      /les 61 cartes de 20 employeurs .* 4 disaient quelque chose de faux, 3 taisaient une limite/,
    );
    expect(proofread(describeCards(cards))).toEqual([]);
    for (const sentence of describeTally(loaded.quality.overall.real))
      expect(proofread(sentence)).toEqual([]);
  });

  it('say how many benefits of a family are to be confirmed', () => {
    const families = viewQuality(catalogue);
    expect(families.find(({ rows }) => rows.some(({ id }) => id === 'mutuelle'))!.summary).toMatch(
      /^\d+\savantages, 1 à confirmer$/u,
    );
    expect(families.find(({ rows }) => rows.some(({ id }) => id === 'creche'))!.summary).toMatch(
      /^\d+\savantages$/u,
    );
  });
});

describe('words on how surely a benefit is read', () => {
  it('name the set that judged it', () => {
    expect(plain(readingOf({ basis: 'real', precision: 20 / 21, isToConfirm: false }))).toBe(
      'Précision de la lecture pour cet avantage, sur accords réels annotés : 95,2 %.',
    );
    expect(readingOf({ basis: 'own', precision: 1, isToConfirm: false })).toContain(
      'précision non mesurée sur accords réels',
    );
    expect(noticeOf({ basis: 'real', precision: 1, isToConfirm: false })).toBeNull();
    expect(noticeOf({ basis: 'own', precision: 1, isToConfirm: false })).toContain(
      'précision non mesurée sur accords réels',
    );
    expect(plain(noticeOf({ basis: 'real', precision: 0.9375, isToConfirm: true })!)).toContain('93,8 %');
  });

  it('never round an insufficient precision up to the bar', () => {
    expect(plain(noticeOf({ basis: 'real', precision: 0.9499, isToConfirm: true })!)).toContain('94,9 %');
  });

  it('are correct French', () => {
    const words = [
      ...([null, 0.9, 1] as const).flatMap((precision) =>
        (['real', 'own', 'none'] as const).flatMap((basis) => [
          readingOf({ basis, precision, isToConfirm: precision !== 1 }),
          noticeOf({ basis, precision, isToConfirm: precision !== 1 }) ?? '',
        ]),
      ),
      describeGate(catalogue),
      describeGate({ ...catalogue, quality: { ...catalogue.quality, benefits: {} } }),
      describeVersion(catalogue.quality, null),
      describeVersion(catalogue.quality, 'autre'),
    ];
    for (const text of words) expect([text, ...proofread(text)]).toEqual([text]);
  });
});

describe('the quality page', () => {
  it('keeps both sets apart, with cases and intervals', () => {
    const rows = viewQuality(catalogue).flatMap((family) => family.rows);
    expect(rows).toHaveLength(catalogue.benefits.length);
    const mutuelle = rows.find(({ id }) => id === 'mutuelle')!;
    expect(plain(JSON.stringify(mutuelle.real?.precision))).toBe(
      '{"share":"93,8 %","cases":"15 sur 16","interval":"entre 71 % et 99 %"}',
    );
    expect(plain(mutuelle.own!.precision!.share)).toBe('100 %');
    expect(mutuelle.verdict).toBe('À confirmer, jugé sur accords réels');
    expect(rows.find(({ id }) => id === 'rtt')!.verdict).toBe('Publié, précision non mesurée sur accords réels');
    expect(viewTally(none)).toEqual({ size: 0, precision: null, recall: null, values: null });
  }); // prettier-ignore

  it('says when the figures are of another version than the one that read the texts', () => {
    const by = (extractor: string) => ({ measuredOn: day('2026-11-21'), extractor });
    const figures = { real: by('v1'), own: by('v1') };
    expect(describeVersion(figures, 'v1')).toContain('celle qui a lu les textes affichés ici');
    expect(describeVersion(figures, 'v2')).toContain('lus par la version v2');
    expect(describeVersion(figures, null)).not.toContain('autre version');
    const apart = describeVersion({ real: by('v1'), own: by('v2') }, 'v2');
    expect(apart).toMatch(/Accords réels mesurés .* version v1 .*phrases d’essai, .* version v2/);
    expect(apart).toContain('autre version');
  });

  it('counts both sides of the gate', () => {
    expect(plain(describeGate(catalogue))).toContain('2 sont jugés sur des accords réels');
    expect(plain(describeGate(catalogue))).toContain('1 est affiché « à confirmer »');
  });
});
