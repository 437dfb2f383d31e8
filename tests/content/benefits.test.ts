import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import type { BenefitId } from '#domain/ids.ts';
import { QVCT_THEMES } from '#domain/qvct.ts';

const { benefits, benefitById, families, presets, glossary, pages } = loadCatalogue();

/** The list of benefits the directory promises: adding one is adding a file and a word here. */
const EXPECTED = `
creche garde-enfants maternite paternite enfant-malade grossesse rentree-scolaire temps-partiel-parental
mutuelle mutuelle-famille prevoyance maintien-maladie prevention-sante conge-menstruel
teletravail teletravail-indemnite horaires-flexibles deconnexion rtt semaine-4-jours temps-partiel-choisi
conges-supplementaires evenements-familiaux cet planning
don-de-jours aidants engagement violences
interessement participation epargne-salariale prime-partage-valeur treizieme-mois prime-anciennete retraite-supplementaire
titres-restaurant restauration logement cse-activites
mobilites-durables transport-public velo-voiture
egalite handicap seniors diversite
formation abondement-cpf tutorat
expression usure charge-travail`
  .trim()
  .split(/\s+/);

it('holds the 53 benefits, ten families, nine presets and every theme of QVCT', () => {
  expect(new Set(EXPECTED).size).toBe(53);
  for (const id of EXPECTED) expect(benefitById.has(id as BenefitId), id).toBe(true);
  expect(families.map(({ id }) => id)).toEqual(
    'parentalite sante temps solidarite remuneration quotidien mobilite inclusion carriere travail'.split(
      ' ',
    ),
  );
  expect(presets.map(({ id }) => id)).toEqual(
    'aidant alternant-ou-cdd fin-de-carriere horaires-atypiques jeune-parent mobilite-geographique parent-solo reprise-d-etudes rqth'.split(
      ' ',
    ),
  );
  for (const { id } of QVCT_THEMES)
    expect(
      benefits.some(({ qvctTheme }) => qvctTheme === id),
      id,
    ).toBe(true);
});

it('gives every benefit its own place, label and short label', () => {
  for (const of of ['label', 'shortLabel'] as const)
    expect(new Set(benefits.map((benefit) => benefit[of])).size).toBe(benefits.length);
  const places = benefits.map(({ family, place }) => `${family} ${place}`);
  expect(new Set(places).size).toBe(benefits.length);
});

describe.each(benefits)('$id', (benefit) => {
  it('has dated floors, each with article, address and date of check', () => {
    for (const floor of benefit.floor) {
      expect(floor.article).toMatch(/^[LRD]\d|loi n° |accord national |convention collective /);
      expect(floor.url).toMatch(/^https:\/\/www\.legifrance\.gouv\.fr\//);
      expect(floor.verifiedOn >= floor.since).toBe(true);
      expect(floor.rule).toMatch(/\.$/);
      // An amount nobody read in the law itself says so.
      if (/annoncée? /.test(floor.rule)) expect(floor.rule).toMatch(/à revérifier/);
    }
    expect(benefit.floor.map(({ since }) => since)).toEqual(
      benefit.floor.map(({ since }) => since).toSorted(),
    );
    // A text without a floor of its day would be called optional: the first floor is older than the first published text.
    if (!benefit.isOptional) expect(benefit.floor[0]!.since < '2017-09-01').toBe(true);
  });

  it('carries at least fifteen sentences that grant and eight that do not', () => {
    expect(benefit.examples.match.length).toBeGreaterThanOrEqual(15);
    expect(benefit.examples.miss.length).toBeGreaterThanOrEqual(8);
    const texts = [...benefit.examples.match, ...benefit.examples.miss].map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('gives its examples values inside the bounds of their slots', () => {
    for (const { text, values = {} } of benefit.examples.match)
      for (const [slot, value] of Object.entries(values)) {
        const { min = -Infinity, max = Infinity, unit } = benefit.values[slot]!;
        if (unit === 'oui/non') expect(value, text).toBeTypeOf('boolean');
        else if (unit === 'texte') expect(value, text).toBeTypeOf('string');
        else {
          expect(value, text).toBeTypeOf('number');
          expect(value, text).toBeGreaterThanOrEqual(min);
          expect(value, text).toBeLessThanOrEqual(max);
        }
      }
  });

  it('asks a question that reveals nothing of the person', () => {
    expect(benefit.question).toMatch(/\u00a0\?$/);
    expect(benefit.question).not.toMatch(
      /(?<!\p{L})(?:je|j’|mon|ma|mes|moi|me)(?!\p{L})|enceinte|grossesse|maternité|paternité|mes enfants|enfant malade|handicap|RQTH|maladie grave|violence|endométriose|règles douloureuses/iu,
    );
    expect(benefit.question.length).toBeLessThan(170);
  });
});

it('presets name existing benefits once, at most five, the indispensable first', () => {
  for (const { id, benefits: wanted } of presets) {
    const ids = wanted.map(({ benefit }) => benefit);
    expect(new Set(ids).size, id).toBe(ids.length);
    const weights = wanted.map(({ weight }) => weight);
    expect(weights, id).toEqual(weights.toSorted());
    expect(weights[0], id).toBe('must');
  }
});

it('explains the acronyms of the site', () => {
  const terms = new Set(glossary.map(({ term }) => term));
  for (const term of ['NAO', 'UES', 'DUE', 'IDCC', 'CSE', 'QVCT', 'SIREN', 'SIRET', 'PEE', 'PERECO', 'CET', 'RTT', 'CESU'])
    expect(terms.has(term), term).toBe(true);
  expect(terms.size).toBe(glossary.length);
}); // prettier-ignore

it('has the editorial pages every footer links to', () => {
  const ids = pages.map(({ id }) => id);
  for (const id of 'methode sources-et-licence mentions-legales donnees-personnelles accessibilite contact nouveautes droit-de-reponse'.split(' '))
    expect(ids).toContain(id);
  for (const { body, id } of pages) expect(body, id).not.toMatch(/^# /m);
}); // prettier-ignore
