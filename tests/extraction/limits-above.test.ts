import { describe, expect, it } from 'vitest';
import { findingOf as find } from './support/findings.ts';

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
    [
      'those whom the sentence above leaves out',
      'Article 5 – Titres-restaurant\nDes titres-restaurant sont attribués aux salariés qui le demandent et qui ne bénéficient pas d’un autre avantage pour leurs repas.\nLe prix des titres-restaurant, de 6 €, est payé à 60 % par l’employeur.',
      'titres-restaurant',
      true,
    ],
    [
      'a reserve below the list of its ways',
      'Article 6 – Télétravail\nLes salariés pourront télétravailler depuis un autre lieu 8 jours par an.\nCes jours seront répartis ainsi :\n- soit en deux périodes de 4 jours ;\n- soit en une période de 8 jours.\nCette possibilité est accordée sous réserve que le poste le permette.',
      'teletravail',
      true,
    ],
    [
      'a sentence below that names it again asks for something',
      'Article 2 – Transports\nL’abonnement de train est remboursé à 80 %. Une attestation est demandée chaque trimestre. Le remboursement de l’abonnement de transport est conditionné au choix d’un titre annuel.',
      'transport-public',
      true,
    ],
    [
      'not what is asked for another thing below',
      'Article 2 – Transports\nL’abonnement de train est remboursé à 80 %.\nArticle 3 – Restauration\nLa participation aux repas est conditionnée à la présence sur place.',
      'transport-public',
      false,
    ],
    [
      'the title is about those who move to another place of work',
      'Article 5 – Mesures pour la mobilité géographique\nLe salarié bénéficie de trois jours payés au titre de son déménagement.',
      'logement',
      true,
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
    ['12', 'siège et agences'],
    ['9', 'siège'],
  ])('those who work elsewhere have %s days, those at the seat 12', (days, label) => {
    const text = `Article 5 – RTT\nLes salariés travaillant au siège bénéficient de 12 jours de RTT par an. Une demande est faite au responsable. Les salariés des agences posent leurs ${days} jours de RTT le mercredi.`;
    expect(find(text, 'rtt')?.scope).toMatchObject({ kind: 'establishment', label });
  });

  it('no place of those who get them besides', () =>
    expect(
      find(
        'Article 7 – Repas\nLa valeur des titres-restaurant est portée à 9 € au 1er mars.\nEn plus, les itinérants de l’établissement de Tulle se verront octroyer cinq titres-restaurant par mois.',
        'titres-restaurant',
      ),
    ).toMatchObject({ values: { faceValue: 9 }, scope: { kind: 'employer' } }));

  it('the place of those whom the sentence above names', () =>
    expect(
      find(
        'Article 7 – Titres-restaurant\nLes bénéficiaires de titres-restaurant sont les salariés de l’établissement de Tulle.\nLes titres-restaurant sont remis sur une carte.\nLa valeur du titre-restaurant passe à 9 €.',
        'titres-restaurant',
      )?.scope,
    ).toMatchObject({ kind: 'establishment', label: 'établissement de Tulle' }));
});

it('no seniority at first is a seniority asked for', () => {
  const text =
    'Article 2 – Prime de vacances\nUne prime de vacances est versée selon les conditions suivantes :\nEntre zéro et deux ans de présence dans l’entreprise, la prime n’est pas versée ;\nLe montant de la prime de vacances est fixé à 420 € bruts.';
  expect(find(text, 'treizieme-mois')?.eligibility.seniorityMonths).toBe(24);
});
