import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { viewSearchCard } from '#components/view/search-card.ts';
import { viewPriorities, viewReasons } from '#components/view/search-priorities.ts';
import { parseSearchQuery } from '#search/query.ts';
import { employer } from '../search/fixture.ts';

const catalogue = loadCatalogue();
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const query = (address: string) => parseSearchQuery(new URLSearchParams(address));
const three = 'priorite=mutuelle&priorite=creche&priorite=teletravail';
const some = employer('900000001', 'Une', ['35'], [
  ['mutuelle', 'in-force', null, { employerShare: 60 }],
  ['creche', 'ended'],
  ['teletravail', 'lapsed'],
]); // prettier-ignore

describe('my priorities', () => {
  it('have weights, ends of the list, and an address where one is required', () => {
    const { rows, choices } = viewPriorities(query(three), catalogue);
    expect(rows.map(({ label, weight, isFirst, isLast }) => [label, weight, isFirst, isLast])).toEqual([
      ['Mutuelle', 3, true, false],
      ['Crèche', 2, false, false],
      ['Télétravail', 1, false, true],
    ]);
    expect(rows[0]!.requireHref).toBe('/recherche?avantage=mutuelle&priorite=creche&priorite=teletravail');
    expect(choices.map(({ value }) => value)).not.toContain('creche');
    const five = viewPriorities(query(`${three}&priorite=cet&priorite=rtt`), catalogue);
    expect(five.choices).toEqual([]);
  });

  it('stand apart from what is required, and one becomes the other', () => {
    const { required } = viewPriorities(query(`avantage=cet&avantage=rtt&${three}`), catalogue);
    expect(required.map(({ wishHref }) => query(wishHref.split('?')[1]!)).map(({ benefits, priorities }) => [benefits, priorities])).toEqual([
      [['rtt'], ['mutuelle', 'creche', 'teletravail', 'cet']],
      [['cet'], ['mutuelle', 'creche', 'teletravail', 'rtt']],
    ]); // prettier-ignore
    const full = query(`avantage=formation&${three}&priorite=cet&priorite=rtt`);
    expect(viewPriorities(full, catalogue).required).toEqual([]);
  });

  it('start from life situations, what matters most first', () => {
    const { presets } = viewPriorities(query(''), catalogue);
    expect(presets).toHaveLength(catalogue.presets.length);
    expect(query(presets[0]!.href.split('?')[1]!).priorities).toEqual(
      catalogue.presets[0]!.benefits.map(({ benefit }) => benefit),
    );
  });
});

describe('why a result stands where it stands', () => {
  const reasons = (address: string, ties = [{ weight: 3, count: 5 }]) =>
    viewReasons(some, query(address), catalogue, ties)!;

  it('says what is attested, what is unknown, and that silence is no answer', () => {
    const { summary, interval, rows } = reasons(three);
    expect(plain(summary)).toBe('1 de vos 3 priorités attestée');
    expect(plain(interval)).toBe('Entre 1 au moins et 2 au plus, selon celle que nous ignorons.');
    expect(rows.map(({ standing, value }) => [standing, value && plain(value)])).toEqual([
      ['attested', '60 %'],
      ['ended', null],
      ['unknown', null],
    ]);
    expect(plain(rows[2]!.words)).toBe('Durée dépassée – à confirmer');
    expect(plain(reasons('priorite=mutuelle').summary)).toBe('Votre priorité est attestée');
    expect(plain(reasons('priorite=cet').summary)).toBe('Votre priorité n’est pas attestée');
    const [silent] = reasons('priorite=cet').rows;
    expect([silent!.state, plain(silent!.words)]).toEqual([null, 'aucune trace publique : ni oui, ni non']);
    expect(plain(reasons('priorite=mutuelle').interval)).toBe('Rien d’inconnu parmi vos priorités.');
  });

  it('tells what is granted elsewhere only', () => {
    const two = employer('900000002', 'Deux', ['35', '69'], [['creche', 'in-force', ['69']]]);
    const [row] = viewReasons(two, query('priorite=creche&departement=35'), catalogue, [])!.rows;
    expect([row!.standing, row!.words]).toEqual([
      'unknown',
      'attesté pour d’autres établissements seulement',
    ]);
  });

  it('says ties, which names alone order', () => {
    expect(plain(reasons(three).tie!)).toBe('À égalité avec 4 autres employeurs, par ordre alphabétique.');
    expect(reasons(three, [{ weight: 3, count: 1 }]).tie).toBeNull();
  });

  it('is not said where nothing was asked, and leads the card where it was', () => {
    expect(viewReasons(some, query(''), catalogue, [])).toBeNull();
    const card = viewSearchCard(some, query(three), catalogue);
    expect(card.claims).toEqual([]);
    expect(plain(card.more)).toBe('1 accord publié');
    expect(viewSearchCard(some, query(`avantage=mutuelle&${three}`), catalogue).claims).toHaveLength(1);
  });
});
