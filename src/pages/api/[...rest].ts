import { route } from '#opendata/api/answer.ts';
import { problemResponse } from '#opendata/api/problems.ts';

export const prerender = false;

export const GET = route(() =>
  problemResponse('introuvable', 'L’API n’a rien à cette adresse. La liste est sur la page /api.'),
);
