import { describe, expect, it } from 'vitest';
import { findingOf } from './support/findings.ts';

describe('an answer', () => {
  it('may open with a bare yes, with conditions or without', () => {
    const table =
      'CFDT | Réponse de l’employeur\nCongé de paternité payé à 100 % | Oui, sans condition d’ancienneté';
    expect(findingOf(table, 'paternite')?.standing).toBe('granted');
  });

  it('offers another figure in return', () => {
    const text =
      'La CGT sollicite une prise en charge de la mutuelle à 90 %. Cette mesure est jugée trop onéreuse par la direction, qui propose en contrepartie de porter sa part à 64 %.';
    expect(findingOf(text, 'mutuelle')).toMatchObject({ standing: 'granted', values: { employerShare: 64 } });
  });

  it('that finds the demand untenable refuses it', () => {
    const text =
      'Sur la revendication d’un treizième mois, la Direction répond que cette mesure coûterait 8 % de la masse salariale et n’est pas soutenable.';
    expect(findingOf(text, 'treizieme-mois')?.standing).not.toBe('granted');
  });

  it('of another union, to what the employer offers, refuses nothing that is asked', () => {
    const text =
      'Demandes de FO : un jour de télétravail par semaine pour les bureaux.\nPosition de la CFTC : elle refuse les propositions de la direction.';
    expect(findingOf(text, 'teletravail')?.standing).toBe('demanded');
  });

  it('that takes note grants nothing', () => {
    const text =
      'La Société prend note de la demande de l’intersyndicale concernant l’ouverture d’un compte épargne temps.';
    expect(findingOf(text, 'cet')?.standing).not.toBe('granted');
  });
});

describe('the same conditions as the others', () => {
  it('grant what is opened to more people', () => {
    const text =
      'Les parties actent l’ouverture des titres-restaurant aux intérimaires, dans les mêmes conditions que les autres salariés.';
    expect(findingOf(text, 'titres-restaurant')?.standing).toBe('granted');
  });
});

describe('who asks for himself', () => {
  it('makes no demand of the unions', () => {
    const text = 'Un siège ergonomique est remis à chaque télétravailleur qui en fait la demande.';
    expect(findingOf(text, 'teletravail-indemnite')?.standing).toBe('granted');
  });
});

describe('a head count', () => {
  it('grants nothing', () => {
    const text =
      'Évolution des effectifs : 96 salariés, dont 7 travailleurs handicapés et 12 salariés à temps partiel choisi.';
    expect(findingOf(text, 'handicap')).toBeUndefined();
    expect(findingOf(text, 'temps-partiel-choisi')).toBeUndefined();
  });
});

describe('figures by day or by category', () => {
  it('give the highest', () => {
    expect(
      findingOf('Prime d’astreinte : 30 € la nuit, 62 € le dimanche et les jours fériés.', 'planning')
        ?.values,
    ).toEqual({ amount: 62 });
    expect(
      findingOf(
        'Le montant de la prime de vacances est revalorisé comme suit : ouvriers 700 €, employés 760 €, cadres 820 €.',
        'treizieme-mois',
      )?.values,
    ).toEqual({ amount: 820 });
  });
});

describe('a demand that cannot be met is refused', () => {
  it.each([
    'Demande du syndicat : prime de tuteur de 200 € pour tous.\nRéponse de la Direction : impossible cette année.',
    'Demande du syndicat : prime de tuteur de 200 € pour tous.\nRéponse de l’employeur : nous n’en avons pas les moyens.',
    'La Direction comprend ces vœux mais ne donnera pas suite aux points suivants :\nMise en place d’une prime de tuteur de 200 €, car cette demande coûterait trop.',
  ])('%s', (text) => expect(findingOf(text, 'tutorat')?.standing).toBe('refused'));

  it('but not where those have no means to whom a benefit is given', () =>
    expect(
      findingOf(
        'La prime de transport est portée à 3 € par jour pour ceux qui n’ont pas la possibilité de prendre le bus.',
        'velo-voiture',
      )?.standing,
    ).toBe('granted'));

  it('and a demand that stands above it in the list is no title of its group', () =>
    expect(
      findingOf(
        'Propositions des syndicats\nRemise à niveau pour le personnel de nuit\nTrois journées enfants malades',
        'enfant-malade',
      )?.scope.kind ?? 'employer',
    ).toBe('employer'));
});
