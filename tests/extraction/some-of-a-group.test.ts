import { describe, expect, it } from 'vitest';
import { findingOf } from './support/findings.ts';

const labelOf = (text: string, benefit: string) => findingOf(text, benefit)?.scope.label;

describe('of a group, those of some grades are not all', () => {
  const mutuelle = (who: string) =>
    labelOf(`L’employeur prend en charge 55 % de la mutuelle ${who}.`, 'mutuelle');
  it.each([
    ['pour les ETAM à partir de la position F et les cadres', 'etam à partir de la position F et cadres'],
    ['pour les ouvriers et ETAM jusqu’au niveau IV inclus', 'ouvriers et etam jusqu’au niveau IV inclus'],
    ['des employés (coefficients 180 à 220)', 'employés (coefficients 180 à 220)'],
    ['des techniciens de niveau 3 et plus', 'techniciens de niveau 3 et plus'],
    ['pour les cadres des groupes 6 et 7', 'cadres des groupes 6 et 7'],
    [
      'des agents de maîtrise de coefficient supérieur à 300',
      'agents de maîtrise de coefficient supérieur à 300',
    ],
    [
      'pour les cadres relevant au minimum de la position 2.1',
      'cadres relevant au minimum de la position 2.1',
    ],
    ['pour les cadres supérieurs', 'cadres supérieurs'],
  ])('%s', (who, label) => expect(mutuelle(who)).toBe(label));
  it.each([
    ['pour les cadres du groupe à compter du 1er mars', 'cadres'],
    ['des ouvriers du groupe d’entreprises', 'ouvriers'],
    ['pour les employés, à un niveau de 3 ans', 'employés'],
    ['pour les ouvriers au niveau 2 % plus bas', 'ouvriers'],
  ])('no grade: %s', (who, label) => expect(mutuelle(who)).toBe(label));
  it.each([
    [
      'Agents de maîtrise (coefficients 310 à 330) : 9 jours de RTT par an.',
      'agents de maîtrise (coefficients 310 à 330)',
    ],
    ['ETAM à partir du niveau 5 : 9 jours de RTT par an.', 'etam à partir du niveau 5'],
    ['RTT\nCadres position III\nLe nombre de jours de RTT est fixé à 9 par an.', 'cadres position III'],
    [
      'RTT des techniciens de niveau 4\nLe nombre de jours de RTT est fixé à 9 par an.',
      'techniciens de niveau 4',
    ],
    ['RTT\nCadres\nLe nombre de jours de RTT est fixé à 9 par an.', 'cadres'],
  ])('in a label or a title: %s', (text, label) => expect(labelOf(text, 'rtt')).toBe(label));
  it('those of one grade and those of the others are everybody no more', () =>
    expect(
      labelOf('La mutuelle est payée à 60 % pour les cadres position 3 et les non-cadres.', 'mutuelle'),
    ).toBe('cadres position 3 et non-cadres'));
});

describe('in a list of demands', () => {
  const list = (first: string) =>
    labelOf(
      `Article 2 – Revendications des organisations syndicales\nPour la CGT\n${first}\nPrise en charge par la société de la hausse de la mutuelle\nMise en place d’une fontaine`,
      'mutuelle',
    );
  it.each([
    'Prime de salissure pour les agents de maîtrise',
    'Reprise des tournées du soir pour les conducteurs',
  ])('each line is of whom it names itself, and not of those above: %s', (first) =>
    expect(list(first)).toBeNull(),
  );
  it.each([
    ['Conducteurs', 'conducteurs'],
    ['Pour les conducteurs :', 'conducteurs'],
    ['Dispositions applicables aux conducteurs', 'conducteurs'],
  ])('a title on one group holds for what stands below: %s', (first, label) =>
    expect(list(first)).toBe(label),
  );
});

describe('how much part-time staff get is not who may have it', () => {
  const included = (next: string) =>
    findingOf(
      `Article 4 – Forfait mobilités durables\nLe forfait mobilités durables est porté à 400 € par an. ${next}`,
      'mobilites-durables',
    )?.eligibility.included;
  it.each([
    'Ce montant est proratisé pour les salariés à temps partiel.',
    'Les collaborateurs à temps partiel perçoivent ce forfait en proportion de leur horaire.',
  ])('%s', (next) => expect(included(next)).toEqual([]));
  it.each([
    'Ce forfait s’applique également aux salariés à temps partiel, au prorata de leur temps de travail.',
    'Il est ouvert aux salariés à temps plein et à temps partiel, au prorata de leur présence.',
    'Il est ouvert aux salariés à temps partiel.',
  ])('named as covered: %s', (next) => expect(included(next)).toEqual(['temps partiel']));
});
