import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractor } from './support/findings.ts';

/** First day, last day, duration (`fixed36`: months), `yes` where renewed tacitly, sentence: one a line. */
const rows = readFileSync(new URL('../fixtures/extraction/terms.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [from, to, duration, renewed, sentence = ''] = line.split('\t');
    return {
      from: from || null,
      to: to || null,
      duration: duration || null,
      renewed: renewed === 'yes',
      sentence,
    };
  });

describe('how long an agreement lasts, in other words', () => {
  it.each(rows)('$sentence', ({ from, to, duration, renewed, sentence }) => {
    const text = `ACCORD D’ENTREPRISE\nArticle 1 – Repas\nLe titre-restaurant passe à 9 €.\nArticle 8 – Durée et entrée en vigueur\n${sentence}\nArticle 9 – Publicité\nLe présent accord sera déposé sur la plateforme.`;
    const { terms } = extractor.extract(text, { nafCode: null, title: null, legalName: null });
    const months = terms.duration?.kind === 'fixed' ? terms.duration.months : '';
    expect({
      from: terms.effectiveOn,
      to: terms.endsOn,
      duration: terms.duration && `${terms.duration.kind}${months}`,
      renewed: terms.isTacitlyRenewed,
    }).toEqual({ from, to, duration, renewed });
  });
});

/** Relation and day of each agreement that is cited, sentence: one a line. */
const cited = readFileSync(new URL('../fixtures/extraction/references.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [references = '', sentence = ''] = line.split('\t');
    return { references: references.split(',').filter((one) => one !== ''), sentence };
  });

describe('what an agreement does to others', () => {
  it.each(cited)('$sentence', ({ references, sentence }) => {
    const text = `ACCORD D’ENTREPRISE\nArticle 1 – Objet\n${sentence}\nArticle 2 – Publicité\nLe présent accord sera déposé.`;
    const { terms } = extractor.extract(text, { nafCode: null, title: null, legalName: null });
    const found = terms.references.map(({ relation, signedOn }) => `${relation}=${signedOn}`);
    expect(found.sort()).toEqual(references.sort());
  });
});
