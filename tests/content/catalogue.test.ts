import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { divisionOfNaf, labelOfNaf, sectionOfNaf } from '#catalogue/naf.ts';
import { BenefitId } from '#domain/ids.ts';

const catalogue = loadCatalogue();

describe('catalogue', () => {
  it('is read once', () => {
    expect(loadCatalogue()).toBe(catalogue);
  });

  it('lists benefits by family, then place', () => {
    const order = catalogue.benefits.map(
      ({ family, place }) => catalogue.familyById.get(family)!.order * 100 + place,
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(catalogue.benefits[0]!.id).toBe('creche');
  });

  it('is typeset', () => {
    const { definition } = catalogue.benefitById.get(BenefitId.parse('rtt'))!;
    expect(definition).not.toMatch(/\p{L}'/u);
    expect(definition).toContain('L’accord');
  });

  it('leaves patterns and examples as typed', () => {
    const typed = readFileSync('content/benefits/rtt.yml', 'utf8');
    for (const { text } of catalogue.benefitById.get(BenefitId.parse('rtt'))!.examples.match)
      expect(typed.replace(/\s+/g, ' ')).toContain(text.split('\n')[0]!.slice(0, 40));
  });
});

describe('reference lists', () => {
  it('know places, trades and sizes', () => {
    expect(catalogue.departments).toHaveLength(104);
    expect(catalogue.departmentByCode.get('2A')).toEqual({
      code: '2A',
      name: 'Corse-du-Sud',
      regionCode: '94',
      of: 'de la Corse-du-Sud',
    });
    expect(catalogue.nafDivisions.size).toBe(88);
    expect(catalogue.nafSections.size).toBe(21);
    expect([...catalogue.headcountBands.keys()].at(-1)).toBe('53');
    expect(catalogue.idccLabels.get('0016')).toContain('Transports routiers');
  });

  it('every sub-class has a division, every division a section, every department a region', () => {
    for (const code of catalogue.nafLabels.keys())
      expect(catalogue.nafDivisions.has(divisionOfNaf(code)!), code).toBe(true);
    for (const [division, section] of catalogue.sectionByDivision)
      expect(catalogue.nafSections.has(section), division).toBe(true);
    const regions = new Set(catalogue.regions.map(({ code }) => code));
    for (const { code, regionCode } of catalogue.departments)
      expect(regions.has(regionCode), code).toBe(true);
  });

  it.each([
    ['62.01Z', 'J', 'Programmation informatique'],
    ['8891A', 'Q', 'Accueil de jeunes enfants'],
    ['6201Y', 'J', null],
    [null, null, null],
    ['xx', null, null],
  ])('%s → section %s', (code, section, label) => {
    expect(sectionOfNaf(catalogue, code)).toBe(section);
    expect(labelOfNaf(catalogue, code)).toBe(label);
  });
});

describe('a wrong content file stops the run and is named', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'content-'));
    for (const name of ['benefits', 'families', 'glossary', 'pages', 'presets', 'quality.json', 'quality-notes.yml', 'qvct', 'reference', 'rgaa.yml'])
      cpSync(`content/${name}`, path.join(root, 'content', name), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const change = (file: string, from: string | RegExp, to: string): void => {
    const target = path.join(root, 'content', file);
    const text = readFileSync(target, 'utf8');
    expect(text).toMatch(from);
    writeFileSync(target, text.replace(from, to));
  };

  it.each([
    ['benefits/rtt.yml', /^place: .*$/m, 'place: 0', /benefits\/.*: place: 0 is taken by/],
    ['benefits/rtt.yml', /^family: .*$/m, 'family: nulle-part', /benefits\/rtt\.yml: family: "nulle-part"/],
    ['benefits/rtt.yml', /^qvctTheme: .*$/m, 'qvctTheme: sport', /benefits\/rtt\.yml: qvctTheme: "sport"/],
    ['benefits/rtt.yml', /^mainValue: .*$/m, 'mainValue: rien', /benefits\/rtt\.yml: mainValue: no slot "rien"/],
    ['benefits/rtt.yml', /^id: rtt$/m, 'id: rttt', /benefits\/rtt\.yml: id: "rttt" is not the file name/],
    ['benefits/rtt.yml', /^label:/m, 'lable:', /benefits\/rtt\.yml: .*label/],
    ['benefits/rtt.yml', /^reviewedOn: .*$/m, 'reviewedOn: hier', /benefits\/rtt\.yml: reviewedOn/],
    ['benefits/mutuelle.yml', /^ {4}minimum: 50$/m, '', /benefits\/mutuelle\.yml: floor\[0\]: slot and minimum/],
    ['families/sante.yml', /^order: .*$/m, 'order: 0', /families\/.*: order: 0 is taken by/],
    ['presets/aidant.yml', /benefit: aidants/, 'benefit: vacances', /presets\/aidant\.yml: benefits\[0\]\.benefit: "vacances"/],
    ['qvct/sante.yml', /^sentence:/m, 'phrase:', /qvct\/sante\.yml: .*sentence/],
    ['glossary/nao.yml', /^term: .*$/m, 'term: [', /glossary\/nao\.yml: not YAML/],
    ['pages/methode.md', /^---\n/, '', /pages\/methode\.md: no front matter/],
    ['reference/regions.json', /^\[/, '{', /reference\/regions\.json: /],
    ['quality.json', /"extractor"/, '"reader"', /quality\.json: .*extractor/],
    ['rgaa.yml', /['"]1\.2['"]/, '"1.1"', /rgaa\.yml: .*106 criteria/],
    ['quality-notes.yml', /^mutuelle:/m, 'mutuele:', /quality-notes\.yml: "mutuele" is no file/],
  ])('%s %s', (file, from, to, message) => {
    change(file, from, to);
    const load = (): unknown => loadCatalogue(root);
    expect(load).toThrow(expect.objectContaining({ name: 'SourceError', message: expect.stringMatching(message) }));
  });

  it('changes the hash with any file of content', () => {
    change('glossary/nao.yml', /Négociation/, 'La négociation');
    expect(loadCatalogue(root).hash).not.toBe(catalogue.hash);
  });

  it('changes the hash with the figures of quality, which change claims', () => {
    change('quality.json', /"measuredOn": "[^"]*"/, '"measuredOn": "2001-01-01"');
    expect(loadCatalogue(root).hash).not.toBe(catalogue.hash);
  });
}); // prettier-ignore
