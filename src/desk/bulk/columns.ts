import type { ProofKind } from '#domain/declaration.ts';

/** Columns of a table of declarations: whether a line must fill them, and what they hold. */
export const COLUMNS = {
  employeur: {
    isRequired: true,
    words: 'SIREN de l’employeur, ou SIRET d’un établissement : la ligne ne vaut alors que pour lui',
  },
  avantage: { isRequired: true, words: 'Code ou nom de l’avantage, comme dans la liste des avantages' },
  phrase: {
    isRequired: true,
    words: 'L’avantage en une phrase, de 20 à 300 caractères, publiée telle quelle',
  },
  chiffres: { isRequired: false, words: 'Valeurs : « Berceaux = 10 ; Part payée par l’employeur = 70 »' },
  etablissements: { isRequired: false, words: 'SIRET couverts, séparés par une espace ; vide : tous' },
  categorie: { isRequired: false, words: 'Catégorie couverte ; vide : tous les salariés' },
  anciennete_mois: { isRequired: false, words: 'Ancienneté demandée, en mois' },
  exclus: { isRequired: false, words: 'Personnes exclues' },
  preuve: { isRequired: true, words: 'due, charte, contrat, accord, usage ou autre' },
  adresse: { isRequired: false, words: 'Page publique qui le montre, commençant par https://' },
} as const;
export type Column = keyof typeof COLUMNS;

export const COLUMN_NAMES = Object.keys(COLUMNS) as Column[];

export const PROOF_CODES: Record<string, ProofKind> = {
  due: 'due',
  charte: 'charter',
  contrat: 'contract',
  accord: 'agreement',
  usage: 'practice',
  autre: 'other',
};

export const ROWS_MAX = 10_000;
/**
 * Standing declarations of one employer: every benefit for half a dozen groups of people. Beyond, its page could not be
 * read, nor weigh what a page may. Lines that differ by their establishment alone make one declaration of twenty.
 */
export const DECLARATIONS_MAX = 300;
