import { describe, expect, it } from 'vitest';
import { findingOf, grantOf } from './support/findings.ts';

/** What a sentence names without giving it, each beside a grant in like words. The sentences are written for the test. */
describe('what is given elsewhere, or by others', () => {
  it.each([
    ['cet', 'Le congé parental peut être financé par le compte épargne-temps, lorsqu’il existe.'],
    ['cet', 'Les jours non pris peuvent être versés, le cas échéant, sur un compte épargne-temps.'],
    [
      'cet',
      'Lorsqu’un compte épargne-temps est institué dans l’entreprise, il peut financer un congé de fin de carrière.',
    ],
    [
      'titres-restaurant',
      'Les remplaçants perçoivent les titres-restaurant quand ils existent dans l’établissement.',
    ],
    [
      'mutuelle-famille',
      'Si l’employeur choisit d’étendre la complémentaire santé aux enfants, il paie 50 % de leur cotisation.',
    ],
    [
      'teletravail',
      'Le télétravail peut être mis en place par accord d’entreprise, à raison de deux jours par semaine.',
    ],
    [
      'abondement-cpf',
      'Un accord de groupe peut prévoir que l’employeur abonde le compte personnel de formation de 500 €.',
    ],
    [
      'teletravail',
      'Les signataires encouragent les entreprises à ouvrir le télétravail deux jours par semaine.',
    ],
    ['prime-anciennete', 'Les employeurs sont invités à verser une prime d’ancienneté de 3 %.'],
    [
      'interessement',
      'Le salarié peut verser tout ou partie de sa prime d’intéressement sur le plan d’épargne.',
    ],
    ['prevention-sante', 'Le comité est informé chaque année des actions de vaccination organisées.'],
    [
      'epargne-salariale',
      'L’employeur consulte les représentants du personnel avant de modifier l’abondement au plan d’épargne.',
    ],
    [
      'aidants',
      'Le service intervient auprès des familles et des aidants des publics accompagnés, deux jours par an.',
    ],
    ['transport-public', 'Transport | 100 % de la base de remboursement'],
    ['formation', 'L’OPCO finance 40 heures de formation par salarié.'],
    [
      'treizieme-mois',
      'L’indemnité de licenciement est calculée sur trois mois de salaire, la prime annuelle étant comptée au prorata.',
    ],
    [
      'restauration',
      'Les salariés à temps partiel bénéficient des mêmes avantages que les autres : cantine, prime de repas de l’entreprise.',
    ],
    ['rtt', 'Les salariés bénéficient de 4 jours de repos par quatorzaine.'],
    [
      'garde-enfants',
      'Pendant le congé pour élever un enfant, l’employeur garde la faculté de supprimer l’emploi.',
    ],
    ['teletravail', 'Les entreprises peuvent prévoir un jour de télétravail par semaine.'],
    ['rtt', 'Le compte peut être alimenté chaque année par cinq jours de repos.'],
    [
      'titres-restaurant',
      'La convention indique si l’entreprise d’accueil verse au stagiaire des titres-restaurant de 8 €.',
    ],
    ['egalite', 'Les femmes sont très majoritaires parmi les employés, où elles occupent 80 % des postes.'],
    ['seniors', 'La proportion de temps partiels en fin de carrière a été multipliée par deux, à 12 %.'],
    [
      'mutuelle',
      'Ces salariés ont la faculté de refuser leur adhésion à la mutuelle si leur cotisation dépasse 10 %.',
    ],
    ['teletravail', 'Le télétravail peut constituer un mode d’organisation utile aux salariés âgés.'],
    [
      'planning',
      'Chaque partie peut mettre fin au télétravail en respectant un délai de prévenance de 15 jours.',
    ],
    [
      'participation',
      'Les sommes constituant la réserve spéciale de participation peuvent être investies dans le plan.',
    ],
    ['maternite', 'Le contrat complète les remboursements des assurances maladie et maternité.'],
    [
      'seniors',
      'En cas de décès avant son départ à la retraite, une rente est versée à son conjoint survivant.',
    ],
    ['maternite', 'L’adhésion au contrat est maintenue en cas de maladie, de maternité ou d’accident.'],
    [
      'maternite',
      'Une absence est accordée pour les événements suivants : naissance ou adoption d’un enfant : 3 jours.',
    ],
    ['planning', 'Le salarié doit respecter un délai de prévenance de 15 jours avant de prendre ces jours.'],
    ['formation', 'Ces formations de 40 heures sont prises en charge par l’OPCO.'],
    [
      'epargne-salariale',
      'En cas d’existence d’un plan d’épargne, le salarié peut y verser la somme, abondée de 20 %.',
    ],
    ['mutuelle', 'La direction prépare un avenant qui portera à 60 % la part patronale de la mutuelle.'],
    ['teletravail', 'Le développement du télétravail constitue un levier pour limiter les trajets.'],
    [
      'retraite-supplementaire',
      'Les parties conviennent que les entreprises ont la possibilité de souscrire une retraite supplémentaire.',
    ],
    [
      'treizieme-mois',
      'Les éléments de salaire annuels, comme un 13e mois, entrent en ligne de compte pour cette indemnité.',
    ],
    [
      'semaine-4-jours',
      'Pour un temps réparti sur 4 jours dans la semaine, la durée minimale est de 8 heures.',
    ],
    ['planning', 'L’usage de ces crédits d’heures suppose un délai de prévenance de 15 jours.'],
    ['maintien-maladie', 'L’avenant supprime tout délai de carence lorsque deux CDD se suivent.'],
    ['usure', 'Une vigilance particulière sera portée aux postures pénibles.'],
    ['creche', 'Les firmes peuvent bénéficier d’un crédit d’impôt pour l’ouverture d’une crèche.'],
    ['cet', 'La base comprend les sommes issues de la participation ou d’un compte épargne-temps.'],
    ['seniors', 'Le taux d’emploi des salariés de plus de 55 ans, proches de la retraite, est de 8 %.'],
    ['restauration', 'L’entreprise examine la possibilité de verser une prime de panier de 5 €.'],
    ['planning', 'L’absence est possible si le salarié respecte un délai de prévenance de 15 jours.'],
  ])('%s is not granted: %s', (benefit, text) => {
    expect(findingOf(text, benefit)?.standing ?? 'none').not.toBe('granted');
  });

  it.each([
    ['cet', 'Le congé parental peut être financé par le compte épargne-temps.'],
    ['cet', 'Les jours non pris peuvent être versés sur un compte épargne-temps.'],
    [
      'cet',
      'Un compte épargne-temps est institué dans l’entreprise ; il peut financer un congé de fin de carrière.',
    ],
    [
      'titres-restaurant',
      'Les remplaçants perçoivent les titres-restaurant dès leur premier jour dans l’établissement.',
    ],
    [
      'mutuelle-famille',
      'L’employeur étend la complémentaire santé aux enfants et paie 50 % de leur cotisation.',
    ],
    [
      'teletravail',
      'Le télétravail est mis en place par le présent accord d’entreprise, à raison de deux jours par semaine.',
    ],
    [
      'abondement-cpf',
      'En vertu de l’accord de groupe, l’employeur abonde le compte personnel de formation de 500 €.',
    ],
    ['teletravail', 'Les signataires ouvrent le télétravail deux jours par semaine.'],
    ['prime-anciennete', 'L’employeur verse une prime d’ancienneté de 3 % après trois ans.'],
    [
      'prevention-sante',
      'Une campagne de vaccination est organisée chaque année ; le comité en est informé.',
    ],
    ['aidants', 'Les salariés aidants d’un parent bénéficient de deux jours payés par an.'],
    ['transport-public', 'Abonnement de transport | 75 % pris en charge par l’employeur'],
    ['formation', 'L’employeur finance 40 heures de formation par salarié, avec l’aide de l’OPCO.'],
    ['treizieme-mois', 'Une prime annuelle égale à un mois de salaire est versée en décembre.'],
    ['restauration', 'Les salariés à temps partiel bénéficient de la prime de repas de 5 € par jour.'],
    [
      'rtt',
      'Les salariés bénéficient de 4 jours de repos par an au titre de la réduction du temps de travail.',
    ],
    ['garde-enfants', 'L’employeur verse 300 € par an pour la garde d’un enfant de moins de trois ans.'],
    ['teletravail', 'L’entreprise prévoit un jour de télétravail par semaine.'],
    ['rtt', 'Cinq jours de repos par an sont accordés au titre de la réduction du temps de travail.'],
    ['titres-restaurant', 'Les stagiaires reçoivent des titres-restaurant de 8 €.'],
    [
      'egalite',
      'Une enveloppe de 0,2 % est consacrée à la réduction des écarts entre les femmes et les hommes.',
    ],
    [
      'seniors',
      'En fin de carrière, le salarié peut passer à temps partiel, payé à 80 %, avant son départ à la retraite.',
    ],
    ['mutuelle', 'L’employeur prend en charge 60 % de la cotisation de la mutuelle.'],
    ['planning', 'Les horaires sont communiqués avec un délai de prévenance de 15 jours.'],
    [
      'participation',
      'Une participation volontaire, selon une formule plus favorable que la loi, est mise en place dans l’entreprise.',
    ],
    ['maternite', 'Le salaire est maintenu à 100 % pendant le congé de maternité.'],
    ['maternite', 'Le salaire est maintenu par l’employeur en cas de maladie, de maternité ou d’accident.'],
    ['planning', 'L’employeur communique les horaires avec un délai de prévenance de 15 jours.'],
    [
      'epargne-salariale',
      'Le salarié peut verser sur le plan d’épargne de l’entreprise, qui abonde de 20 %.',
    ],
    ['mutuelle', 'La direction porte à 60 % la part patronale de la mutuelle.'],
    [
      'retraite-supplementaire',
      'L’entreprise a souscrit une retraite supplémentaire, dont elle paie 2 % du salaire.',
    ],
    ['semaine-4-jours', 'La semaine de 35 heures peut être faite en 4 jours.'],
    [
      'maintien-maladie',
      'Le délai de carence est supprimé : le salaire est maintenu dès le premier jour d’arrêt maladie.',
    ],
    [
      'cet',
      'Le salarié peut utiliser tout ou partie de son compte épargne-temps pour un congé de fin de carrière.',
    ],
    ['restauration', 'L’entreprise verse une prime de panier de 5 €.'],
    [
      'cse-activites',
      'L’employeur verse au CSE, lorsqu’il existe, 0,60 % de la masse salariale pour les œuvres sociales.',
    ],
    [
      'don-de-jours',
      'Les salariés peuvent renoncer à des jours de repos, qui sont cédés à un collègue aidant.',
    ],
  ])('%s is granted: %s', (benefit, text) => {
    expect(grantOf(benefit, text)).toBeDefined();
  });
});
