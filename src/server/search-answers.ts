import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MakePage } from '#search/made-pages.ts';
import type { createKeptAnswers } from './kept-answers.ts';
import { answerWhole } from './whole-answer.ts';

export type SearchAnswers = {
  /** What pages of the search are made of, another text for each generation; null = they are made anew each time. */
  searchState?: () => string | null;
  /** Makes pages of the search without the framework; null = as any other page on demand. */
  searchPage?: () => MakePage | null;
};

/** Answers a search: as it was answered a moment ago, or with a page of its own. False where the framework makes it. */
export async function answerSearch(
  req: IncomingMessage,
  res: ServerResponse,
  { searchState, searchPage }: SearchAnswers,
  kept: ReturnType<typeof createKeptAnswers>,
): Promise<boolean> {
  const state = searchState?.() ?? null;
  if (state !== null && kept.answer(req, res, state)) return true;
  answerWhole(req, res);
  const make = searchPage?.();
  if (!make) return false;
  const made = await make(new URL(req.url!, 'http://localhost'));
  if ('location' in made) {
    res.statusCode = 302;
    res.setHeader('Location', made.location);
    res.end();
  } else {
    res.setHeader('Content-Type', 'text/html');
    res.end(made.html);
  }
  return true;
}
