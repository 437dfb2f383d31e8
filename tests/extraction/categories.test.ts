import { describe, expect, it } from 'vitest';
import { grantOf as find } from './support/findings.ts';

describe('the group that a grant is limited to', () => {
  it.each([
    ['after an opening label', 'treizieme-mois', 'Non cadre : la prime de vacances versée en juin est portée à 640 €.', 'non cadre'],
    ['in the line that opens the list', 'epargne-salariale', 'Plan d’épargne d’entreprise\nPour les ouvriers et ETAM :\nAbondement de 150 % sur les versements jusqu’à 300 euros', 'ouvriers et etam'],
    ['in the title', 'titres-restaurant', 'Titres-restaurant des personnels sédentaires\nLa valeur faciale des titres-restaurant est portée à 8,60 €.', 'sédentaires'],
    ['in a title above numbered clauses', 'prime-anciennete', 'Article 3 – Dispositions applicables aux conducteurs\n3.1 – Prime d’ancienneté\nLe palier de 20 ans de la prime d’ancienneté passe de 9 % à 10 %.', 'conducteurs'],
    ['in the title of a chapter that names several', 'egalite', 'Chapitre 2 : Rémunération des employés, techniciens et agents de maîtrise\nArticle 1 : Budget\n1.1 Budget particulier :\nUn budget de 0,3 % est affecté à la réduction des écarts de salaire entre les femmes et les hommes.', 'employés, techniciens et agents de maîtrise'],
    ['between quotation marks', 'velo-voiture', 'La Direction verse une prime de transport de 12 € par mois à tous les salariés « non-cadres ».', 'non-cadres'],
    ['by where they work', 'titres-restaurant', 'Des titres-restaurant d’une valeur de 9 € sont attribués aux collaborateurs affectés en agences.', 'affectés en agences'],
    ['by their service', 'teletravail', 'La société accorde 2 jours de télétravail par semaine aux salariés du service informatique.', 'du service informatique'],
    ['by their shops', 'treizieme-mois', 'Une prime de vacances de 500 € est versée au personnel des magasins.', 'des magasins'],
    ['by their shift', 'restauration', 'La prime de panier passe à 7 € pour les équipes de nuit.', 'équipes de nuit'],
    ['by their rhythm', 'restauration', 'Les salariés travaillant en 3x8 bénéficient d’une prime de panier de 7 €.', 'travaillant en 3x8'],
    ['behind « l’ensemble du personnel »', 'restauration', 'La prime de panier est portée à 6 € pour l’ensemble du personnel non cadre.', 'non cadre'],
    ['by the way their time is counted', 'rtt', 'Les salariés au forfait 216 jours bénéficient de 11 jours de RTT par an.', 'au forfait 216 jours'],
    ['as an adjective', 'mutuelle', 'La participation patronale à la mutuelle non cadre passe de 40 € à 44 € par mois.', 'non cadre'],
    ['between brackets', 'mutuelle', 'Salariés relevant de l’article 2.1 (cadres) : prise en charge de la mutuelle à hauteur de 63 %.', 'cadres'],
    ['at the end of a long opening', 'mutuelle-famille', `La Direction propose, ${'compte tenu de la hausse des cotisations et '.repeat(3)}du budget, de faire passer la participation patronale à la mutuelle non cadre de :\n- 59 € à 63 € pour les salariés sous régime famille, au 1er janvier 2023.`, 'non cadre'],
    ['by their article', 'velo-voiture', 'Article 5 – Frais kilométriques\nCet article ne concerne que les salariés non-cadres.\n5.1 – Salariés habitant à moins de 5 km\nPour les salariés habitant à moins de 5 km est mise en place une prime transport de 4 € par mois.', 'non-cadres'],
    ['by their trade', 'restauration', 'Indemnité de repas du personnel de chantier\nLa prime de panier est portée à 11 € par jour.', 'personnel de chantier'],
    ['who are not settled', 'restauration', 'La prime de panier est portée à 8 € pour les salariés non sédentaires.', 'non sédentaires'],
    ['by their hours', 'rtt', 'Pour 2024, le nombre de jours de RTT est fixé à 12 pour le personnel à la journée.', 'personnel à la journée'],
    ['by their night work', 'restauration', 'La prime de panier est portée à 8 € par jour pour les travailleurs de nuit.', 'travailleurs de nuit'],
    ['by their team', 'restauration', 'Indemnité de panier pour le personnel d’équipe de nuit\nLa prime de panier est portée à 8 € par jour.', 'personnel d’équipe de nuit'],
    ['by their service', 'rtt', 'Le personnel indirect non posté bénéficie de 9 jours de RTT par an.', 'personnel indirect non posté'],
    ['as one of them', 'maintien-maladie', 'En cas de maladie d’un ouvrier, la Direction supprime les jours de carence.', 'ouvrier'],
    ['of four groups without executives', 'egalite', 'Mesures pour les ouvriers, employés, techniciens et agents de maîtrise\nUne enveloppe de 0,2 % est réservée à la réduction des écarts de salaire entre les femmes et les hommes.', 'ouvriers, employés, techniciens et agents de maîtrise'],
    ['in the title of a part', 'restauration', 'TITRE 1 – MESURES EN FAVEUR DES SALARIES NON-CADRES\nArticle 1.1 – Salaires\nLes salaires augmentent de 2 %.\nArticle 1.2 – Prime de panier\nLa prime de panier est portée à 8 € par jour.', 'non-cadres'],
    ['in the title of an article with lines of its own', 'planning', 'Article 7 : Aménagement du temps de travail des employés\nAffichage des horaires\nLes plannings sont affichés au moins 20 jours à l’avance.', 'employés'],
    ['in a numbered title with a colon', 'horaires-flexibles', `1.3 Employés :\n${'La durée du travail des équipes est calculée sur la semaine civile. '.repeat(4)}\nLes horaires variables sont ouverts : les plages variables vont de 7 h 30 à 9 h 30.`, 'employés'],
    ['just below', 'maintien-maladie', 'La Direction supprime les jours de carence en cas de maladie. Cette disposition s’applique aux employés et agents de maîtrise.', 'employés et agents de maîtrise'],
    ['in the sentence above on the same benefit', 'titres-restaurant', 'Les personnels sédentaires reçoivent un titre-restaurant par jour travaillé. La valeur faciale du titre-restaurant est portée à 7 € au 1er mars.', 'sédentaires'],
    ['by an age that is told beside an account', 'cet', 'Les plafonds du compte épargne-temps (CET) seront relevés en janvier 2024 pour les salariés ayant plus de 55 ans.', 'salariés ayant plus de 55 ans'],
    ['from an age on', 'conges-supplementaires', 'Cinq jours de congés supplémentaires par an sont accordés à compter de 65 ans.', 'salariés à partir de 65 ans'],
    ['in a title that begins with them', 'rtt', 'Article 2 – Nombre de jours\nLe nombre de jours de RTT est le suivant :\nCADRES LYON SUD\nAnciens contrats : 14 jours de RTT par an\nNouveaux contrats : 11 jours de RTT par an', 'cadres'],
    ['in the demand that is accepted', 'titres-restaurant', 'Attribution de titres-restaurant aux salariés travaillant les samedis,\nLa Direction accepte la demande dans les conditions suivantes :\nTitres-restaurant d’une valeur de 8 € par jour.', 'travaillant les samedis'],
    ['by their age in the line that opens the list', 'conges-supplementaires', 'Tous bénéficieront à partir de l’âge de 40 ans, quel que soit leur emploi :\nd’un jour de congé supplémentaire par an,', 'salariés à partir de 40 ans'],
    ['below two titles with the same line', 'prime-anciennete', 'Il est décidé ce qui suit.\nPersonnel « atelier » :\nValeur du point pour le calcul de la prime d’ancienneté : 5,10 euros\nPersonnel « bureau » :\nAugmentation individuelle : 2 %\nValeur du point pour le calcul de la prime d’ancienneté : 5,10 euros', 'personnel « atelier » et personnel « bureau »'],
    ['by the lowest age of a scale', 'conges-supplementaires', 'Article 4 – Congés\nDes jours s’ajoutent ainsi :\nUn jour de congé supplémentaire par an à compter de 58 ans,\nTrois jours de congé supplémentaires par an à compter de 62 ans.', 'salariés à partir de 58 ans'],
    ['by their age', 'seniors', 'Les salariés âgés de 57 ans et plus peuvent passer à 80 % du temps plein, payés 90 %, pour aménager leur fin de carrière.', 'salariés âgés de 57 ans et plus'],
    ['by the age in the line above a table', 'conges-supplementaires', 'Jours de congés\nLes jours accordés au personnel âgé de plus de 55 ans sont rappelés ci-dessous :\nAncienneté du salarié | Jours de congés supplémentaires d’ancienneté\nMoins de 20 ans | 1 jour par an\nÀ partir de 20 ans | 4 jours par an\nCes jours de congés supplémentaires liés à l’ancienneté sont accordés chaque début d’année.', 'personnel âgé de plus de 55 ans'],
    ['by the age in the line that opens a list', 'cet', 'Article 3 – Alimentation du compte épargne temps\nPour les salariés âgés de plus de 50 ans, le compte épargne temps peut être alimenté par :\n- 5 jours de congés payés par an ;\n- les repos compensateurs.', 'salariés âgés de plus de 50 ans'],
    ['by the columns that a row ticks', 'restauration', 'Éléments de paie | Ouvriers | ETAM chantier | Cadres\nTreizième mois | X | X | X\nPrime de panier : 11 € par jour | X | X | ', 'ouvriers et etam chantier'],
    ['by the hours they work', 'restauration', 'La prime de panier est portée à 8 € pour les salariés en horaire d’équipe.', 'en horaire d’équipe'],
    ['by the days they work', 'restauration', 'La prime de panier est portée à 8 € pour les salariés travaillant les dimanches et jours fériés.', 'travaillant les dimanches et jours fériés'],
    ['just below, as those who benefit', 'restauration', 'La prime de panier est maintenue à 7,90 € par jour. Les salariés en équipe ayant travaillé six heures seront bénéficiaires de cette prime.', 'en équipe'],
    ['with the year they were hired', 'rtt', 'Forfait en jours des cadres embauchés en 2024\nLes jours de repos sont arrêtés à 12 jours de RTT par an.', 'cadres embauchés en 2024'],
    ['in a numbered line above', 'prevoyance', 'Les parties ont convenu :\n3°) Cotisation de prévoyance (pour les « non-cadres ») : la Direction renonce à prendre en charge toute la cotisation.\nLe syndicat a insisté sur les salaires. Par ailleurs, la cotisation salariale de prévoyance diminuera de 0,45 % à 0,30 %, la part de l’employeur passant à 0,60 %.', 'non-cadres'],
    ['as the last word of a short title', 'treizieme-mois', 'Prime de vacances ETAM :\nLa prime de vacances s’élève à 450 € bruts, versés en juin.', 'etam'],
    ['in the sentence that gives the figure', 'velo-voiture', 'La prime de transport passe à 9 € par mois pour les salariés non cadres. Une prime de transport sera versée en janvier aux salariés de statut cadre.', 'non cadres'],
  ])('%s', (_, benefit, text, label) => {
    expect(find(benefit, text)?.scope).toMatchObject({ kind: 'category', label });
  }); // prettier-ignore

  it.each([
    ['both are named', 'enfant-malade', 'Les salariés cadres ou non cadres disposent de trois jours payés par an pour enfant malade.'],
    ['a convention bears their name', 'restauration', 'En plus de la convention collective nationale des ingénieurs et cadres, la prime de panier est portée à 7 € par jour.'],
    ['they are left out', 'restauration', 'La prime de panier est portée à 7 € par jour, hors cadres.'],
    ['two are named in the opening', 'conges-supplementaires', `Il est convenu ${'dans un souci d’harmonisation '.repeat(4)}de congés d’ancienneté pour les salariés mensuels et les ingénieurs et cadres, comme suit :\n- 2 jours de congés supplémentaires après 30 ans.`],
    ['the sentence above names them among all', 'treizieme-mois', 'Une prime de vacances est versée à l’ensemble du personnel, y compris le personnel cadre. La prime de vacances est portée à 700 €.'],
    ['the sentence above is about another kind', 'restauration', 'La prime de panier du personnel posté reste versée. Pour les primes de panier de nuit, le montant est porté à 7 € par jour.'],
    ['what is said below is of another benefit', 'titres-restaurant', 'La valeur faciale des titres-restaurant est portée à 8,60 €. La prime de panier est portée à 9 €. Elle est accordée aux salariés non sédentaires.'],
    ['two staffs are named', 'restauration', 'La prime de panier est portée à 7 € par jour pour les personnels en horaire posté et pour les personnels de maintenance.'],
    ['some get nothing', 'rentree-scolaire', 'Le personnel en équipe ne peut bénéficier de cette mesure le matin. Une absence payée de 3 heures est accordée aux parents pour la rentrée scolaire.'],
    ['an accord bears their name', 'cet', 'Les salariés au forfait relevant de l’accord social des salariés non-cadres itinérants peuvent affecter 5 jours de RTT par an au compte épargne temps.'],
    ['years are those of a career', 'conges-supplementaires', 'Les salariés de plus de 20 ans d’ancienneté bénéficient de 2 jours de congés supplémentaires par an.'],
    ['every column is ticked', 'restauration', 'Éléments de paie | Ouvriers | ETAM | Cadres\nTreizième mois | | | X\nPrime de panier : 11 € par jour | X | X | X'],
    ['a title of sub-articles is followed by lines without number', 'titres-restaurant', '1.1.3 Salariés de statut cadre\nLes salaires augmentent de 2 %.\nTITRES RESTAURANT\nLa valeur faciale des titres-restaurant est portée à 8,60 €.'],
    ['the label is far above', 'titres-restaurant', `Pour les cadres :\nAugmentation individuelle de 2 %.\n${'Les augmentations sont calculées sur le salaire de base du mois précédent. '.repeat(3)}\nLa valeur faciale des titres-restaurant est portée à 8,60 €.`],
  ])('nobody where %s', (_, benefit, text) => {
    expect(find(benefit, text)?.scope.kind).toBe('employer');
  }); // prettier-ignore
});

describe('a group left out', () => {
  it.each([
    ['Une prime de vacances de 600 € est versée à l’ensemble des salariés (hors cadres).', ['cadres']],
    ['Il a été décidé d’attribuer un 13ème mois progressif :\n- ¼ de mois au bout d’un an ;\n- ½ mois au bout de 2 ans ;\n- ¾ de mois au bout de 3 ans ;\n- 100 % du 13ème mois au bout de 4 ans.\nCe dispositif concerne toutes les catégories, hormis les cadres.', ['cadres']],
    ['Une prime de vacances de 600 € est versée à l’ensemble des salariés, hors cadres dirigeants.', ['cadres dirigeants']],
  ])('%s', (text, excluded) => {
    expect(find('treizieme-mois', text)?.eligibility.excluded).toEqual(excluded);
  }); // prettier-ignore
});

describe('the place that a grant is limited to', () => {
  it('names all its places', () => {
    expect(
      find(
        'titres-restaurant',
        'Pour les sites de Valmorin et de Brignac, la valeur du titre-restaurant est portée à 9 €.',
      )?.scope,
    ).toMatchObject({ kind: 'establishment', label: 'sites de Valmorin et de Brignac' });
  });

  it('is not the one that is left out', () => {
    expect(
      find(
        'restauration',
        'La prime de panier, hormis au sein de l’établissement de Valmorin, est portée à 7 €.',
      )?.scope.kind,
    ).toBe('employer');
  });
});

describe('behind what each group gets', () => {
  it.each([
    ['Enfin, une enveloppe de 0,3 % est réservée à la réduction des écarts de salaire entre les femmes et les hommes.', null],
    ['Une enveloppe de 0,3 % est réservée à la réduction des écarts de salaire entre les femmes et les hommes.', 'cadres'],
  ])('%s', (text, label) => {
    const found = find('egalite', `Il est décidé :\nPour les cadres :\n- une hausse générale de 1,4 % au 1er avril ;\n${text}`);
    expect(found?.scope.label).toBe(label);
  }); // prettier-ignore
});

describe('conditions', () => {
  it('« la condition d’ancienneté est supprimée » is none', () => {
    expect(
      find(
        'treizieme-mois',
        'La condition d’ancienneté pour le treizième mois est supprimée : le treizième mois est versé à tous.',
      )?.eligibility.isConditional,
    ).toBe(false);
  });

  it.each([
    ['Les stagiaires ne sont pas concernés.', ['stagiaires']],
    ['Les salariés cadres ne bénéficient pas de cette prime.', ['cadres']],
    ['Les alternants et les CDD en seront bénéficiaires, à l’exclusion des stagiaires.', ['stagiaires']],
  ])('who is left out: %s', (text, excluded) => {
    const found = find('restauration', `La prime de panier est portée à 7 € par jour.\n${text}`);
    expect(found?.eligibility.excluded).toEqual(excluded);
    expect(found?.eligibility.included).not.toContain(excluded[0]);
  });

  it.each([
    ['said twice', 'Conditions : cette prime est acquise au personnel ayant au moins un an (12 mois) continu d’ancienneté.', 12],
    ['as presence', 'Elle est versée aux salariés présents depuis un an.', 12],
    ['in a list of conditions', 'Les règles d’attribution de cette prime sont les suivantes :\n- avoir au moins six mois d’ancienneté au 1er mai ;\n- être présent au jour du versement.', 6],
    ['as the last of those who receive it', 'Elle sera versée en juin.\nElle sera attribuée aux salariés\nPrésents au 31 mai 2024\nAyant au moins 1 an d’ancienneté au 31 mai 2024.', 12],
    ['for something else', 'La médaille du travail reste soumise aux conditions de la branche. Les chèques-cadeaux sont remis aux salariés présents à Noël.', null],
  ])('seniority %s', (_, text, months) => {
    const found = find('treizieme-mois', `La prime de vacances est portée à 500 €.\n${text}`);
    expect(found?.eligibility.seniorityMonths).toBe(months);
  }); // prettier-ignore

  it('« non-CDI » names no permanent contract', () => {
    expect(
      find(
        'prime-partage-valeur',
        'Une prime de partage de la valeur de 300 € est versée aux collaborateurs non-CDI.',
      )?.eligibility.included,
    ).toEqual([]);
  });
});

describe('whose age limits what parents get for them', () => {
  it.each([
    ['Les parents disposent de 3 jours payés par an pour enfant malade. L’âge maximum de l’enfant est désormais fixé à 14 ans.', ['enfants jusqu’à 14 ans']],
    ['Deux jours payés par an sont accordés pour enfant malade de moins de 16 ans.', ['enfants de moins de 16 ans']],
    ['Trois jours payés par an sont accordés pour enfant malade aux salariés de plus de 6 ans d’ancienneté.', []],
  ])('%s', (text, included) => {
    expect(find('enfant-malade', text)?.eligibility.included).toEqual(included);
  }); // prettier-ignore
});

it.each([
  ['titres-restaurant', 'La valeur faciale des titres-restaurant est portée à 9 € pour les salariés du siège.'],
  ['engagement', 'Le programme de solidarité est ouvert aux salariés du siège. Ce programme permet à chacun d’aider une association une journée par an, avec maintien du salaire.'],
])('the seat is a place: %s', (benefit, text) => {
  expect(find(benefit, text)?.scope).toMatchObject({ kind: 'establishment', label: 'siège' });
}); // prettier-ignore

it.each([
  ['La valeur des titres-restaurant des salariés de province passe à 9 €.', 'province'],
  ['Les collaborateurs itinérants d’Île-de-France reçoivent un titre-restaurant de 9 €.', 'Île-de-France, itinérants'],
  ['Titres-restaurant\nLes parties ont parlé des titres-restaurant dits de province. La nouvelle valeur faciale est de 9 €.', 'province'],
  ['Les salariés de province et ceux du siège ont un titre-restaurant de 9 €.', null],
])('the part of the country in which it is given: %s', (text, label) => {
  expect(find('titres-restaurant', text)?.scope.label).toBe(label);
}); // prettier-ignore

it('who is covered may be listed in a part of the article of its own', () => {
  const text =
    'Article 6 : Prime de transport\n6.1 Salariés bénéficiaires\nPourront bénéficier de la prime de transport les salariés répondant aux critères suivants :\n- résider hors du périmètre des transports urbains ;\n6.2 Montant\nLe montant de la prime de transport est fixé à 200 € par an et par salarié.';
  expect(find('velo-voiture', text)?.eligibility.isConditional).toBe(true);
});

it('what is said of raises is none of what stands above', () => {
  const text =
    'La part employeur de la mutuelle passe de 35 € à 65 € par mois. L’enveloppe allouée aux augmentations des ouvriers (hors alternants) est de 3 %.';
  expect(find('mutuelle', text)?.eligibility.excluded).toEqual([]);
});

it('« passage à temps partiel » names no part-timers', () => {
  const text =
    'Le passage à temps partiel choisi est ouvert à tous : le collaborateur peut demander son passage à temps partiel et revenir à temps plein.';
  expect(find('temps-partiel-choisi', text)?.eligibility.included).toEqual([]);
});

it.each(['L’ensemble du personnel non roulant est concerné par ce titre restaurant.', 'Sont concernés par ce titre les salariés non roulants.'])(
  'the sentence below says who: %s',
  (below) =>
    expect(find('titres-restaurant', `Le titre restaurant est porté à une valeur faciale de 10 €, dont 5,69 € pour l’entreprise. ${below}`)?.scope).toMatchObject({
      kind: 'category',
      label: expect.stringMatching(/^non roulants?$/),
    }),
); // prettier-ignore

it('who is trained is not who is paid for training them', () => {
  const text =
    'La Direction revoit la prime de formation interne, pour de meilleures formations à destination des ouvriers : le salarié formateur perçoit 100 € par personne formée.';
  expect(find('tutorat', text)).toMatchObject({ scope: { kind: 'employer' } });
  expect(
    find('formation', 'L’employeur finance 20 heures de formations à destination des ouvriers chaque année.')
      ?.scope,
  ).toMatchObject({ kind: 'category', label: 'ouvriers' });
});

it('the tutor is paid, and not whom the tutor trains', () => {
  const text =
    'Une prime est mise en place pour le tuteur :\n- 480 € si l’apprenti obtient son diplôme, 240 € si l’apprenti n’a pas son titre mais que le tuteur a suivi la charte.';
  expect(find('tutorat', text)).toMatchObject({
    values: { amount: 480 },
    eligibility: { included: [] },
  });
});

it('whose pay is below a limit may be said in a part of the article of its own', () => {
  const text =
    'Article 3 : Prime exceptionnelle de pouvoir d’achat\nSalariés bénéficiaires\nLa prime est attribuée aux salariés titulaires d’un contrat de travail en cours et dont la rémunération mensuelle est inférieure, au cours des 12 mois précédant le versement de la prime, à 3 fois le montant du SMIC.\nMontant de la prime\nLe montant de la prime est fixé à 300 € par bénéficiaire.';
  expect(find('prime-partage-valeur', text)).toMatchObject({
    values: { amount: 300 },
    eligibility: { isConditional: true },
  });
});
