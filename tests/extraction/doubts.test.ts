import { describe, expect, it } from 'vitest';
import { findingOf } from './support/findings.ts';

const isNotAgreed = (benefit: string, text: string): boolean =>
  ['demanded', 'refused'].includes(findingOf(text, benefit)?.standing ?? '');
const DEMANDS = 'Article 1 – Demandes des organisations syndicales';

/** A card « demandé, non acté » says that somebody asked and that nothing came of it. */
describe('asked, and taken up elsewhere in the text', () => {
  it.each([
    [
      'with another figure, below the same demand',
      'velo-voiture',
      `${DEMANDS}\n– Hausse de 25 % du remboursement des indemnités kilométriques\nMesures arrêtées\n– Hausse de 25 % du remboursement des indemnités kilométriques :\nL’indemnité kilométrique vaut à ce jour 0,30 euro. Ce taux sera porté à 0,36 euro au 1er mai 2023.`,
    ],
    [
      'in the words of the demand',
      'transport-public',
      `${DEMANDS}\n– Prise en charge des frais de transports en commun des techniciens itinérants sans véhicule\nArticle 2 – Décisions\nUne prime de mobilité de 15 € par mois est versée aux techniciens itinérants sans véhicule qui se servent des transports.`,
    ],
    [
      'below the list that asks for it',
      'prevention-sante',
      'Article 5 – Budget du comité\nLes organisations syndicales ont sollicité un budget exceptionnel pour 2024 à hauteur de :\n– 4 000 € pour les cadeaux des enfants ;\n– 9 000 € pour la prise en charge d’une activité sportive des salariés.\nL’entreprise s’engage à inscrire et à valider ces dotations en réunion du comité.',
    ],
    [
      'by a separate agreement',
      'prime-partage-valeur',
      `${DEMANDS}\n– Prime de partage de la valeur de 900 €\nArticle 3 – Propositions finales\nLa Direction est favorable à la conclusion d’un accord séparé, prévoyant le versement d’une prime de partage de la valeur de 400 €.`,
    ],
    [
      'by the line that opens a list, in other words',
      'evenements-familiaux',
      `${DEMANDS}\n– 1 jour de plus en cas de décès d’un grand-parent\nArticle 4 – Absences\nAinsi, les salariés pourront bénéficier d’un jour d’absence de plus pour les événements familiaux suivants :\nDécès d’un parent\nDécès d’un grand-parent`,
    ],
    [
      'as a rule for those who have it already',
      'teletravail',
      'Article 2 – Mesures\nTélétravail\nLes heures de télétravail sont déclarées au réel dans la limite de neuf heures.\nAutres sujets\nLes parties conviennent de poursuivre les échanges sur :\nLe télétravail',
    ],
    [
      'as a plan on which days are to be put',
      'epargne-salariale',
      'IV – Placement de jours de congé sur le PERCO\nLa Direction n’est pas favorable à cette demande.',
    ],
    [
      'as what is done already',
      'egalite',
      'Demande des élus : même salaire pour les femmes et les hommes au même poste.\nRéponse de la Direction : C’est déjà le cas.',
    ],
  ])('%s', (_, benefit, text) => expect(isNotAgreed(benefit, text)).toBe(false));

  it.each([
    [
      'something else is granted',
      'velo-voiture',
      `${DEMANDS}\n– Hausse de 25 % du remboursement des indemnités kilométriques domicile-travail\nArticle 2 – Décisions\nLa Direction accorde une augmentation générale de 2 %.`,
    ],
    [
      'the same amount is granted for another thing',
      'prime-partage-valeur',
      `${DEMANDS}\n– Prime de partage de la valeur de 500 €\nArticle 2 – Décisions\nUne prime de tutorat de 500 € est versée aux tuteurs en décembre.`,
    ],
    [
      'the answer refuses these budgets',
      'prevention-sante',
      'Article 5 – Budget du comité\nLes organisations syndicales ont sollicité un budget exceptionnel pour 2024 à hauteur de :\n– 4 000 € pour les cadeaux des enfants ;\n– 9 000 € pour la prise en charge d’une activité sportive des salariés.\nL’entreprise ne valide pas ces dotations.',
    ],
  ])('and not where %s', (_, benefit, text) => expect(isNotAgreed(benefit, text)).toBe(true));
});

describe('a scheme that exists, of which a change is asked or refused', () => {
  it.each([
    [
      'interessement',
      'Participation et intéressement\nLa Direction ne souhaite pas modifier les règles de calcul de ces deux accords.',
    ],
    [
      'participation',
      `${DEMANDS}\n– Mise en place d’une prime de participation\nAccord de participation\nAucun accord n’a été trouvé sur son évolution, le dispositif demeure donc inchangé.`,
    ],
    [
      'cse-activites',
      'Œuvres sociales\nEn 2024, l’entreprise ne revalorisera pas le taux de 0,8 % des œuvres sociales.',
    ],
    [
      'interessement',
      'Les élus demandent la répartition de l’intéressement à parts égales entre les salariés.',
    ],
    [
      'cet',
      'La société s’engage à ouvrir une négociation sur la révision de l’accord relatif au compte épargne-temps.',
    ],
    ['treizieme-mois', 'L’employeur va mener une réflexion sur la proratisation du 13ème mois.'],
    ['cet', 'Il est convenu d’ouvrir une négociation pour assouplir l’utilisation du compte épargne-temps.'],
    ['teletravail', 'Un avenant à l’accord sur le télétravail sera négocié avant l’été.'],
    ['prevoyance', 'La Direction va renégocier le contrat de prévoyance avec l’assureur.'],
  ])('%s: %s', (benefit, text) => expect(isNotAgreed(benefit, text)).toBe(false));

  it.each([
    ['cet', 'La société s’engage à ouvrir une négociation sur la mise en place d’un compte épargne-temps.'],
    ['interessement', 'Les parties conviennent d’ouvrir une négociation en vue d’un accord d’intéressement.'],
    [
      'mobilites-durables',
      'Les parties conviennent de se revoir pour la mise en place d’un forfait mobilités durables par avenant à l’accord sur la qualité de vie.',
    ],
    ['cse-activites', 'La Direction refuse la hausse du budget des œuvres sociales du CSE.'],
    [
      'maintien-maladie',
      'Les élus demandent la suppression des jours de carence en maladie.\nLa Direction refuse : les trois jours de carence demeurent inchangés.',
    ],
  ])('is none in: %s: %s', (benefit, text) => expect(isNotAgreed(benefit, text)).toBe(true));
});

describe('what nobody asked', () => {
  it.each([
    ['deconnexion', '7.3 Droit à la déconnexion\nLes parties n’ont pas souhaité développer ce sujet.'],
    ['teletravail', 'Télétravail\nLes organisations syndicales n’ont pas formulé de demande.'],
    ['formation', 'Les élus demandent un bilan des formations.'],
    ['diversite', 'Agissements sexistes\nLe groupe de travail continuera à se réunir sur ce sujet.'],
    [
      'interessement',
      'Les élus formulent une demande de précisions sur les rémunérations, primes et intéressement compris.',
    ],
    ['handicap', 'L’entreprise s’engage à étudier avec soin les candidatures de travailleurs handicapés.'],
    [
      'mutuelle',
      'Les mesures suivantes ont été convenues :\nNon application de la hausse de la part patronale à la mutuelle cette année, car aucune augmentation ne sera appliquée.',
    ],
  ])('%s: %s', (benefit, text) => expect(isNotAgreed(benefit, text)).toBe(false));

  it.each([
    ['mutuelle', 'La Direction refuse la hausse de la part patronale à la mutuelle.'],
    ['teletravail', 'Un groupe de travail sur le télétravail sera constitué au premier semestre.'],
  ])('and what somebody asked, or intends: %s: %s', (benefit, text) =>
    expect(isNotAgreed(benefit, text)).toBe(true),
  );
});

/** What may come is not given. */
describe('what is only to come', () => {
  const isGranted = (benefit: string, text: string): boolean =>
    findingOf(text, benefit)?.standing === 'granted';
  it.each([
    [
      'an agreement still to be made',
      'interessement',
      '5.1 L’intéressement\nL’entreprise va mettre en place un accord d’intéressement en 2023. Les salariés pourront ainsi percevoir une prime d’intéressement si les objectifs sont atteints.',
    ],
    [
      'what such an agreement would bring',
      'epargne-salariale',
      '5.1 L’intéressement\nLa filiale va proposer un accord d’intéressement. Cet accord permet de bénéficier de l’abondement de la société mère.',
    ],
    [
      'what the employer may do for those who wish',
      'handicap',
      'Pour les salariés qui le demandent, la société pourra les aider dans leur démarche de reconnaissance d’un handicap.',
    ],
    [
      'closer relations',
      'handicap',
      'L’entreprise informe ses équipes. Elle s’engage aussi à :\n– Renforcer les liens avec le secteur adapté et protégé.',
    ],
  ])('%s', (_, benefit, text) => expect(isGranted(benefit, text)).toBe(false));

  it.each([
    [
      'an agreement that is made',
      'interessement',
      '5.1 L’intéressement\nL’entreprise a signé un accord d’intéressement. Les salariés pourront ainsi percevoir une prime d’intéressement si les objectifs sont atteints.',
    ],
    [
      'what employees may do',
      'handicap',
      'Les salariés handicapés pourront prendre deux jours d’absence rémunérée pour leurs démarches.',
    ],
  ])('and not %s', (_, benefit, text) => expect(isGranted(benefit, text)).toBe(true));
});
