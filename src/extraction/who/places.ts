import type { Scope } from '../../domain/extraction.ts';
import { isSiretValid } from '../../domain/ids.ts';
import type { Siret } from '../../domain/ids.ts';
import type { Line } from '../context/units.ts';
import { gated } from '../text/gates.ts';
import { matchesOf } from '../text/matches.ts';
import { once } from '../text/once.ts';

const PLACE = gated(
  /\b(?:de l'|l'|pour l'|a l'|les )?(?:etablissements?(?: secondaire)?|sites?|usines?|agences?|magasins?|(?<=\b(?:salaries|collaborateurs|personnels?) des )(?:societes|filiales)) (?:de |d'|du |des )?(?=(.))/g,
);
/** « la cantine pour le site de Brest et des titres-restaurant … »: the place is that of what stands before. */
const ANOTHER = /\bet (?:du|de la|de l'|des|d'une?) /;
/** « hormis au sein de l’établissement de Nantes »: everywhere else; « les places existantes au sein des sites de … »: so far. */
const LEFT_OUT =
  /\b(?:hors|hormis|sauf|excepte\w*|a l'exception|a l'exclusion|existante?s?)(?: (?:du|de|des|de la|au|au sein|le|la|les|pour))* ?$/;
const PROPER = String.raw`(?!Etabl)\p{Lu}[\p{L}'’-]*\p{L}(?:/\p{L}+)?(?:(?: (?:sur|le|la|les|en|de|d['’]|du|lès))? ?(?!Etabl)\p{Lu}[\p{L}'’-]*\p{L}){0,3}`;
const PLACE_NAME = new RegExp(`^${PROPER}`, 'u');
/** « les sites de Brest et de Quimper » */
const PLACE_NAMES = new RegExp(
  `^${PROPER}(?:(?: \\([^()]{2,40}\\))?(?:,| et| ou| /) (?:de |d['’]|du )?${PROPER}){0,3}`,
  'u',
);

/** « SAINT-SAULVE - LESQUIN »: one place. */
const LOUD_PART = /^ - \p{Lu}[\p{Lu}'’-]{2,}(?!\p{L})/u;

/** « les salariés du site de Vannes et les salariés en mission » */
const AND_OTHERS = /^ et (?:les |aux |des )?(?:salariés|collaborateurs) [^.,;:()]{3,60}$/;

/** « établissement d’Orléans »: the words of the text, when a capitalised place follows. `named`: where what it is the place of stands. */
export function placeIn({ raw, plain }: Pick<Line, 'raw' | 'plain'>, named = 0): string | null {
  for (const match of matchesOf(PLACE, plain)) {
    const at = match.index + match[0].length;
    if (ANOTHER.test(plain.slice(at, named)) || LEFT_OUT.test(plain.slice(0, match.index))) continue;
    const isMany = /s (?:de |d'|du |des )?$/.test(match[0]) || /^[^,.;]{3,40} \/ /.test(raw.slice(at));
    const name = (isMany ? PLACE_NAMES : PLACE_NAME).exec(raw.slice(at));
    if (!name || name[0].length < 3) continue;
    const lead = /(?:etablissement|site|usine|agence|magasin|societe|filiale)/.exec(match[0])!;
    const end = at + name[0].length;
    const rest = raw.slice(end);
    const more = (/\p{Ll}/u.test(name[0]) ? null : LOUD_PART.exec(rest)) ?? AND_OTHERS.exec(rest);
    return raw.slice(match.index + lead.index, end + (more?.[0].length ?? 0));
  }
  return null;
}

/** The place to which a sentence or a title limits what it says. */
export const placeOf = once((line: Line): string | null =>
  line.opened.allows(PLACE) ? placeIn(line) : null,
);

function sirets(text: string): Siret[] {
  const found: Siret[] = [];
  for (const match of text.matchAll(/\b\d{3} ?\d{3} ?\d{3} ?\d{5}\b/g)) {
    const digits = match[0].replace(/ /g, '');
    if (isSiretValid(digits)) found.push(digits as Siret);
  }
  return found;
}

/** `raw`: the sentence that names it, with its numbers. */
export const establishment = (label: string, raw = ''): Scope => ({
  kind: 'establishment',
  label,
  sirets: sirets(raw),
});
