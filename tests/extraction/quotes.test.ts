import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteFrom } from '#extraction/quotes.ts';
import { findingOf } from './support/findings.ts';

const quoteOf = (text: string, benefit: string) => findingOf(text, benefit)?.quote;

describe('the quote of a grant', () => {
  it('of a long sentence ends at a clause', () => {
    const head =
      'La Direction décide de porter la valeur faciale des titres-restaurant à 9,50 € pour l’ensemble des salariés du siège et des agences';
    const tail =
      ', les modalités de commande et de distribution restant celles qui figurent dans la note de service affichée dans les locaux de chacun des établissements concernés, laquelle est tenue à jour chaque année par le service des ressources humaines et remise à tout nouvel embauché le jour de son arrivée dans la société.';
    const quote = quoteOf(head + tail, 'titres-restaurant')!;
    expect(quote.startsWith('La Direction décide')).toBe(true);
    expect((head + tail)[quote.length]).toBe(',');
  });

  it('of a long sentence whose head says nothing begins at the clause that grants', () => {
    const text =
      'Compte tenu de la hausse durable du prix des carburants constatée depuis le début de l’année dans la région, des difficultés de circulation que rencontrent les équipes du matin comme celles du soir et de l’absence de transports en commun aux heures de prise de poste, la Direction porte la valeur faciale des titres-restaurant à 9 € au 1er avril.';
    expect(quoteOf(text, 'titres-restaurant')).toMatch(/^la Direction porte .* au 1er avril\.$/);
  });

  it('that names nothing takes along the sentence above that does', () => {
    const text =
      'Article 4 – Télétravail occasionnel\nIl répond au souhait de donner plus de souplesse aux salariés qui doivent concilier leur vie professionnelle et leurs contraintes personnelles, souvent lourdes dans les métiers du service après-vente comme dans ceux de la logistique et du transport.\nC’est ainsi que la charte du télétravail occasionnel a été rédigée. L’application de cette charte est maintenue jusqu’à la fin de l’année.\n';
    expect(quoteOf(text, 'teletravail')).toMatch(/^C’est ainsi que la charte .* fin de l’année\.$/);
  });

  it('that names nothing takes along as much of a long sentence above as tells what it is about', () => {
    const opening =
      'Après plusieurs échanges sur les difficultés que rencontrent les familles dont les deux parents travaillent en horaires décalés ou loin de leur domicile';
    const text = `Article 7 – Famille\n${opening}, la Direction prend à sa charge une partie des frais de garde des jeunes enfants au moyen de chèques CESU. Pour l’année civile, le montant est fixé à 900 € par salarié au plus.`;
    expect(quoteOf(text, 'garde-enfants')).toMatch(/^la Direction prend .* CESU\. Pour .* au plus\.$/);
  });

  it('of a sentence with no border near begins at a group of words', () => {
    const text =
      'Article 2\nIl est prévu en faveur des équipes de nuit et de week-end qui se relaient sur les lignes de la nouvelle unité de production ouverte à la demande des clients de la zone du littoral une revalorisation des primes de panier. Leur montant passe ainsi à compter du premier mars prochain de 6,20 € à 6,80 € par poste travaillé.';
    const quote = quoteOf(text, 'restauration')!;
    expect(quote).toMatch(/primes de panier\. Leur montant .* travaillé\.$/);
    expect(quote).toMatch(/^(?:Il est|en|sur|la|les|une) /);
  });

  it('of a long sentence that names the benefit twice holds the one that is given', () => {
    const text =
      'Afin d’encourager un meilleur partage des tâches familiales entre les femmes et les hommes de l’entreprise, et compte tenu de l’allongement par la loi de la durée du congé de paternité intervenu au cours de l’été de l’année passée, il a été décidé, pour tous les salariés qui ont un an de présence, de maintenir la rémunération de celles et ceux qui s’absentent pendant le congé de paternité.';
    expect(quoteOf(text, 'paternite')).toMatch(/de maintenir la rémunération .* congé de paternité\.$/);
  });

  it('is what is asked for a bonus rather than the day of its first part', () => {
    const text =
      'Article 3 – Rémunération\nVoici les conditions d’obtention du 13ème mois :\n- Six mois de présence au 31 décembre,\n- Calcul au prorata du temps de travail.\nConcernant l’acompte sur 13ème mois, il est rappelé qu’il est versé avec la paie de juin.';
    expect(quoteOf(text, 'treizieme-mois')).toMatch(/^Voici les conditions/);
  });

  it('takes along the line that opens a long item', () => {
    const item =
      '2 jours de repos compensateur pour le personnel en horaire posté et pour celui de la maintenance et du magasin central en astreinte ou en intervention hors de son horaire habituel, en semaine comme le dimanche, dans les deux halls de la fonderie comme au quai nord.';
    expect(quoteOf(`Article 3 – Pénibilité\nIl est accordé :\n${item}`, 'usure')).toBe(
      `Il est accordé : ${item}`,
    );
  });

  it('is not the end of a sentence that only tells what is taken off', () => {
    const found = findingOf(
      'Article 6 – Indemnisation du congé paternité\nPour encourager les pères à prendre leur congé paternité, il est décidé d’aligner le niveau de leur indemnisation. Ainsi, il a été décidé par la direction la prise en charge d’un complément mensuel visant à couvrir en totalité la perte de salaire des collaborateurs dans des conditions semblables à celles déjà retenues pour les mères au sein de ses établissements, déduction faite des indemnités journalières reçues de la sécurité sociale et des organismes de prévoyance (au total, cette prise en charge s’élève à 92%).',
      'paternite',
    );
    expect(found?.quote).toMatch(/^Ainsi, il a été décidé/);
    expect(found?.values).toEqual({});
  });

  it('begins behind a sentence that ends with a figure', () =>
    expect(
      quoteOf(
        'Les itinérants cumulent 5 jours de récupération au lieu de 3. La valeur faciale du titre-restaurant passe à 9 €.',
        'titres-restaurant',
      ),
    ).toBe('La valeur faciale du titre-restaurant passe à 9 €.'));

  it('is the proposal where the answer far below only says that it was agreed', () => {
    const proposed =
      'Plages variables pour le personnel de journée, de 7 h à 8 h 30 à l’atelier et de 7 h 30 à 9 h dans les bureaux';
    const text = `Proposition de la Direction\n- ${proposed}\n- Revalorisation de la prime d’équipe à 5,20 € par poste pour les salariés des deux équipes de production\n- Un jour de plus pour le déménagement des salariés qui changent de commune de résidence dans l’année\nUn accord a été conclu sur cette dernière proposition.`;
    expect(quoteOf(text, 'horaires-flexibles')).toContain(proposed);
  });

  it('takes along the lines that it announces', () => {
    const text =
      'Les salariés en horaires variables auront la possibilité de terminer leur semaine le vendredi à midi, sous réserve :\nd’avoir prévenu leur responsable,\nd’avoir accompli leurs heures.';
    expect(quoteOf(text, 'horaires-flexibles')).toBe(text.replaceAll('\n', ' '));
  });

  it('leaves out the announcement of a list that has no room', () => {
    const decision =
      'Les parties conviennent de verser une prime de partage de la valeur de 700 € à chacun des salariés présents au 31 décembre';
    const items = `Être titulaire d’un contrat de travail ${'en cours à la date de versement de la prime et '.repeat(5)}à la date de dépôt.`;
    expect(quoteOf(`${decision}, selon les modalités suivantes :\n${items}`, 'prime-partage-valeur')).toBe(
      decision,
    );
  });

  it.each([
    ['La prime de transport passe de 0,10 € à 0,14 € du kilomètre', ' et se calculera ainsi :'],
    [
      'Les indemnités kilométriques domicile-travail sont relevées de 8 % au 1er mai',
      ', conformément au tableau ci-dessous :',
    ],
  ])('ends before what opens a table that is not there: %s', (said, opener) =>
    expect(
      quoteOf(
        `${said}${opener}\nArticle 5 – Durée\nLe présent accord est conclu pour un an.`,
        'velo-voiture',
      ),
    ).toBe(said),
  );

  it('of an item without verb holds the line that opens its list', () => {
    const text =
      'Les mesures suivantes ont été décidées :\n- revalorisation du titre-restaurant à 8 € au 1er mars 2023.';
    expect(quoteOf(text, 'titres-restaurant')).toBe(text.replace('\n', ' '));
  });

  it('never parts a date', () => {
    const text =
      'Un accord collectif relatif à la mise en place du télétravail au sein de la société et de ses filiales françaises a été conclu au terme de plusieurs réunions de négociation auxquelles ont pris part toutes les organisations syndicales représentatives au niveau du groupe et ceci en présence du médiateur le 25 février 2022.';
    const focus = { start: 0, end: 60 };
    const quote = quoteFrom(text, { start: 0, end: text.length, focus })!;
    expect(quote).not.toMatch(/\d$/);
  });
});

describe('any evidence', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'la',
      'prime',
      'est',
      'versée,',
      'aux',
      '(salariés',
      'cadres)',
      'et',
      '12,50',
      '€',
      'le',
      '3',
      'mai',
      'que',
      ';',
      ':',
      '|',
      'Il',
      'verse.',
      'afin',
      'l’employeur',
    ),
    fc
      .string({ unit: 'binary', minLength: 1, maxLength: 30 })
      .map((text) => text.replace(/\s+/gu, '') || 'mot'),
  );

  it('gives a literal quote of at most 300 characters that holds its focus and cuts no word', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 20, maxLength: 160 }),
        fc.nat(),
        fc.nat(4),
        (words, at, length) => {
          const folded = words.join(' ');
          const starts = words.reduce<number[]>(
            (all, one, i) => [...all, (all[i] ?? 0) + one.length + 1],
            [0],
          );
          const first = at % words.length;
          const last = Math.min(first + length, words.length - 1);
          const focus = { start: starts[first]!, end: starts[last]! + words[last]!.length };
          const quote = quoteFrom(folded, { start: 0, end: folded.length, focus });
          if (quote === null) return;
          expect(quote.length).toBeLessThanOrEqual(300);
          expect(folded).toContain(quote);
          if (focus.end - focus.start <= 200) expect(quote).toContain(folded.slice(focus.start, focus.end));
        },
      ),
      { numRuns: 200 },
    );
  });
});
