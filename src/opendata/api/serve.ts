import { answer, route } from './answer.ts';
import { operationOf } from './operations.ts';
import { refusedParameters } from './parameters.ts';
import { problemResponse, type ProblemKind } from './problems.ts';

type Answered = { found: object } | { problem: ProblemKind; detail: string };

/** The route of one operation: its parameters are checked first, whatever they are. */
export const serve = (
  id: string,
  work: (asked: { params: URLSearchParams; path: Record<string, string | undefined> }) => Answered | Promise<Answered>,
) =>
  route(async ({ request, url, params: path }) => {
    const errors = refusedParameters(operationOf(id).parameters, url.searchParams);
    if (errors.length > 0)
      return problemResponse('parametre-refuse', 'Voyez « errors », et la liste des paramètres sur la page /api.', errors);
    const answered = await work({ params: url.searchParams, path });
    if ('problem' in answered) return problemResponse(answered.problem, answered.detail);
    return answer(request, answered.found);
  }); // prettier-ignore
