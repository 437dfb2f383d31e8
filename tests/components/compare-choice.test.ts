import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addToChoice, COMPARED_MAX, isCanonical, readChoice } from '#components/view/compare-choice.ts';
import { exactMatch, readNames, searchNames, viewOpenNames } from '#components/view/compare-names.ts';
import { compareHref } from '#components/view/links.ts';
import { suggestNames } from '#components/view/name-options.ts';
import { Siren } from '#domain/ids.ts';

const siren = (n: number): Siren => Siren.parse(String(n).padStart(9, '0'));
const read = (query: string) => readChoice(new URLSearchParams(query));

describe('the address of a comparison', () => {
  const [a, b, c] = [siren(1), siren(2), siren(3)];

  it('reads both forms, in order, each employer once', () => {
    expect(read(`e=${a}-${b}-${c}`).sirens).toEqual([a, b, c]);
    expect(read(`e=${c}&e=${a}&e=${b}`).sirens).toEqual([c, a, b]);
    expect(read(`e=${a}-${b}&e=${a}&e=${c}`).sirens).toEqual([a, b, c]);
    expect(read('e=000%20000%20001').sirens).toEqual([a]);
    expect(read('').sirens).toEqual([]);
  });

  it('keeps six and says what is beyond', () => {
    const seven = [1, 2, 3, 4, 5, 6, 7].map(siren);
    const choice = read(`e=${seven.join('-')}`);
    expect(choice.sirens).toEqual(seven.slice(0, 6));
    expect(choice.left).toEqual([siren(7)]);
    expect(addToChoice(read(`e=${a}`), [a, b])).toEqual({ sirens: [a, b], left: [], unreadable: 0 });
  });

  it('counts what is no SIREN and goes on', () => {
    const choice = read(`e=${a}-abc-123-${b}-1234567890&e=%3Cscript%3E&e=`);
    expect(choice).toEqual({ sirens: [a, b], left: [], unreadable: 4 });
  });

  it('knows the one form that people share', () => {
    const isOne = (query: string) => isCanonical(new URLSearchParams(query), read(query));
    expect(isOne(`e=${a}-${b}`)).toBe(true);
    expect(isOne('')).toBe(true);
    expect(isOne(`e=${a}&e=${b}`)).toBe(false);
    expect(isOne(`e=${a}-${a}`)).toBe(false);
    expect(isOne('e=')).toBe(false);
    expect(compareHref([a, b], ['l’un & l’autre'])).toBe(
      `/comparer?e=${a}-${b}&q=l%E2%80%99un+%26+l%E2%80%99autre`,
    );
    expect(compareHref([])).toBe('/comparer');
  });

  it('survives any value', () => {
    const part = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d\- ]{0,60}$/));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (values) => {
        const { sirens, left } = readChoice(new URLSearchParams(values.map((value) => ['e', value])));
        expect(sirens.length).toBeLessThanOrEqual(COMPARED_MAX);
        expect(new Set([...sirens, ...left]).size).toBe(sirens.length + left.length);
        expect([...sirens, ...left].every((each) => /^\d{9}$/.test(each))).toBe(true);
        const again = compareHref(sirens).replace(/^[^?]*\??/, '');
        expect(readChoice(new URLSearchParams(again)).sirens).toEqual(sirens);
      }),
    );
  });
});

describe('names typed', () => {
  const suggestion = (n: number, name: string) => ({ siren: siren(n), name, place: null });
  const engine = (answers: Record<string, ReturnType<typeof suggestion>[]>) => ({
    suggest: (text: string) => Promise.resolve(answers[text] ?? []),
  });

  it('are cleaned, and empty fields left out', () => {
    expect(readNames(new URLSearchParams('q=&q=%20Verrerie%00%20&q=Verrerie'))).toEqual(['Verrerie']);
    expect(readNames(new URLSearchParams({ q: 'Verrerie\r\n\n Abeille ; Ruche\n' }))).toEqual([
      'Verrerie',
      'Abeille',
      'Ruche',
    ]);
    const long = ['Verrerie', 'Abeille'].map((name) => `${name} ${'et fils '.repeat(9)}`.trim());
    expect(readNames(new URLSearchParams({ q: long.join(', ') }))).toEqual(long);
    expect(readNames(new URLSearchParams(Array.from({ length: 9 }, (_, i) => ['q', `n${i}`])))).toHaveLength(
      6,
    );
  });

  it('add an employer only where one alone bears exactly that name', () => {
    const list = [suggestion(1, "VERRERIE D'ÉTÉ"), suggestion(2, "VERRERIE D'ÉTÉ SUD")];
    expect(exactMatch('verrerie d’ete', list)).toBe(siren(1));
    expect(exactMatch('verrerie', list)).toBeNull();
    expect(exactMatch('doux', [suggestion(1, 'Doux'), suggestion(2, 'DOUX')])).toBeNull();
    expect(exactMatch('x', [])).toBeNull();
  });

  it('may be numbers; the others stay open, each with the employers it may mean', async () => {
    const answers = { abeille: [suggestion(1, 'Abeille Nord'), suggestion(4, "L'Abeille Sud")], ruche: [] };
    const { found, open } = await searchNames(
      ['000 000 002', '00000000300012', 'abeille', 'ruche'],
      engine(answers),
    );
    expect(found).toEqual([siren(2), siren(3)]);
    const [first, second] = viewOpenNames(open, [siren(2), siren(1)]);
    expect(first!.choices).toEqual([
      { siren: siren(4), name: 'L’Abeille Sud', note: 'SIREN\u00a0000\u202f000\u202f004', isFirst: true },
    ]);
    expect(first!.searchHref).toBeNull();
    expect(second).toMatchObject({ choices: [], searchHref: '/recherche?q=ruche' });
  });

  it('stand between commas, unless one name holds the comma', async () => {
    const answers = {
      'Verre, bois et fils': [suggestion(1, 'VERRE, BOIS ET FILS')],
      abeille: [suggestion(4, 'Abeille')],
      ruche: [suggestion(5, 'Ruche Nord'), suggestion(6, 'Ruche Sud')],
    };
    const read = async (text: string) => {
      const { found, open } = await searchNames([text], engine(answers));
      return { found, open: open.map((each) => each.text) };
    };
    expect(await read('Verre, bois et fils')).toEqual({ found: [siren(1)], open: [] });
    expect(await read('abeille, ruche,, 000 000 002')).toEqual({
      found: [siren(4), siren(2)],
      open: ['ruche'],
    });
  });

  it('are proposed while typed from the second letter on', async () => {
    const asked: string[] = [];
    const list = (typed: string) =>
      suggestNames(typed, {
        suggest: (text) => Promise.resolve(asked.push(text) ? [suggestion(1, "L'Abeille")] : []),
      });
    expect(await list(' a ')).toEqual([]);
    expect(await list(' ab\u0000')).toEqual([
      { siren: siren(1), name: 'L’Abeille', note: 'SIREN\u00a0000\u202f000\u202f001' },
    ]);
    expect(asked).toEqual(['ab']);
  });

  it('are answered by a form of their own, with one address afterwards', () => {
    const params = new URLSearchParams(`e=${siren(1)}&choix0=${siren(2)}&choix1=`);
    const choice = readChoice(params);
    expect(choice).toEqual({ sirens: [siren(1), siren(2)], left: [], unreadable: 0 });
    expect(isCanonical(params, choice)).toBe(false);
  });
});
