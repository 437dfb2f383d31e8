import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { describeSky, introduce, viewEmployer } from '#components/view/employer.ts';
import { chooseQuestions, QUESTIONS_MAX } from '#components/view/questions.ts';
import { dateWords, viewTimeline } from '#components/view/timeline.ts';
import { describePlace } from '#components/view/places.ts';
import { day, entry, profile, summary } from './fixtures.ts';

const catalogue = loadCatalogue();
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const counts = (agreements: number, textsRead: number) => ({
  counts: { attested: 0, live: 0, agreements, textsRead },
});

describe('first sentence', () => {
  it('counts benefits, texts and what is in force', () => {
    const three = [entry('creche'), entry('teletravail', 'in-force', 2), entry('mutuelle', 'lapsed', 2)];
    expect(plain(introduce(counts(6, 6), three).sentence)).toBe(
      '3 avantages attestés par 2 accords, dont 2 en vigueur.',
    );
    expect(plain(introduce(counts(6, 6), three.slice(0, 2)).sentence)).toBe(
      '2 avantages attestés par 2 accords, tous en vigueur.',
    );
    expect(plain(introduce(counts(1, 1), three.slice(0, 1)).sentence)).toBe(
      '1 avantage attesté par 1 accord, en vigueur.',
    );
    expect(plain(introduce(counts(1, 1), [entry('creche', 'lapsed')]).sentence)).toContain(
      '1 avantage attesté par 1 accord, qui n’est plus',
    );
  });

  it('says what silence is worth when nothing was found or read', () => {
    expect(introduce(counts(0, 0), []).note).toContain('silence');
    expect(plain(introduce(counts(1, 0), []).sentence)).toBe(
      '1 accord publié, dont le texte n’est pas dans nos données.',
    );
    expect(plain(introduce(counts(3, 2), []).sentence)).toBe(
      '3 accords publiés, 2 textes lus : aucun avantage attesté à ce jour.',
    );
  });
});

describe('employer view', () => {
  const view = viewEmployer(
    profile([
      entry('creche'),
      entry('enfant-malade', 'lapsed'),
      entry('mutuelle', 'restates-law'),
      entry('teletravail', 'not-agreed'),
    ]),
    catalogue,
  );

  it('keeps reminders of the law and demands away from the benefits and from the sky', () => {
    expect(view.families.map(({ id }) => id)).toEqual(['parentalite']);
    expect(view.apart.map(({ lead }) => lead.state)).toEqual(['restates-law', 'not-agreed']);
    expect(view.sky).toHaveLength(2);
  });

  it('lists every benefit without claim, once, under its family', () => {
    const listed = view.unknown.flatMap(({ benefits }) => benefits.map(({ id }) => id));
    expect(listed).toHaveLength(catalogue.benefits.length - 4);
    expect(view.unknownCount).toBe(listed.length);
  });

  it('links no invented agreement to the official publisher', () => {
    expect(view.families[0]?.benefits[0]?.lead.agreement!.legifrance).toBeNull();
    const real = viewEmployer(profile([entry('creche')], { isFictional: false }), catalogue);
    expect(real.families[0]?.benefits[0]?.lead.agreement!.legifrance).toBe(
      'https://www.legifrance.gouv.fr/acco/id/ACCOTEXT000000000001',
    );
  });

  it('describes the sky by name', () => {
    expect(plain(describeSky([entry('creche'), entry('mutuelle', 'lapsed')], catalogue))).toBe(
      'En vigueur : Crèche. Durée dépassée, remplacés ou supprimés : Mutuelle.',
    );
    expect(describeSky([], catalogue)).toContain('Aucune étoile');
  });
});

describe('question sheet', () => {
  it('asks about what is not proven, at most one A4, one a family first', () => {
    const questions = chooseQuestions([entry('creche'), entry('enfant-malade', 'lapsed')], catalogue);
    expect(questions[0]?.id).toBe('enfant-malade');
    expect(questions.map(({ id }) => id)).not.toContain('creche');
    expect(questions.length).toBeLessThanOrEqual(QUESTIONS_MAX);
    const families = questions.map(({ id }) => catalogue.benefitById.get(id)?.family);
    expect(new Set(families).size).toBe(questions.length);
  });

  it('is empty when everything is proven', () => {
    expect(
      chooseQuestions(
        catalogue.benefits.map(({ id }) => entry(id)),
        catalogue,
      ),
    ).toEqual([]);
  });
});

describe('timeline', () => {
  it('goes from the latest to the oldest and names each date for what it is', () => {
    const rows = viewTimeline([summary(1, { signedOn: day('2020-01-01') }), summary(2)], catalogue, true);
    expect(rows.map(({ title }) => title)).toEqual(['Accord 2', 'Accord 1']);
    expect(dateWords(summary(1, { signedOn: null }))).toBe('Déposé le 12 mars 2024');
    expect(dateWords({ signedOn: null, filedOn: null, publishedOn: null })).toBe('Date inconnue');
  });

  it('says who filed a shared text and what could not be read', () => {
    const [row] = viewTimeline([summary(1, { isShared: true, textStatus: 'no-text' })], catalogue, true);
    expect(row?.note).toContain('Déposé par Verrerie Tristéalle.');
    expect(row?.note).toContain('image');
  });
});

describe('place', () => {
  it('says that it is only the department of filing', () => {
    expect(plain(describePlace(catalogue, profile([]))!)).toBe('Département de dépôt : Ille-et-Vilaine (35)');
    expect(describePlace(catalogue, profile([], { placeBasis: 'unknown' }))).toBeNull();
  });
});
