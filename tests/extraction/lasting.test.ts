import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { createExtractor } from '#extraction/extract.ts';

const extractor = createExtractor(loadCatalogue().benefits);
const lastingOf = (benefit: string, text: string) => {
  const found = extractor
    .extract(text, { nafCode: null, title: null, legalName: null })
    .findings.find((one) => one.benefit === benefit && one.standing === 'granted');
  expect(found).toBeDefined();
  return found!.lasts;
};
/** Its own last day, whether this text gives it or recalls it; null where no end is told. */
const lastDayOf = (benefit: string, text: string) => {
  const lasts = lastingOf(benefit, text);
  return lasts && 'isRecalled' in lasts ? lasts.endsOn : lasts && 'until' in lasts ? lasts.until : lasts;
};

describe('a benefit of one year ends with it', () => {
  it.each([
    ['treizieme-mois', 'Primes semestrielles et prime de fin d’année\nLes primes semestrielles seront reconduites en 2024. Le montant brut de la prime de fin d’année est porté à 1 700 € pour l’exercice 2024.', '2024-12-31'],
    ['mobilites-durables', 'La Direction accepte un forfait mobilités durables de 200 € pour les trajets à vélo ou en covoiturage. Cette aide n’est pas cumulable avec la prime de transport. Cette aide sera versée en une fois au titre de l’année 2024.', '2024-12-31'],
    ['epargne-salariale', 'Un abondement au plan d’épargne entreprise sera effectué : pour un versement de la participation, il est de 450 €. L’abondement sera versé sur le fonds au plus tard fin mai 2024.', '2024-12-31'],
    ['cet', 'Une conversion en argent des jours inscrits au compte épargne-temps est mise en place. La conversion de cinq jours au plus est possible entre le 1er avril et le 30 juin 2024. Passé ce délai, elle cesse.', '2024-06-30'],
    ['treizieme-mois', 'Au titre de l’année 2024, une mesure est mise en œuvre pour majorer le montant de la prime de vacances de 80 €.', '2024-12-31'],
    ['rtt', 'Pour la période du 1er avril 2022 au 31 mars 2023, le nombre de jours de RTT est fixé à 10.', '2023-03-31'],
    ['egalite', 'La Direction se donne l’objectif de porter la part des femmes parmi les cadres à 30 % en 2024.', '2024-12-31'],
    ['egalite', 'L’objectif est de passer de 22 % de femmes cadres en 2021 à 30 % d’ici fin 2024.', '2024-12-31'],
    ['usure', 'L’entreprise consacre, pour l’année 2023, un budget de 15 000 € à la prévention de l’usure professionnelle.', '2023-12-31'],
    ['interessement', 'L’entreprise bénéficie d’un accord d’intéressement signé le 14 juin 2021, pour l’exercice 2021.', '2021-12-31'],
    ['interessement', 'Un accord d’intéressement a été conclu le 12 mai 2021. Il vaut pour les années 2021, 2022 et 2023.', '2023-12-31'],
    ['enfant-malade', 'Les parties conviennent du maintien d’une journée payée par an pour enfant malade. Cette disposition est reconduite pour une durée d’un an, sur l’année 2022.', '2022-12-31'],
    ['mutuelle', 'L’employeur prend en charge 80 % de la cotisation de la mutuelle sur la période du 1er janvier au 30 juin 2022.', '2022-06-30'],
    ['creche', 'La Direction s’engage à financer, en 2024, 4 berceaux en crèche pour les enfants des salariés.', '2024-12-31'],
    ['egalite', 'Les parties réservent un budget de 0,3 % de la masse salariale à la réduction des écarts de salaire entre les femmes et les hommes. Cette mesure sera versée sur la paie de mars 2023.', '2023-12-31'],
    ['egalite', 'Une enveloppe globale de 3,1 % de la masse salariale est attribuée pour l’année 2022.\nLe budget se décompose comme suit :\n- une enveloppe de 2,8 % pour les mérites de chacun ;\n- une enveloppe de 0,3 % pour réduire les écarts de salaire entre les femmes et les hommes.', '2022-12-31'],
    ['treizieme-mois', 'L’entreprise décide de renouveler le versement d’une prime annuelle. Elle est fixée à 700 € bruts pour 2022.', '2022-12-31'],
    ['mutuelle', 'La mutuelle continuera à être prise en charge à 100 % par l’employeur au titre de 2023.', '2023-12-31'],
    ['epargne-salariale', 'L’employeur complète chaque versement sur le plan d’épargne entreprise par un abondement de 60 %, dans la limite de 400 € sur l’année 2024.', '2024-12-31'],
    ['epargne-salariale', 'Épargne salariale\n\nLe plan d’épargne de groupe (PEG) ouvre deux fonds. L’offre Horizon 2024 propose aux salariés un fonds d’actionnariat avec un abondement. Cette formule protège les sommes versées. Elle octroie un abondement de 100 % dans la limite de 250 €.', '2024-12-31'],
    ['mutuelle', 'La Société s’engage à maintenir pour l’année 2024 sa participation de 60 % à la mutuelle.', '2024-12-31'],
    ['rentree-scolaire', 'Les parents disposeront de trois heures rémunérées pour la rentrée scolaire 2024/2025.', '2024-12-31'],
    ['teletravail', 'L’application de la charte de télétravail est maintenue jusqu’au 30juin 2024.', '2024-06-30'],
    ['maintien-maladie', 'À compter du 1er avril 2023 et pour une période d’expérimentation allant jusque fin mars 2024, l’employeur maintient le salaire en cas de maladie dès le premier jour d’arrêt, sans délai de carence.', '2024-03-31'],
    ['egalite', 'Les parties conviennent de reconduire l’enveloppe spécifique visant à réduire les inégalités de rémunération entre les femmes et les hommes au sein de toutes les filiales et de tous les établissements secondaires du groupe, d’un montant de 9 000 € bruts pour l’année 2024.', '2024-12-31'],
    ['mutuelle', 'L’employeur prend en charge 70 % de la cotisation de la mutuelle. La présente mesure, prise au titre de l’année 2024, ne préjuge pas des suivantes.', '2024-12-31'],
    ['transport-public', 'Pour l’année 2023 exclusivement, l’employeur prend en charge 75 % de l’abonnement aux transports publics.', '2023-12-31'],
  ])('%s: %s', (benefit, text, day) => expect(lastDayOf(benefit, text)).toBe(day)); // prettier-ignore
});

describe('a benefit given until the next yearly negotiation ends on no printed day', () => {
  it.each([
    ['mutuelle', 'L’employeur prend en charge 70 % de la cotisation de la mutuelle. Cette mesure est valable jusqu’aux prochaines NAO.'],
    ['mobilites-durables', 'Le forfait mobilités durables est de 15 € par mois de covoiturage. Cette prime est exclue pour les bénéficiaires du remboursement des transports en commun. Il est convenu que cette mesure s’applique jusqu’à la prochaine négociation annuelle.'],
  ])('%s: %s', (benefit, text) => expect(lastingOf(benefit, text)).toEqual({ isUntilTalks: true })); // prettier-ignore
});

describe('the present level of a lasting scheme goes on', () => {
  it.each([
    ['interessement', 'La Direction verse un supplément d’intéressement de 200 € par collaborateur pour une présence à 100 % sur l’année 2023.'],
    ['mutuelle', 'La participation de l’employeur à la mutuelle est de 68,20 % de la cotisation « isolé », soit 41 euros par mois pour l’année 2023.'],
    ['mutuelle', 'L’employeur prend en charge 60 % de la cotisation de la mutuelle à compter du 1er janvier 2023.'],
    ['velo-voiture', 'Les parties décident du maintien du barème de l’indemnité kilométrique domicile-travail appliqué en 2023.'],
    ['titres-restaurant', 'La valeur des titres-restaurant est portée à 9 € pour 2023, avec une part employeur de 60 %.'],
    ['restauration', 'La prime de panier est maintenue à 7 € par jour travaillé pour 2024.'],
    ['cse-activites', 'La Direction porte à 1 % de la masse salariale le budget des activités sociales et culturelles du CSE pour l’année 2023.'],
    ['prime-anciennete', 'L’indemnité de fidélité de 100 € a été instaurée pour la première fois en 2021.'],
    ['prevention-sante', 'La Direction met à disposition une salle de sport, gratuite pour tous. Elle a mis en place cette salle de sport avec le comité, en 2021, au rez-de-chaussée.'],
    ['titres-restaurant', 'Un accord a été trouvé sur la nouvelle valeur des titres-restaurant remis avec la paie de mai 2024, soit 8,60 €.'],
    ['teletravail', 'Un accord relatif au télétravail a été signé le 4 mars 2022 et s’applique jusqu’au 31 décembre 2022. Un avenant permet de garder le télétravail au-delà de l’année 2022.'],
  ])('%s: %s', (benefit, text) => expect(lastDayOf(benefit, text)).toBeNull()); // prettier-ignore

  it('years said of one agreement are not those of the next one in the sentence', () => {
    const text =
      'Un accord d’intéressement a été signé pour les années 2020, 2021 et 2022, ainsi qu’un accord de plan d’épargne retraite collectif (PERECO) signé le 11 mai 2010.';
    expect(lastDayOf('interessement', text)).toBe('2022-12-31');
    expect(lastDayOf('epargne-salariale', text)).toBeNull();
  });
});

it('a renewal tells for how long', () => {
  const text =
    'Les parties confirment leur accord pour le renouvellement d’un an à l’identique de la prime de transport.';
  expect(lastingOf('velo-voiture', text)).toEqual({ months: 12 });
});

it('the end of another agreement, recalled above, is not that of what is decided below it', () => {
  const recalled =
    'Égalité salariale entre les femmes et les hommes\nLes parties rappellent qu’un accord d’égalité signé en mai 2022 vaut jusqu’au 31 décembre 2025. Il fait état d’un index de 92.';
  expect(
    lastingOf(
      'egalite',
      `${recalled} Dans ce cadre, les parties conviennent d’un budget de 0,3 % de la masse salariale pour réduire les écarts. Cette mesure sera versée sur la paie d’avril 2024.`,
    ),
  ).toEqual({ until: '2024-12-31' });
});
