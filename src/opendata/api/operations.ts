import { z } from 'zod';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import {
  AgreementAnswer, BenefitsAnswer, ChangesAnswer, EmployerAnswer, SearchAnswer, SiretAnswer,
} from '#domain/public/api.ts'; // prettier-ignore
import { wholeNumber, type Parameter } from './parameters.ts';
import type { ProblemKind } from './problems.ts';
import { searchParameters } from './search-parameters.ts';

export const CHANGES_MAX = 1000;

export type Operation = {
  id: string;
  path: string;
  summary: string;
  description: string;
  parameters: Parameter[];
  answer: z.ZodObject;
  problems: ProblemKind[];
};

/** A cursor, or an instant from which on. */
export const Since = z
  .string()
  .regex(/^(?:\d{1,9}|\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z)?)$/);

const path = (name: string, pattern: RegExp, description: string, example: string): Parameter => ({
  ...{ name, in: 'path', schema: z.string().regex(pattern), description, example, isRequired: true },
});

let operations: Operation[] | undefined;

/** What the API answers: the routes, the OpenAPI document, its page and its test are made from this list. */
export const listOperations = (): Operation[] =>
  (operations ??= [
    {
      id: 'search',
      path: '/api/v1/search',
      summary: 'Chercher des employeurs',
      description:
        'Les mêmes paramètres que la page /recherche : une adresse de l’une vaut pour l’autre. Un employeur absent de la réponse n’a aucune trace publique de ce qui est demandé ; ce n’est jamais un refus.',
      parameters: searchParameters(loadCatalogue()),
      answer: SearchAnswer,
      problems: ['parametre-refuse'],
    },
    {
      id: 'readEmployer',
      path: '/api/v1/employeurs/{siren}',
      summary: 'Lire un employeur',
      description: 'Tout ce que montre sa page, avec la source de chaque élément.',
      parameters: [path('siren', /^\d{9}$/, 'SIREN, neuf chiffres', '123456782')],
      answer: EmployerAnswer,
      problems: ['parametre-refuse', 'introuvable', 'retire'],
    },
    {
      id: 'findBySiret',
      path: '/api/v1/siret/{siret}',
      summary: 'Trouver l’employeur d’un SIRET',
      description: 'Pour un portail qui ne connaît que l’établissement.',
      parameters: [path('siret', /^\d{14}$/, 'SIRET, quatorze chiffres', '12345678200010')],
      answer: SiretAnswer,
      problems: ['parametre-refuse', 'introuvable', 'retire'],
    },
    {
      id: 'readAgreement',
      path: '/api/v1/accords/{id}',
      summary: 'Lire un accord',
      description: 'Ce qu’un texte accorde, avec ses extraits. Déposé et publié ; non contrôlé au fond.',
      parameters: [path('id', /^ACCOTEXT\d{12}$/, 'Identifiant de la DILA', 'ACCOTEXT000000000001')],
      answer: AgreementAnswer,
      problems: ['parametre-refuse', 'introuvable', 'retire'],
    },
    {
      id: 'listBenefits',
      path: '/api/v1/avantages',
      summary: 'Définitions des avantages',
      description: 'Ce que veut dire chaque avantage, ce qu’il ne veut pas dire, et le minimum légal.',
      parameters: [],
      answer: BenefitsAnswer,
      problems: ['parametre-refuse'],
    },
    {
      id: 'listChanges',
      path: '/api/v1/changes',
      summary: 'Ce qui a changé',
      description:
        'Pour tenir une copie à jour : repartez du curseur « next » de la réponse précédente, ou du champ « cursor » du manifeste d’une copie entière. Supprimez chez vous ce que disent employer-removed, agreement-removed et claim-removed.',
      parameters: [
        {
          ...{ name: 'since', in: 'query', schema: Since, example: '0' },
          description: 'Curseur, jour ou instant UTC (ISO 8601) ; sans lui : depuis le début du journal',
        },
        {
          ...{ name: 'limit', in: 'query', schema: wholeNumber(1, CHANGES_MAX), example: '100' },
          description: `Lignes au plus, de 1 à ${CHANGES_MAX} ; 100 sans ce paramètre`,
        },
      ],
      answer: ChangesAnswer,
      problems: ['parametre-refuse', 'curseur-perdu'],
    },
  ]);

export function operationOf(id: string): Operation {
  const found = listOperations().find((each) => each.id === id);
  if (!found) throw new TypeError(`api: there is no operation ${id}.`);
  return found;
}
