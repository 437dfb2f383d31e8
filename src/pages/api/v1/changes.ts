import { changesAnswer } from '#opendata/api/changes.ts';
import { serve } from '#opendata/api/serve.ts';

export const prerender = false;

const LOST =
  'Ce curseur n’est pas de ce journal. Repartez d’une copie entière (page /donnees) et de son curseur.';

export const GET = serve('listChanges', ({ params }) => {
  const found = changesAnswer(params);
  return found ? { found } : { problem: 'curseur-perdu', detail: LOST };
});
