import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingOf } from './support/findings.ts';

/** `yes` or `no`, whether what stands below is granted, and a line: one a line of the file. */
const readLines = (name: string): { isGranted: boolean; line: string }[] =>
  readFileSync(new URL(`../fixtures/extraction/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [told, text = ''] = line.split('\t');
      return { isGranted: told === 'yes', line: text };
    });

const ASKED = [
  ['enfant-malade', 'Deux jours d’absence payés par an pour enfant malade'],
  ['mutuelle', 'Prise en charge de la mutuelle à 70 %'],
] as const;
const isGrant = (text: string, benefit: string): boolean => findingOf(text, benefit)?.standing === 'granted';

describe('a line that opens a list', () => {
  it.each(readLines('openers.tsv'))('$line', ({ isGranted, line }) => {
    const list = `${line}\n${ASKED.map(([, item]) => `- ${item}.`).join('\n')}`;
    expect(ASKED.map(([benefit]) => isGrant(list, benefit))).toEqual(ASKED.map(() => isGranted));
  });
});

describe('an answer to a demand', () => {
  it.each(readLines('answers.tsv'))('$line', ({ isGranted, line }) => {
    for (const [benefit, item] of ASKED)
      for (const text of [
        `Demande de la CFDT : ${item}\nRéponse de la Direction : ${line}`,
        `Demandes de la CGT :\n- ${item}\n${line}`,
        `Revendications de FO\n1. ${item}\nRéponse : ${line}\n2. Augmentation générale\nRéponse : 2 %`,
        `| Demandes syndicales | Réponses de la Direction |\n| Augmentation générale | 2 % |\n| ${item} | ${line} |`,
      ])
        expect(isGrant(text, benefit), text).toBe(isGranted);
  });
});
