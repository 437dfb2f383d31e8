import { describe, expect, it } from 'vitest';
import type { Siren } from '#domain/ids.ts';
import { createMask } from '#domain/mask.ts';
import type { WorkPlace } from '#domain/place.ts';
import { createFacts } from '#db/facts/open.ts';
import { readerOf } from '#db/facts/reader.ts';
import { refreshFigures, writerOf } from '#db/facts/write.ts';
import { day, documentOf, makeProfile } from '../support/facts.ts';
import { makeIdentity } from '../support/identity.ts';

const rennes = (lat: number, lon: number): WorkPlace => ({
  communeCode: '35238',
  communeName: 'Rennes',
  departmentCode: '35',
  regionCode: '53',
  position: { lat, lon },
});
const abroad: WorkPlace = { ...rennes(0, 0), communeCode: '98818', communeName: 'Nouméa', departmentCode: '988', regionCode: '', position: null }; // prettier-ignore

const [one, two, former] = ['111111111', '222222222', '333333333'] as [Siren, Siren, Siren];

function open(employers: { siren: Siren; places: WorkPlace[]; formers?: Siren[] }[]) {
  const facts = createFacts(':memory:');
  const writer = writerOf(facts);
  const mask = createMask();
  for (const { siren, places, formers = [] } of employers) {
    const linked = formers.map((each) => ({ siren: each, name: 'ÉTOILE', on: day('2024-12-21'), hasAgreements: false })); // prettier-ignore
    const profile = makeProfile({ siren, entries: [], agreements: [], identity: makeIdentity({ formerSirens: linked }) }); // prettier-ignore
    writer.putEmployer({
      profile: mask.maskProfile(profile),
      document: mask.maskDocument(documentOf(profile)),
      place: null,
      places,
      digest: 'd',
      isIndexable: false,
    });
  }
  const refresh = () =>
    refreshFigures(facts, { dataOn: null, derivedOn: day('2026-09-12'), generation: '1' });
  refresh();
  return { writer, refresh, reader: readerOf(facts) };
}

describe('places in facts', () => {
  it('count employers by commune, with the mean of their positions', () => {
    const { reader } = open([
      { siren: one, places: [rennes(48.1, -1.68), abroad] },
      { siren: two, places: [rennes(48.12, -1.66)] },
    ]);
    expect(reader.listPlaces()).toEqual([
      { ...rennes(48.11, -1.67), employers: 2 },
      { ...abroad, employers: 1 },
    ]);
  });

  it('follow an employer that is derived again', () => {
    const { reader, writer, refresh } = open([{ siren: one, places: [rennes(48.1, -1.68)] }]);
    writer.forget([one]);
    refresh();
    expect(reader.listPlaces()).toEqual([]);
  });
});

describe('an address that moved', () => {
  it('leads to the employer that took the unit over', () => {
    const { reader } = open([{ siren: one, places: [], formers: [former] }]);
    expect(reader.findMoved(former)).toEqual({ to: one, on: '2024-12-21' });
    expect(reader.findMoved(one)).toBeNull();
  });

  it('stays where the unit has a page of its own', () => {
    const { reader } = open([
      { siren: one, places: [], formers: [two] },
      { siren: two, places: [] },
    ]);
    expect(reader.findMoved(two)).toBeNull();
  });

  it('leads nowhere once the employer is gone', () => {
    const { reader, writer } = open([{ siren: one, places: [], formers: [former] }]);
    writer.forget([one]);
    expect(reader.findMoved(former)).toBeNull();
  });
});

describe('names in facts', () => {
  it('are found by whole words one after the other, and go with their employer', () => {
    const { reader, writer } = open([{ siren: one, places: [] }]);
    expect(reader.findNamed('atelier').map(({ name }) => name)).toEqual(["L'ATELIER"]);
    expect(reader.findNamed('verrerie du couesnon')).toEqual([
      { siren: one, name: 'Verrerie du Couesnon', isLegal: true },
    ]);
    for (const words of ['ateli', 'couesnon verrerie', 'rue']) expect(reader.findNamed(words)).toEqual([]);
    writer.forget([one]);
    expect(reader.findNamed('atelier')).toEqual([]);
  });

  it('are those of every employer that bears the words, in order of SIREN', () => {
    const { reader, writer } = open([
      { siren: two, places: [] },
      { siren: one, places: [] },
    ]);
    const bearers = (words: string) => reader.findNamed(words).map(({ siren, name }) => [siren, name]);
    expect(bearers('atelier')).toEqual([
      [one, "L'ATELIER"],
      [two, "L'ATELIER"],
    ]);
    expect(bearers('')).toEqual([]);
    writer.forget([one]);
    expect(bearers('atelier')).toEqual([[two, "L'ATELIER"]]);
  });
});
