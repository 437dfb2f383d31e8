import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { proofread } from '#domain/typeset.ts';

const catalogue = loadCatalogue();

/** Markdown and addresses out, so that only prose is left. */
const prose = (markdown: string): string =>
  markdown
    .replace(/\]\([^)]*\)/g, '')
    .replace(/\[/g, '')
    .replace(/^\|.*$/gm, (row) => row.replace(/ {2,}/g, ' '))
    .replace(/^ *- /gm, '')
    .replace(/\*\*/g, '');

const strings: [string, string][] = [
  ...catalogue.families.flatMap(({ id, label, description }): [string, string][] => [
    [`families/${id} label`, label],
    [`families/${id} description`, description],
  ]),
  ...catalogue.qvctThemes.map(({ id, sentence }): [string, string] => [`qvct/${id} sentence`, sentence]),
  ...catalogue.benefits.flatMap((benefit): [string, string][] => [
    ...(['label', 'shortLabel', 'definition', 'limits', 'visibility', 'question', 'goodAnswer'] as const).map(
      (field): [string, string] => [`benefits/${benefit.id} ${field}`, benefit[field]],
    ),
    ...benefit.floor.map(({ rule }): [string, string] => [`benefits/${benefit.id} floor`, rule]),
    ...Object.entries(benefit.values).map(([slot, { label }]): [string, string] => [
      `benefits/${benefit.id} ${slot}`,
      label,
    ]),
  ]),
  ...catalogue.presets.flatMap(({ id, label, sentence, benefits }): [string, string][] => [
    [`presets/${id} label`, label],
    [`presets/${id} sentence`, sentence],
    ...benefits.map(({ benefit, why }): [string, string] => [`presets/${id} ${benefit}`, why]),
  ]),
  ...catalogue.glossary.flatMap(({ id, term, definition, expansion }): [string, string][] => [
    [`glossary/${id} term`, term],
    [`glossary/${id} definition`, definition],
    [`glossary/${id} expansion`, expansion ?? ''],
  ]),
  ...catalogue.pages.flatMap(({ id, title, description, body }): [string, string][] => [
    [`pages/${id} title`, title],
    [`pages/${id} description`, description],
    ...prose(body)
      .split('\n')
      .map((line, i): [string, string] => [`pages/${id} line ${i + 1}`, line]),
  ]),
  ...catalogue.departments.map(({ code, of }): [string, string] => [`departments ${code}`, of]),
  ...[...catalogue.nafDivisions, ...catalogue.nafSections, ...catalogue.headcountBands],
];

it('every French string of content/ passes the proofreader', () => {
  const misprints = strings.flatMap(([where, text]) =>
    proofread(text).map(({ rule, excerpt }) => `${where}: ${rule}: ${excerpt}`),
  );
  expect(misprints).toEqual([]);
});

it('sentences begin with a capital and end with a full stop', () => {
  const sentences = catalogue.benefits.flatMap(({ id, definition, limits, visibility, goodAnswer }) =>
    [definition, limits, visibility, goodAnswer].map((text) => [id, text] as const),
  );
  for (const [id, text] of sentences) {
    expect(text, id).toMatch(/^[\p{Lu}«\d]/u);
    expect(text, id).toMatch(/\.$/u);
    expect(
      text.split(/(?<=\.)\s/u).every((sentence) => /^[\p{Lu}«\d]/u.test(sentence)),
      `${id}: ${text}`,
    ).toBe(true);
  }
});

describe('plain French', () => {
  it('keeps sentences short', () => {
    const long = catalogue.benefits.flatMap(({ id, definition, limits, visibility }) =>
      [definition, limits, visibility]
        .flatMap((text) => text.split(/(?<=[.!?])\s/u))
        .filter((sentence) => sentence.split(/\s/u).length > 40)
        .map((sentence) => `${id}: ${sentence}`),
    );
    expect(long).toEqual([]);
  });

  it('says « vous », not « tu »', () => {
    for (const [where, text] of strings)
      expect(text, where).not.toMatch(/(?<!\p{L})(?:tu|toi|ton|tes)(?!\p{L})/u);
  });
});

it('editorial pages are stored typeset, whoever renders them', () => {
  for (const { id } of catalogue.pages)
    expect(readFileSync(`content/pages/${id}.md`, 'utf8').split('\n---\n')[1], id).not.toMatch(/[\p{L}]'\p{L}| [:;?!»]/u);
}); // prettier-ignore
