import { describe, expect, it } from 'vitest';
import { foldWhitespace, literalsOf } from '#domain/quote.ts';
import { findingsOf, grantOf } from './support/findings.ts';

const contextOf = (benefit: string, text: string) => grantOf(benefit, text)?.context;

const NOTHING = {
  titles: [],
  above: null,
  head: null,
  tail: null,
  before: null,
  after: null,
  conditions: [],
};

const MOTIVE =
  'Compte tenu de la hausse durable du prix des carburants constatée depuis le début de l’année dans la région et de l’absence de transports en commun aux heures de prise de poste des équipes du matin,';
const GRANT =
  'la Direction décide de porter la valeur faciale des titres-restaurant à 9,50 € pour l’ensemble des salariés du siège et des agences';
const REST =
  'les modalités de commande et de distribution restant celles qui figurent dans la note de service affichée dans chacun des établissements concernés, tenue à jour chaque année.';

/** More than is shown beside a quote. */
const FILLING = Array.from(
  { length: 8 },
  (_, i) =>
    `Le registre numéro ${i + 1} est tenu par le secrétariat, qui suit l’ordre des pièces et en donne la liste à qui la demande par écrit.`,
);

describe('what stands around a quote', () => {
  it('is nothing where the quote says everything', () => {
    expect(contextOf('titres-restaurant', `${GRANT.replace('la', 'La')}.`)).toBeNull();
  });

  it('is the beginning of a sentence that is too long to be quoted whole', () => {
    const found = grantOf('titres-restaurant', `${MOTIVE} ${GRANT}.`)!;
    expect(found.quote).toBe(`${GRANT}.`);
    expect(found.context).toEqual({ ...NOTHING, head: MOTIVE.slice(0, -1) });
  });

  it('is the end of such a sentence', () => {
    const found = grantOf('titres-restaurant', `${GRANT.replace('la', 'La')}, ${REST}`)!;
    expect(found.context).toEqual({ ...NOTHING, tail: REST.split(', ')[1] });
  });

  it('is the titles above, without the preamble', () => {
    const text = [
      'PRÉAMBULE',
      'Chapitre 2 – Salariés de l’atelier',
      'Article 2.1 – Mesures communes',
      'La Direction porte la valeur faciale des titres-restaurant à 9 €.',
    ].join('\n');
    expect(contextOf('titres-restaurant', text)?.titles).toEqual([
      'Chapitre 2 – Salariés de l’atelier',
      'Article 2.1 – Mesures communes',
    ]);
  });

  it('is the sentence above that names what the quote gives a figure of', () => {
    const text = [
      '4.1 Vie au siège',
      'Les équipes du siège reçoivent des titres-restaurant depuis l’ouverture du bâtiment, ce que les élus ont rappelé lors de chacune des réunions de l’année et que la Direction confirme pour des salariés dont la pause est courte et dont les bureaux sont éloignés de tout commerce.',
      'La participation de l’employeur est fixée à 5,40 € par jour travaillé.',
    ].join('\n');
    const found = grantOf('titres-restaurant', text)!;
    expect(found.quote).toMatch(/^La participation .* travaillé\.$/);
    expect(found.context).toMatchObject({
      titles: ['4.1 Vie au siège'],
      above: expect.stringMatching(/^Les équipes du siège reçoivent des titres-restaurant/),
    });
  });

  it('leaves out titles of another benefit, and bare ones that may have ended', () => {
    const text = [
      '3.1 Télétravail',
      'Pour le personnel de l’atelier',
      'Les horaires de l’atelier sont affichés chaque lundi.',
      'La Direction porte la valeur faciale des titres-restaurant à 9 €.',
    ].join('\n');
    expect(contextOf('titres-restaurant', text)?.titles).toEqual([]);
  });

  it('is what stands right before and behind in the same article', () => {
    const text = [
      'Article 5 – Frais de santé',
      'Article 6 – Mesures de pouvoir d’achat',
      'Ces mesures sont prises pour l’année 2025.',
      'La Direction porte la valeur faciale des titres-restaurant à 9 €.',
      'Les salariés en déplacement n’en reçoivent pas.',
      'Article 7 – Dépôt',
      'Le texte est déposé.',
    ].join('\n');
    expect(contextOf('titres-restaurant', text)).toMatchObject({
      before: 'Ces mesures sont prises pour l’année 2025.',
      after: 'Les salariés en déplacement n’en reçoivent pas.',
    });
  });

  it('is what a title of its own says of who may have it', () => {
    const text = [
      'Article 4 – Prime de transport',
      '4.1 Bénéficiaires',
      'La prime de transport est ouverte aux salariés qui viennent en voiture.',
      'Les titulaires d’un véhicule de fonction n’y ont pas droit.',
      '4.2 Montant',
      'La prime de transport est de 12 € par mois.',
    ].join('\n');
    expect(contextOf('velo-voiture', text)).toMatchObject({
      conditions: [
        '4.1 Bénéficiaires La prime de transport est ouverte aux salariés qui viennent en voiture. Les titulaires d’un véhicule de fonction n’y ont pas droit.',
      ],
    });
  });

  it('is what the rest of its article says of who may have it, however far', () => {
    const text = [
      'Article 6 – Indemnité de transport',
      'Cette indemnité est réservée aux salariés logés à plus de 5 km.',
      ...FILLING,
      'L’indemnité de transport est fixée à 12 € par mois.',
      ...FILLING,
      'Les titulaires d’un véhicule de fonction ne peuvent pas y prétendre.',
      'Article 7 – Prime de vacances',
      'La prime de vacances est réservée aux ouvriers.',
    ].join('\n');
    expect(contextOf('velo-voiture', text)?.conditions).toEqual([
      'Cette indemnité est réservée aux salariés logés à plus de 5 km.',
      'Les titulaires d’un véhicule de fonction ne peuvent pas y prétendre.',
    ]);
  });

  it('is what the article above its own says of both', () => {
    const text = [
      'Article 5.2 – Trajet domicile-travail en voiture',
      'Sont exclus de ces mesures les salariés qui disposent d’une voiture de service.',
      'Article 5.2.1 – Indemnité de transport',
      ...FILLING,
      'L’indemnité de transport est fixée à 12 € par mois.',
    ].join('\n');
    expect(contextOf('velo-voiture', text)?.conditions).toEqual([
      'Sont exclus de ces mesures les salariés qui disposent d’une voiture de service.',
    ]);
  });

  it('is a title on some of the staff, though it has a word of another benefit', () => {
    const text = [
      'Article 4 – Paniers',
      'Pour les équipes du site de Brest en télétravail partiel :',
      '- la prime de panier de jour est portée à 5,50 €',
    ].join('\n');
    expect(contextOf('restauration', text)?.titles).toEqual([
      'Article 4 – Paniers',
      'Pour les équipes du site de Brest en télétravail partiel',
    ]);
  });

  it('is the head of its table, though other rows stand between', () => {
    const rows = FILLING.map((line, i) => `Prime de poste ${i} | ${line} | 12 €`);
    const text = [
      'Annexe 1 – Primes',
      'Primes | Conditions | Montant',
      ...rows,
      'Prime de panier | Équipe de nuit | 6,20 € par nuit',
    ].join('\n');
    expect(contextOf('restauration', text)?.above).toBe('Primes | Conditions | Montant');
  });

  it('goes on below a bare title that a colon opens', () => {
    const text = [
      'Article 3 – Prime de partage de la valeur',
      'Une prime de partage de la valeur de 800 € est versée. Elle est payée en deux parts :',
      'a/ Une première part',
      'Elle est de 500 € pour les salariés présents au 30 novembre.',
    ].join('\n');
    expect(contextOf('prime-partage-valeur', text)?.after).toBe(
      'Elle est payée en deux parts : a/ Une première part Elle est de 500 € pour les salariés présents au 30 novembre.',
    );
  });

  it('is every item of a list of conditions, below a title of something else too', () => {
    const text = [
      'Article 1 – Mesures de l’année',
      'Versement d’une prime de partage de la valeur de 300 €',
      ...FILLING,
      'Les conditions cumulatives d’éligibilité à cette prime sont les suivantes :',
      '- le salarié a un contrat en cours au 1er mars ;',
      '- le salarié a perçu moins de 35 000 € au cours des douze derniers mois.',
    ].join('\n');
    expect(contextOf('prime-partage-valeur', text)?.conditions.join(' ')).toMatch(
      /contrat en cours.*35 000 €/,
    );
  });

  it('ends at a line with a number of its own', () => {
    const text = [
      '2. Treizième mois',
      'Un treizième mois est versé en décembre.',
      ...FILLING,
      `${FILLING[0]} 3. Points`,
      'Les points de la grille sont ouverts aux salariés qui ont dix ans d’ancienneté.',
    ].join('\n');
    expect(contextOf('treizieme-mois', text)?.conditions).toEqual([]);
  });

  it('is a list of those left out, with its title', () => {
    const text = [
      'Article 2 – Prime de partage de la valeur',
      'Une prime de partage de la valeur de 600 € est versée en mars 2024.',
      ...FILLING,
      'Personnes exclues :',
      '- les stagiaires de l’école',
      '- les salariés partis avant le 1er mars',
    ].join('\n');
    expect(contextOf('prime-partage-valeur', text)?.conditions).toEqual([
      'Personnes exclues : - les stagiaires de l’école - les salariés partis avant le 1er mars',
    ]);
  });

  it('is neither a condition of another benefit nor what one side asks for', () => {
    const text = [
      'Article 3 – Mesures sociales',
      'La valeur faciale des titres-restaurant est portée à 9 €.',
      ...FILLING,
      'La prime de vacances est réservée aux ouvriers présents toute l’année.',
      'Les apprentis ne peuvent pas y prétendre.',
      'Demandes de la CFDT :',
      'Titres-restaurant réservés aux équipes sans cantine',
    ].join('\n');
    expect(contextOf('titres-restaurant', text)?.conditions).toEqual([]);
  });

  it('is the line that the titles of its groups stand under', () => {
    const text = 'PEG FICTIF :\nLa Direction reconduit l’abondement du PEG en 2023 : 200 % des versements jusqu’à 500 euros.\nPERCOL FICTIF :\nPour les ouvriers :\nAbondement de 150 % sur les versements jusqu’à 300 euros\nPour les cadres :\nAbondement de 100 % sur les versements jusqu’à 400 euros';
    const found = findingsOf(text).filter(({ benefit }) => benefit === 'epargne-salariale');
    expect(found.map(({ scope, context }) => [scope.label, context?.above ?? null])).toEqual([[null, null], ['ouvriers', 'PERCOL FICTIF'], ['cadres', 'PERCOL FICTIF']]);
  }); // prettier-ignore

  it('is neither a condition of another gift of the article, nor a definition', () => {
    const conditions = (last: string) =>
      contextOf(
        'handicap',
        [
          'Article 4 – Travailleurs handicapés',
          'Les travailleurs handicapés ont droit à un jour de congé payé par an.',
          ...FILLING,
          'Ils reçoivent aussi une somme de 200 € pour leur logement.',
          last,
        ].join('\n'),
      )?.conditions;
    expect(conditions('Cette prime est versée :\n- aux salariés handicapés présents à l’effectif')).toEqual([]);
    expect(conditions('Les conditions dans lesquelles les salariés handicapés travaillent seront étudiées.')).toEqual([]);
    expect(conditions('Ce congé est ouvert aux salariés handicapés présents à l’effectif.')).toHaveLength(1);
  }); // prettier-ignore

  it('is that of the line that grants, where the same words stand elsewhere too', () => {
    const text = [
      'Revendications de la délégation syndicale :',
      'Œuvres sociales : 5 000 € de dotation exceptionnelle',
      'Après discussion, un terrain d’entente a été trouvé :',
      'Œuvres sociales : 5 000 € de dotation exceptionnelle',
      'Ces mesures concernent les ouvriers de l’atelier.',
    ].join('\n');
    expect(contextOf('cse-activites', text)?.after).toBe('Ces mesures concernent les ouvriers de l’atelier.');
  });

  it('shows no line with a sum as a title', () => {
    const text = [
      'Prime de l’année',
      'Elle comporte deux parts :',
      'Partie fixe de 200 euros payée en juin',
      'Titres-restaurant',
      'La valeur faciale des titres-restaurant est portée à 9 €.',
    ].join('\n');
    expect(contextOf('titres-restaurant', text)?.titles.join()).not.toContain('200 euros');
  });

  it('holds no address that sentences cut in two', () => {
    const text = [
      'Article 4 – Repas',
      'La valeur faciale des titres-restaurant est portée à 9 €.',
      'La demande est envoyée au bureau des achats (achats. brest @ exemple. fr).',
    ].join('\n');
    expect(contextOf('titres-restaurant', text)?.after ?? '').not.toContain('@');
  });

  it('tells a list of absences whole, though some of them are subjects of their own', () => {
    const text = [
      'Article 6 – 13e mois',
      'Un 13e mois est versé en novembre à tous les salariés.',
      ...FILLING,
      'Le montant dépend de la présence dans l’année.',
      'Les absences sans conséquence sur le montant, sous réserve d’un justificatif, sont :',
      'Accident du travail',
      'Maladie professionnelle',
      'Maternité',
      'Paternité',
      'Le montant du 13e mois est égal au salaire de base du mois de novembre.',
    ].join('\n');
    expect(contextOf('treizieme-mois', text)?.conditions.join()).toContain(
      'sont : Accident du travail Maladie professionnelle Maternité Paternité',
    );
  });

  it('stands in the text letter for letter, and names nobody', () => {
    const named = MOTIVE.replace('la hausse', 'la demande de Madame Le Goff et de la hausse');
    const text = `${named} ${GRANT}, ${REST}`;
    const { quote, context } = grantOf('titres-restaurant', text)!;
    const pieces = literalsOf({ quote, context });
    for (const piece of pieces) {
      expect(foldWhitespace(text)).toContain(piece);
      expect(piece).not.toContain('Le Goff');
    }
    expect(pieces.length).toBeGreaterThan(1);
  });
});
