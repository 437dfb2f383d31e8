import { DATA_DIR } from '../support/data-dir.ts';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { openApp, type AppDatabase } from '#db/app/open.ts';
import { checkFigures, readFigures, typeFigures } from '#desk/qvct/form.ts';
import { beginFigures } from '#desk/qvct/template.ts';
import type { SignedInPerson } from '#desk/sessions.ts';
import { InputError, type Fault } from '#domain/errors.ts';
import type { Siren } from '#domain/ids.ts';
import { isFigure } from '#domain/qvct-schema.ts';
import { formOf, someone } from '../support/desk.ts';
import { buildFacts, makeProfile } from '../support/facts.ts';

const MINE = '732829320' as Siren;
const PROFILE = makeProfile({ siren: MINE, agreements: [], entries: [] });
buildFacts(path.join(DATA_DIR, 'facts.db'), [PROFILE]);
const LINE = {
  siret_declarant: '732 829 320 00074', annee: '2025', perimetre: 'entreprise', date_publication: '2026-03-02',
}; // prettier-ignore

let app: AppDatabase;
let person: SignedInPerson;
beforeEach(() => {
  app = openApp(':memory:');
  person = someone(app, 'rh@verrerie.example', { siren: MINE });
});
const check = (typed: Record<string, string>, by = person) =>
  checkFigures(app, by, MINE, readFigures(formOf({ ...LINE, ...typed })));
function faultsOf(typed: Record<string, string>, by = person): readonly Fault[] {
  try {
    check(typed, by);
  } catch (error) {
    if (error instanceof InputError) return error.faults;
    throw error;
  }
  return [];
}

describe('a year of figures typed by hand', () => {
  it('is read as a French hand writes it, for the employer of the room only', () => {
    const { rows, errors } = check({ siren: '552100554', effectif_31_12: '1 420', part_cdi: '91,2 %', cse: 'oui' }); // prettier-ignore
    expect(errors).toEqual([]);
    expect(rows).toMatchObject([
      { siren: MINE, siret: '73282932000074', year: 2025, figures: { effectif_31_12: 1420, part_cdi: 91.2, cse: true } },
    ]); // prettier-ignore
  });

  it('says every fault at its field, naming fields as the form does', () => {
    const faults = faultsOf({ annee: '25', part_cdi: '191', methode: 'Mme Martin a compté.' });
    expect(faults.map(({ field }) => field)).toEqual(['annee', 'part_cdi']);
    expect(faultsOf({ part_cdi: '91', methode: 'x' })).toEqual([
      { field: 'part_cdi', words: expect.stringMatching(/^Part de CDI\s: .*« Effectif au 31 décembre »/) },
    ]); // prettier-ignore
    expect(faultsOf({ effectif_31_12: '420', methode: 'Mme Martin a compté.' })[0]!.field).toBe('methode');
    for (const { words } of [...faults, ...faultsOf({ effectif_31_12: '3', part_cdi: '91' })])
      expect(words).not.toMatch(/[a-z]_[a-z]/);
  });

  it('holds at least one figure, and is for people whose right is approved', () => {
    expect(faultsOf({ methode: 'Hors salariés expatriés.' })[0]!.words).toMatch(/au moins un chiffre/);
    const waiting = someone(app, 'attend@verrerie.example', { siren: MINE, isApproved: false });
    expect(faultsOf({ cse: 'oui' }, waiting)[0]!.words).toMatch(/pas d’accès validé/);
  });

  it('begins with what is known of the employer', () => {
    expect(beginFigures(PROFILE)).toMatchObject({ siren: MINE, annee: '2025', perimetre: 'entreprise' });
  });

  it('comes back as it was typed: what is declared can be changed', () => {
    const { fields } = loadCatalogue().qvctSchema;
    const numbers = fields.filter(
      (field) => isFigure(field) && field.group === null && field.type === 'number',
    );
    const figures = fc.record(
      Object.fromEntries(
        numbers.map(({ name, constraints }) => [
          name,
          fc
            .double({ min: constraints.minimum ?? 0, max: constraints.maximum ?? 100_000, noNaN: true })
            .map((value) => Math.round(value * 1000) / 1000),
        ]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(figures, fc.boolean(), (some, cse) => {
        const typed = typeFigures({
          siret: '73282932000074' as never, year: 2025, perimeter: 'entreprise', publishedOn: '2026-03-02' as never,
          sourceUrl: null, method: 'Hors salariés expatriés.', figures: { ...some, cse },
        }); // prettier-ignore
        expect(check(typed).rows).toMatchObject([{ method: 'Hors salariés expatriés.', figures: { ...some, cse } }]); // prettier-ignore
      }),
    );
  });
});
