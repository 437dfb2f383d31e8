import { describe, expect, it } from 'vitest';
import { grantOf } from './support/findings.ts';

const valuesOf = (benefit: string, text: string) => grantOf(benefit, text)?.values ?? null;

describe('the figure of a list, a limit or a part that is paid', () => {
  it.each([
    [
      'evenements-familiaux',
      'the partner of a civil union who died is no civil union',
      'Absences payées :\n- décès du conjoint ou du partenaire de Pacs : 4 jours ;\n- décès d’un enfant de moins de 25 ans : 15 jours ;\n- décès d’un frère : 2 jours.',
      { days: 15, event: 'décès d’un enfant' },
    ],
    [
      'evenements-familiaux',
      'a wedding, or the union named in full',
      'Congés exceptionnels :\n- mariage ou pacte civil de solidarité (Pacs) : 6 jours ;\n- mariage d’un enfant : 2 jours ;\n- décès d’un enfant : 12 jours.',
      { days: 6, event: 'mariage ou Pacs du salarié' },
    ],
    [
      'evenements-familiaux',
      'more in some cases',
      '- décès d’un enfant : 6 jours ou 9 jours lorsque l’enfant a moins de vingt ans ;\n- décès d’un frère : 2 jours.',
      { days: 9, event: 'décès d’un enfant' },
    ],
    [
      'treizieme-mois',
      'a bonus that another text created, with the figure of this one',
      'La prime de vacances définie à l’article 31 de la convention collective reste fixée à 540 € pour un congé entier.',
      { amount: 540 },
    ],
    [
      'enfant-malade',
      'raised for some',
      'Tout parent a droit à un congé rémunéré pour soigner un enfant malade, dans la limite de 2 jours par an. Ce nombre est porté à 5 pour les parents de trois enfants.',
      { paidDays: 5 },
    ],
    [
      'enfant-malade',
      'unpaid days beside paid ones',
      'Un congé payé de 3 jours par an est accordé pour soigner un enfant malade. Il s’y ajoute un congé non rémunéré de 10 jours pour un enfant de moins de 3 ans.',
      { paidDays: 3 },
    ],
    [
      'enfant-malade',
      'the paid ones of all',
      'Les parents ont droit à six jours par an pour soigner un enfant malade, dont quatre rémunérés.',
      { paidDays: 4 },
    ],
    [
      'enfant-malade',
      'of one child and of all',
      'Une absence payée de 2 jours par an et par enfant malade est accordée, dans la limite de 6 jours par an.',
      { paidDays: 6 },
    ],
    [
      'conges-supplementaires',
      'a step and its ceiling',
      'Un jour de congé supplémentaire est accordé par tranche de 4 ans d’ancienneté avec un maximum de 6 jours.',
      { daysPerYear: 6, seniorityYears: 4 },
    ],
    [
      'conges-supplementaires',
      'steps that name the leave each',
      'Il est accordé, selon l’ancienneté acquise au 31 mai :\n- après une période de 5 années d’ancienneté dans l’entreprise : 1 jour ouvré supplémentaire ;\n- après une période de 12 années d’ancienneté dans l’entreprise : 2 jours ouvrés supplémentaires ;\n- après une période de 20 années d’ancienneté dans l’entreprise : 3 jours ouvrés supplémentaires ;\n- après une période de 30 années d’ancienneté dans l’entreprise : 5 jours ouvrés supplémentaires.',
      { daysPerYear: 5, seniorityYears: 5 },
    ],
    [
      'conges-supplementaires',
      'lengthened leave',
      'Le congé annuel est prolongé de 3 jours ouvrables pour tout salarié qui compte 15 ans d’ancienneté.',
      { daysPerYear: 3, seniorityYears: 15 },
    ],
    [
      'restauration',
      'day and night',
      'À compter du 1er mars, les indemnités de repas sont fixées comme suit :\n- indemnité de repas de jour : 4,10 € ;\n- indemnité de repas de nuit : 7,25 €.',
      { amount: 7.25, for: 'de nuit' },
    ],
    [
      'maintien-maladie',
      'an accident at work',
      'L’accident du travail ouvre droit à une indemnité complémentaire qui porte l’ensemble à 100 % du salaire net.',
      { payRate: 100 },
    ],
  ])('%s: %s', (benefit, _, text, values) => expect(valuesOf(benefit, text)).toEqual(values));
});

describe('is granted', () => {
  it.each([
    [
      'treizieme-mois',
      'Versement d’une prime de fin d’année de 280 € à tout le personnel avant le 15 décembre 2024.',
    ],
    [
      'prevoyance',
      'Garantie invalidité\nLe régime prévoit le paiement d’une rente à tout salarié reconnu invalide.',
    ],
    ['prevoyance', 'La rente éducation est doublée pour les orphelins de père et de mère.'],
    [
      'prevoyance',
      'Invalidité 1re catégorie | 30 % du salaire brut\nInvalidité 2e catégorie | 60 % du salaire brut',
    ],
    [
      'epargne-salariale',
      'Chacun peut affecter tout ou partie de son intéressement (prélèvements déduits) au PERCO-I.',
    ],
    [
      'prime-anciennete',
      'La valeur du point pour le calcul de la prime d’ancienneté prévue par la convention collective est fixée à 5,90 €.',
    ],
    [
      'rentree-scolaire',
      'Le parent dont l’enfant va pour la première fois à l’école dispose d’une matinée payée.',
    ],
    [
      'prevoyance',
      'Double effet\nSi le conjoint décède après le salarié, un second capital est versé aux enfants à charge.',
    ],
    ['prevoyance', 'Les frais d’obsèques d’un enfant à charge sont remboursés jusqu’à 3 500 €.'],
    [
      'epargne-salariale',
      'Les sommes versées au PEI sont investies, au choix de l’épargnant, dans l’un des trois fonds.',
    ],
    [
      'aidants',
      'Versement d’une aide aux salariés aidants d’un parent dépendant. Cette aide d’un montant maximal de 900 € par personne et par an est versée sur justificatif.',
    ],
    [
      'evenements-familiaux',
      'Ces congés sont ceux des dispositions légales, auxquels il est ajouté 2 jours pour le décès d’un oncle ou d’une tante.',
    ],
  ])('%s: %s', (benefit, text) => expect(valuesOf(benefit, text)).not.toBeNull());
});

describe('is not granted', () => {
  it.each([
    [
      'treizieme-mois',
      'Demandes de la CFDT :\nVersement d’une prime de fin d’année de 280 € avant le 15 décembre 2024.',
    ],
    [
      'maintien-maladie',
      'Pour son maintien dans l’emploi, tout salarié en arrêt de plus de 3 mois a une visite de préreprise.',
    ],
    [
      'enfant-malade',
      'Le congé de paternité est allongé de 30 jours en cas d’hospitalisation immédiate de l’enfant.',
    ],
    ['enfant-malade', 'Un lit d’accompagnement est remboursé 25 € par jour pour un enfant hospitalisé.'],
    ['enfant-malade', 'Sont suivis : le nombre de salariés ayant bénéficié de jours pour enfant malade.'],
    ['enfant-malade', 'Un congé sans traitement de six mois est accordé pour soigner un enfant malade.'],
    ['treizieme-mois', 'La prime de vacances est celle que fixe la convention collective.'],
    ['prevoyance', 'Un salarié en invalidité de 2e catégorie reste inscrit à l’effectif pendant 12 mois.'],
    [
      'conges-supplementaires',
      'L’ancienneté de celui dont l’arrêt est prolongé de 10 jours n’est pas suspendue.',
    ],
    ['prevoyance', 'Le titulaire présente l’avis de décès et la facture des obsèques.'],
    [
      'epargne-salariale',
      'Les sommes versées au titre de la prime annuelle sont disponibles dès le mois de juin.',
    ],
    [
      'prime-anciennete',
      'Prime d’ancienneté\nElle entre dans l’assiette des heures supplémentaires, majorées de 30 %.',
    ],
  ])('%s: %s', (benefit, text) => expect(valuesOf(benefit, text)).toBeNull());
});
