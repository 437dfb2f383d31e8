import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import type { ExtractionContext } from '#domain/extraction.ts';
import { createExtractor } from '#extraction/extract.ts';

const { benefits } = loadCatalogue();
const extractor = createExtractor(benefits);
const context: ExtractionContext = { nafCode: null, title: null, legalName: null };
const standingOf = (text: string, benefit: string, given = context): string =>
  extractor.extract(text, given).findings.find((finding) => finding.benefit === benefit)?.standing ?? 'none';

const DEMANDS = [
  'Mise en place d’une crèche d’entreprise',
  'Prise en charge de la mutuelle à 80 % par l’employeur',
  'Deux jours de télétravail par semaine pour tous',
  'Revalorisation du ticket restaurant à 10 €',
  'Trois jours payés pour enfant malade',
  'Versement d’une prime de partage de la valeur de 1 000 €',
  'Passage de la dotation aux activités sociales et culturelles à 1,2 %',
  'Prime de vacances de 500 €',
];
const OPENINGS = [
  'Revendications de la CFDT',
  'Demandes de l’organisation syndicale FO :',
  'Les organisations syndicales demandent :',
  'La CGT propose :',
  'Plateforme revendicative de l’intersyndicale',
  'Propositions de la délégation syndicale CFTC :',
];

describe('a demand is never a grant', () => {
  it('whatever the opening, the order and the bullets', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...OPENINGS),
        fc.shuffledSubarray(DEMANDS, { minLength: 2 }),
        fc.constantFrom('', '- ', '• ', '– '),
        fc.constantFrom('', ' ;', ','),
        (opening, demands, bullet, ending) => {
          const text = [opening, ...demands.map((demand) => `${bullet}${demand}${ending}`)].join('\n');
          const granted = extractor
            .extract(text, context)
            .findings.filter((finding) => finding.standing === 'granted');
          expect(granted).toEqual([]);
        },
      ),
    );
  });

  it('and stays one when the employer refuses or only studies it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DEMANDS),
        fc.constantFrom(
          'La Direction refuse cette demande.',
          'La Direction ne souhaite pas donner suite à cette demande.',
          'La Direction étudiera cette demande en fin d’année.',
        ),
        (demand, answer) => {
          const text = `Revendications de la CFDT\n${demand}\n${answer}`;
          const { findings } = extractor.extract(text, context);
          expect(findings.filter((finding) => finding.standing === 'granted')).toEqual([]);
        },
      ),
    );
  });
});

describe('shapes of agreements', () => {
  it('an accepted demand is granted, with the figure of the answer', () => {
    const text =
      'Revendications de la CFDT\nPassage des activités sociales et culturelles à 1 % de la masse salariale\nLa Direction accepte cette demande à hauteur de 0,9 %.';
    const finding = extractor
      .extract(text, context)
      .findings.find((found) => found.benefit === 'cse-activites');
    expect(finding).toMatchObject({ standing: 'granted', values: { rate: 0.9 } });
  });

  it('a refusal below names nothing and still refuses', () => {
    expect(
      standingOf(
        'Mise en place de titres-restaurant\nLa Direction refuse cette demande.',
        'titres-restaurant',
      ),
    ).toBe('refused');
  });

  it('an employer who is not against it refuses nothing', () => {
    expect(
      standingOf('La Direction n’est pas opposée à une hausse de la prime de panier à 7 €.', 'restauration'),
    ).not.toBe('refused');
  });

  it('a request of one employee may be refused: the benefit stands', () => {
    expect(
      standingOf(
        'Le télétravail est ouvert à raison de deux jours par semaine ; le responsable peut refuser une demande en la motivant.',
        'teletravail',
      ),
    ).toBe('granted');
  });

  it('an ending ends', () => {
    expect(
      standingOf('Il est mis fin à la réservation de berceaux à compter du 31 décembre.', 'creche'),
    ).toBe('ended');
  });

  it('a table of contents says nothing', () => {
    expect(
      standingOf(
        'Sommaire\nArticle 1 – Télétravail 3\nArticle 2 – Mutuelle 4\nArticle 3 – Crèche 5\nArticle 4 – Titres-restaurant 6',
        'teletravail',
      ),
    ).toBe('none');
  });

  it('a coming negotiation is an intention', () => {
    expect(
      standingOf(
        'Il est convenu que les partenaires sociaux ouvrent des négociations sur :\nle télétravail,\nla mutuelle.',
        'teletravail',
      ),
    ).not.toBe('granted');
  });

  it('a record of disagreement grants what the employer decides, not what it offered', () => {
    const text =
      'Procès-verbal de désaccord\nDernières propositions de la Direction :\nPorter la valeur faciale du ticket restaurant à 10 €.\nLa Direction décide de maintenir deux jours de télétravail par semaine.';
    expect(standingOf(text, 'titres-restaurant')).not.toBe('granted');
    expect(standingOf(text, 'teletravail')).toBe('granted');
  });

  it('what a former agreement was for is not what holds', () => {
    expect(
      standingOf(
        'L’accord de 2011 avait pour objet de faire bénéficier tous les salariés d’un plan d’épargne retraite collectif.',
        'epargne-salariale',
      ),
    ).toBe('none');
  });

  it('absences listed for a bonus are not benefits', () => {
    expect(
      standingOf(
        'Sont assimilés à du temps de présence :\n- le congé pour enfant malade ;\n- le congé de paternité.',
        'enfant-malade',
      ),
    ).toBe('none');
  });
});

describe('false friends of the trade', () => {
  const text = 'La crèche accueille quarante enfants et emploie douze personnes.';
  it('an employer that is a crèche does not thereby offer one', () => {
    expect(standingOf(text, 'creche', { ...context, nafCode: '88.91A' })).toBe('none');
  });
  it('unless it reserves places for its own people', () => {
    expect(
      standingOf('L’association réserve trois berceaux aux enfants de ses salariés.', 'creche', {
        ...context,
        nafCode: '8891A',
      }),
    ).toBe('granted');
  });
});
