import { env } from '#env';
import type { Problem } from '#domain/public/api.ts';

/** Each kind of problem has a place on the page of the API that says what to do. */
export const PROBLEMS = {
  'parametre-refuse': { status: 400, title: 'Paramètre refusé' },
  introuvable: { status: 404, title: 'Introuvable' },
  'methode-refusee': { status: 405, title: 'Méthode refusée' },
  retire: { status: 410, title: 'Retiré' },
  'curseur-perdu': { status: 410, title: 'Curseur inconnu' },
  'trop-de-demandes': { status: 429, title: 'Trop de demandes' },
  indisponible: { status: 503, title: 'Momentanément indisponible' },
} as const;
export type ProblemKind = keyof typeof PROBLEMS;

export const PROBLEM_TYPE = 'application/problem+json';

export const problemOf = (kind: ProblemKind, detail: string, errors?: Problem['errors']): Problem => ({
  type: new URL(`/api#${kind}`, env.SITE_URL).href,
  ...PROBLEMS[kind],
  detail,
  ...(errors ? { errors } : {}),
});

export const problemResponse = (kind: ProblemKind, detail: string, errors?: Problem['errors']): Response =>
  new Response(`${JSON.stringify(problemOf(kind, detail, errors))}\n`, {
    status: PROBLEMS[kind].status,
    headers: { 'Content-Type': PROBLEM_TYPE },
  });
