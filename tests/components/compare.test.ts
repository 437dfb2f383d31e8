import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { describeRows, describeTexts, viewCompareTable } from '#components/view/compare-table.ts';
import { compareLead, compareTitle, listProblems, viewShare } from '#components/view/compare.ts';
import { Siren } from '#domain/ids.ts';
import type { BenefitEntry } from '#domain/profile.ts';
import { proofread } from '#domain/typeset.ts';
import { claim, day, entry, profile, term } from './fixtures.ts';

const catalogue = loadCatalogue();
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const siren = (n: number): Siren => Siren.parse(String(n).padStart(9, '0'));
const employer = (n: number, entries: BenefitEntry[] = []) =>
  profile(entries, { siren: siren(n), name: `Employeur ${n}` });

describe('the table', () => {
  const conditional = claim('creche', 'in-force', {
    values: { berceaux: 3 },
    scope: { kind: 'category', label: 'cadres', sirets: [] },
    eligibility: { seniorityMonths: null, included: [], excluded: [], isConditional: true },
  });
  const table = viewCompareTable(
    [
      employer(1, [
        { benefit: conditional.benefit, lead: conditional, others: [] },
        entry('mutuelle', 'restates-law'),
      ]),
      employer(2, [entry('teletravail', 'lapsed')]),
      employer(3),
    ],
    catalogue,
  );
  const rows = table.groups.flatMap((group) => group.rows);

  it('has one row a benefit known of somebody, in the order of the catalogue, one cell an employer', () => {
    expect(rows.map(({ href }) => href)).toEqual([
      '/avantages/creche',
      '/avantages/mutuelle',
      '/avantages/teletravail',
    ]);
    for (const { cells } of rows) expect(cells).toHaveLength(3);
    expect(table.unknownCount).toBe(catalogue.benefits.length - 3);
    expect(table.unknown.flatMap(({ benefits }) => benefits)).toHaveLength(table.unknownCount);
  });

  it('puts what tells employers apart before what is the same and what is in force nowhere', () => {
    const both = ['creche', 'enfant-malade', 'grossesse', 'garde-enfants'] as const;
    const [first, second] = [
      employer(1, [
        entry(both[0], 'lapsed'),
        entry(both[1], 'in-force'),
        entry(both[2], 'in-force'),
        entry(both[3], 'presumed'),
      ]),
      employer(2, [entry(both[1], 'declared'), entry(both[2], 'lapsed')]),
    ];
    const { groups } = viewCompareTable([first, second], catalogue);
    const found = groups.flatMap((group) => group.rows);
    expect(found.map(({ live, isSame }) => [live, isSame])).toEqual([
      [1, false],
      [1, false],
      [2, true],
      [0, false],
    ]);
    expect(plain(describeRows(found))).toBe(
      '4 avantages, dont 1 pareil chez tous et 1 sans clause en vigueur',
    );
    expect(plain(describeRows(found.slice(0, 1)))).toBe('1 avantage');
    expect(plain(describeRows(found.slice(3)))).toBe('1 avantage, aucune clause en vigueur');
  });

  it('says state, value, term and limits, and leads to the clause', () => {
    const { claim: cell } = rows[0]!.cells[0]!;
    expect(cell).toMatchObject({ state: 'in-force', href: `/employeurs/000000001#${conditional.id}` });
    expect(cell!.notes.map(plain)).toEqual([
      'jusqu’au 31 décembre 2026',
      'pour « cadres »',
      'sous condition',
    ]);
    expect(rows[0]!.isOptional).toBe(true);
  });

  it('gives no value to what grants nothing, and leads silence to its reason', () => {
    expect(rows[1]!.cells[0]!.claim).toMatchObject({ state: 'restates-law', value: null, notes: [] });
    expect(rows[1]!.cells[2]).toEqual({
      claim: null,
      href: '/employeurs/000000003#sans-trace-mutuelle',
      employer: 'Employeur 3',
    });
  });

  it('shows no star and no term where the reading is too unsure', () => {
    const lead = claim('creche', 'in-force', { isToConfirm: true });
    const { groups } = viewCompareTable(
      [employer(1, [{ benefit: lead.benefit, lead, others: [] }])],
      catalogue,
    );
    expect(groups[0]!.rows[0]!.cells[0]!.claim).toMatchObject({ state: 'to-confirm', notes: [] });
  });

  it('tells the gap to the law in a few words', () => {
    const gap = {
      slot: 'jours', difference: 2, minimum: 3, unit: 'jours/an', article: 'L1', url: 'https://www.legifrance.gouv.fr', verifiedOn: day('2026-01-01'), isBranchUnknown: true,
    } as const; // prettier-ignore
    const noteOf = (kind: 'beyond' | 'below' | 'at-floor') => {
      const lead = claim('enfant-malade', 'in-force', {
        term: term({ endsOn: null }),
        gap: { kind, ...gap },
      });
      const { groups } = viewCompareTable(
        [employer(1, [{ benefit: lead.benefit, lead, others: [] }])],
        catalogue,
      );
      return groups[0]!.rows[0]!.cells[0]!.claim!.notes.map(plain);
    };
    expect(noteOf('beyond')).toEqual(['2 jours de plus que la loi']);
    expect(noteOf('at-floor')).toEqual(['égal au minimum légal']);
    expect(noteOf('below')).toEqual(['2 jours de moins que la loi, qui s’applique']);
  });

  it('lets each employer be taken out', () => {
    expect(table.columns.map(({ removeHref }) => removeHref)).toEqual([
      '/comparer?e=000000002-000000003',
      '/comparer?e=000000001-000000003',
      '/comparer?e=000000001-000000002',
    ]);
    expect(viewCompareTable([employer(1)], catalogue).columns[0]!.removeHref).toBe('/comparer');
  });

  it('counts the texts read, for 0, 1 and n', () => {
    const words = (textsRead: number, agreements: number) => plain(describeTexts({ textsRead, agreements }));
    expect(words(0, 1)).toBe('1 accord publié, aucun texte lu');
    expect(words(1, 1)).toBe('1 accord lu');
    expect(words(8, 9)).toBe('8 accords lus sur 9 publiés');
  });
});

describe('sentences', () => {
  const leadOf = (numbers: number[], entries: BenefitEntry[] = []) =>
    plain(
      compareLead(
        viewCompareTable(
          numbers.map((n) => employer(n, entries)),
          catalogue,
        ),
      ),
    );

  it('say what the page shows, for 0, 1, 2 and 6 employers', () => {
    const of = (n: number) => plain(compareTitle(Array.from({ length: n })));
    expect([of(0), of(1), of(2), of(6)]).toEqual([
      'Comparer des employeurs', 'Comparer des employeurs', 'Comparer 2 employeurs', 'Comparer 6 employeurs',
    ]); // prettier-ignore
    expect(leadOf([])).toContain('De deux à six');
    expect(leadOf([1])).toContain('Ajoutez au moins un autre');
    expect(leadOf([1, 2])).toContain('Cela ne veut pas dire non');
    expect(leadOf([1, 2], [entry('creche')])).toBe(
      `Leurs accords parlent de 1 avantage sur ${catalogue.benefits.length} suivis.`,
    );
  });

  it('say what is not in the table, without a fault of French', () => {
    const absent = [
      { siren: siren(8), isGone: false },
      { siren: siren(9), isGone: true },
    ];
    const choice = { sirens: [], left: [siren(7)], unreadable: 2 };
    const one = listProblems(choice, { profiles: [], absent }, () => "L'Étoile");
    expect(one.map(plain)).toEqual([
      'Nous ne connaissons aucun accord publié de cet employeur : 000 000 008. Ce silence ne dit rien de ce qui y existe.',
      'Cette page a été retirée : 000 000 009.',
      'Six employeurs au plus : L’Étoile n’est pas dans le tableau.',
      '2 parties de l’adresse ne sont pas des numéros SIREN (numéro de l’entreprise, neuf chiffres) et sont laissées de côté.',
    ]);
    const many = listProblems(
      { sirens: [], left: [siren(6), siren(7)], unreadable: 1 },
      { profiles: [], absent: [...absent, ...absent] },
      () => null,
    );
    expect(plain(many[2]!)).toContain('000 000 006 et 000 000 007 ne sont pas');
    expect([...one, ...many].flatMap(proofread)).toEqual([]);
    expect(
      listProblems({ sirens: [], left: [], unreadable: 0 }, { profiles: [], absent: [] }, () => null),
    ).toEqual([]);
  });

  it('share one link', () => {
    const { link, mailto, csvHref } = viewShare([employer(1), employer(2)], 'https://exemple.fr');
    expect(link).toBe('https://exemple.fr/comparer?e=000000001-000000002');
    expect(decodeURIComponent(mailto)).toContain(`Employeur 1 et Employeur 2\n\n${link}`);
    expect(csvHref).toBe('/comparer.csv?e=000000001-000000002');
  });
});
