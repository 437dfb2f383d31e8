import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { createExtractor } from '#extraction/extract.ts';

const extractor = createExtractor(loadCatalogue().benefits);
const find = (text: string, benefit: string) =>
  extractor
    .extract(text, { nafCode: null, title: null, legalName: null })
    .findings.find((found) => found.benefit === benefit);

describe('a limit told above or below the sentence of a grant', () => {
  it.each([
    [
      'the list of conditions in which it stands',
      'Article 2 – Prime de vacances\nUne prime de vacances est versée selon les conditions suivantes :\nElle est versée si et seulement si le salarié compte neuf mois de travail dans l’année ;\nLe montant de la prime de vacances est fixé à 420 € bruts.',
      'treizieme-mois',
      true,
    ],
    [
      'a list of something else',
      'Article 2 – Prime de vacances\nLa prime de vacances est versée en juin aux dates suivantes :\nLe 10 juin pour les ateliers ;\nLe montant de la prime de vacances est fixé à 420 € bruts.',
      'treizieme-mois',
      false,
    ],
    [
      'full time asked for by the article',
      'Article 5 – Jours de repos\nL’organisation du travail permet aux salariés à temps complet de bénéficier de jours de repos.\nLe nombre de jours de RTT est fixé à 11 par an.',
      'rtt',
      true,
    ],
    [
      'full time or part time alike',
      'Article 5 – Jours de repos\nL’organisation du travail permet aux salariés à temps complet ou à temps partiel de bénéficier de jours de repos.\nLe nombre de jours de RTT est fixé à 11 par an.',
      'rtt',
      false,
    ],
  ])('%s', (_, text, benefit, isConditional) =>
    expect(find(text, benefit)?.eligibility.isConditional).toBe(isConditional),
  );

  it.each([
    [
      'L’employeur finance 600 € par an de frais de garde jusqu’à l’entrée de l’enfant en maternelle.',
      ['enfants avant l’entrée en maternelle'],
    ],
    [
      'L’employeur finance 600 € par an de frais de garde des enfants non scolarisés.',
      ['enfants non scolarisés'],
    ],
    ['L’employeur finance 600 € par an de frais de garde, avant son entrée en vigueur comme après.', []],
  ])('the school of a child: %s', (text, included) =>
    expect(find(text, 'garde-enfants')?.eligibility.included).toEqual(included),
  );

  it.each([
    ['12', 'employer'],
    ['9', 'establishment'],
  ])('those who work elsewhere have %s days, those at the seat 12', (days, kind) => {
    const text = `Article 5 – RTT\nLes salariés travaillant au siège bénéficient de 12 jours de RTT par an. Une demande est faite au responsable. Les salariés des agences posent leurs ${days} jours de RTT le mercredi.`;
    expect(find(text, 'rtt')?.scope.kind).toBe(kind);
  });
});
