import { describe, expect, it } from 'vitest';
import { findingOf, grantOf } from './support/findings.ts';

const scopeOf = (text: string, benefit: string) => findingOf(text, benefit)?.scope.label ?? null;

describe('for which groups', () => {
  it.each([
    [
      'La CGT demande des jours de RTT pour les agents de maîtrise/cadres de la société.',
      'rtt',
      'agents de maîtrise et cadres',
    ],
    ['La CGT demande des jours de RTT pour les cadres / non-cadres de la société.', 'rtt', null],
    [
      'Titres-restaurant pour le travail du dimanche\nLes membres de l’encadrement bénéficieront de titres-restaurant, au même titre que les employés.',
      'titres-restaurant',
      'membres de l’encadrement',
    ],
  ])('names them all, and not the occasion: %s', (text, benefit, label) =>
    expect(scopeOf(text, benefit)).toBe(label),
  );

  const TITLE = 'Article 6 – Absences pour les salariés réservistes et les sapeurs-pompiers volontaires';
  it.each([
    [
      'Les sapeurs-pompiers volontaires ont droit à 8 jours payés par an pour leurs interventions.',
      'sapeurs-pompiers volontaires',
    ],
    [
      'Chacun a droit à 8 jours payés par an pour ses interventions de secours.',
      'salariés réservistes et les sapeurs-pompiers volontaires',
    ],
  ])('takes of a title those that the sentence names: %s', (text, label) =>
    expect(scopeOf(`${TITLE}\n${text}`, 'engagement')).toBe(label),
  );
});

describe('the age of the children', () => {
  const BOTH =
    'Trois jours payés par an sont accordés, soit pour un enfant malade de moins de 16 ans, soit pour un parent malade.';
  it('is that of the benefit named by them', () => {
    expect(grantOf('enfant-malade', BOTH)?.eligibility.included).toEqual(['enfants de moins de 16 ans']);
    expect(grantOf('aidants', BOTH)?.eligibility.included).toEqual([]);
  });
});

describe('limits that the card must show', () => {
  const conditions = (benefit: string, text: string) =>
    (grantOf(benefit, text)?.context?.conditions ?? []).join(' ');
  it('stand in a list below the figures, under a title of their own', () => {
    const text = [
      'Article 3 – Mesures',
      'Les parties conviennent des mesures suivantes :',
      'Augmentation générale | 2 %',
      'Prime de transport | 250 € par an',
      'Augmentations individuelles | 1 %',
      'Promotions | 0,5 %',
      'Conditions de versement de la prime de transport :',
      '4 mois de présence au 31 janvier',
      'Salariés présents dans l’effectif au 31 janvier, à l’exception de ceux qui ont un véhicule de société',
      'Article 4 – Publicité',
      'Le présent accord est déposé.',
    ].join('\n');
    expect(conditions('velo-voiture', text)).toContain('4 mois de présence');
  });
  it('stand in the chapter that some have nothing of', () => {
    const out =
      'Les dispositions du présent chapitre ne sont pas applicables aux salariés de la société Beta.';
    const text = `CHAPITRE II : TEMPS DE TRAVAIL\nARTICLE 4 : TÉLÉTRAVAIL\nDeux jours de télétravail par semaine sont accordés.\nARTICLE 5 : PÉRIMÈTRE\n${out}\nCHAPITRE III : DIVERS\nARTICLE 6 : PRIME\nLa prime carburant est portée à 60 € par mois.`;
    expect(conditions('teletravail', text)).toContain(out);
    expect(conditions('velo-voiture', text)).not.toContain(out);
  });
  it('stand below a short line that is no title', () => {
    const cap = 'Le cumul de la prime de transport est plafonné à 180 € par année civile.';
    const text = `Article 4 – Prime de transport\nUne prime de transport de 1,10 € par jour est versée.\nElle n’est pas due :\nEn cas de télétravail ou d’absence\nLors de congés ou de RTT\n${cap}\nArticle 5 – Dépôt\nLe présent accord est déposé.`;
    const finding = grantOf('velo-voiture', text);
    expect(JSON.stringify(finding?.context)).toContain('plafonné à 180 €'.normalize());
  });
});

describe('a title on one group', () => {
  const titles = (text: string) => grantOf('mutuelle', text)?.context?.titles ?? [];
  const TITLE = 'Article 1.2 – Rémunérations pour le personnel ouvrier';
  it.each([
    [
      'La part de l’employeur à la mutuelle est portée à 60 % pour l’ensemble des catégories professionnelles.',
      [],
    ],
    ['La part de l’employeur à la mutuelle est portée à 60 % pour l’ensemble des salariés.', []],
    ['La part de l’employeur à la mutuelle est portée à 60 %.', [TITLE]],
  ])('is not shown above what is for all: %s', (text, shown) =>
    expect(titles(`${TITLE}\nUne augmentation de 2 % est décidée.\n${text}`)).toEqual(shown),
  );
});
