import { matchesOf } from '../text/matches.ts';

/** « passe de 8 € (dont 4 € pour l’employeur) à 9 € »: what held before, with its parenthesis. */
const FORMER =
  /(?<=\b(?:passe|porte|evolue|augmente|revalorise|releve)\w*\b[^;.<()]{0,40} de )\d[^()]{0,20}\([^()]{0,60}\) (?=a \d)/g;
export const formerIn = (plain: string): RegExpExecArray[] =>
  plain.includes('(') ? matchesOf(FORMER, plain) : [];

const REFUSED_FIRST =
  /\b(?:ne |n')[^;.]{0,160}\b(?=(?:mais|toutefois|en revanche) (?:\w+ )?(?:accepte|propose|accorde|consent)\w*\b)/;

/** « ne peut rembourser 75 %, mais accepte de passer à 60 % »: where what is refused first ends; 0 where nothing is. */
export function refusedUntil(plain: string): number {
  if (!/accept|propos|accord|consent/.test(plain)) return 0;
  const refused = REFUSED_FIRST.exec(plain);
  return refused ? refused.index + refused[0].length : 0;
}
