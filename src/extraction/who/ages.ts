import type { Line } from '../context/units.ts';
import { gated, holds } from '../text/gates.ts';
import { matchesOf } from '../text/matches.ts';

/** Each expression below needs one of these. */
const SOME = gated(/\d\d ans/);
/** « les salariés âgés d’au moins 55 ans », « le personnel de 56 ans et plus », « les plus de 50 ans »; a seniority is no age. */
const STAFF_AGE =
  /\b(?:salarie\w*|collaborat\w*|personnels?|personnes?|travailleu\w*|seniors?|ouvriers|cadres|conducteurs|ceux|celles|jeunes|les(?! enfants))(?: (?:\w+ )?\(?(?:(?:(?:non )?cadres? et )?agee?s? |ayant )?(?:de |d'|a partir de )?(?:\+ de |plus de |au moins |moins de )?)(\d\d) ans(?: revolus)?(?: (?:et|ou) (?:plus|au[- ]dela|moins))?\b(?! (?:(?:et|ou) (?:plus|moins) )?(?:d'|de |au sein))(?! ?\|)/g;
/** Fewer years without the word « âge » or « ans et plus » may be those of a career. */
const OLD = 45;
const YOUNGEST = 18;
/** « recruter des salariés de plus de 50 ans », « 12 % des salariés de 55 ans et plus »: who is counted, not who is covered. */
const IS_COUNTED =
  /(?:% (?:de |des |d')|\bparts?\b|\bproportion|\bnombre|\bcompte(?:nt)?\b(?! epargne| tenu)|\beffectif)[^.;,]{0,40}$/;

/** « un jour de congé à compter de 61 ans »: at these ages no seniority is meant. */
const FROM_AGE =
  /(?<!\banciennete\b[^.;]{0,60})\b(?:a compter de|a partir de|des) (?:(?:l'age de |leurs? )?((?:5[5-9]|6\d) ans)|l'age de ((?:2[5-9]|[34]\d|5[0-4]) ans))\b(?! (?:(?:et|ou) (?:plus|moins) )?(?:d'|de |dans|au sein))/;

/** The age to which a sentence or a title limits what it says, in its words: « salariés de 56 ans et plus ». */
export function ageIn(line: Line): string | null {
  const { raw, plain } = line;
  if (!holds(line, SOME)) return null;
  for (const { index, 0: words, 1: years } of matchesOf(STAFF_AGE, plain)) {
    const tells =
      /\bage|ans (?:et|ou) (?:plus|moins)/.test(words) ||
      (/^(?:salarie|collaborat|personnel|ouvriers|cadres|conducteurs|travailleu).*moins de/.test(words) &&
        Number(years) >= YOUNGEST);
    if ((!tells && Number(years) < OLD) || IS_COUNTED.test(plain.slice(0, index))) continue;
    return raw
      .slice(index, index + words.length)
      .toLowerCase()
      .replace(/^les /, '');
  }
  const from = FROM_AGE.exec(plain);
  return from && `salariés à partir de ${from[1] ?? from[2]}`;
}

/** Each expression below needs one of these. */
export const OF_CHILDREN = gated(/enfant|\bage\b|entree|scolaris|integration/);
const CHILD_AGE =
  /(?=enfant|age )(?<!\b(?:deces|obseques|mort|perte)\b[^.;<]{0,60})(?:\benfants?\b[^.;<]{0,70}?(?<below>moins de|jusqu'a|de) (?:l'age de |leurs? )?|\bage (?:maximum|maximal|limite)\b[^.;<]{0,150}? (?:a|de|:) )<year:(?<years>\d+):[^>]*>(?! (?:d'anciennete|de presence))(?<after> (?:au plus|maximum|et moins|inclus|revolus))?/g;
const ADULT = 21;

/** « des frais de garde avant l’entrée en maternelle », « enfants non scolarisés »: an age told without figure. */
const BEFORE_SCHOOL =
  /\b(?:avant|jusqu'a) (?:l'|leur |son )(?:entree|scolarisation|integration)\b[^.;,]{0,40}?\b(?:(?<nursery>maternelle)|(?<primary>cp|primaire|elementaire)|(?<middle>college|sixieme|6eme))\b|\benfants? (?:\w+ )?non (?:encore )?scolarises?\b/g;
const SOME_SCHOOL = /(?:avant|jusqu'a) (?:l'|leur |son )|non (?:encore )?scolaris/;
const SCHOOLS = { nursery: 'en maternelle', primary: 'au CP', middle: 'au collège' } as const;

function beforeSchool(reading: string): string[] {
  if (!SOME_SCHOOL.test(reading)) return [];
  return matchesOf(BEFORE_SCHOOL, reading).map(({ groups }) => {
    const school = (['nursery', 'primary', 'middle'] as const).find((name) => groups![name]);
    return school ? `enfants avant l’entrée ${SCHOOLS[school]}` : 'enfants non scolarisés';
  });
}

/** « enfants de moins de 14 ans », « avant l’entrée en maternelle »: whose age readings of sentences limit what parents get for them. */
export function childrenIn(reading: string): string[] {
  const unschooled = beforeSchool(reading);
  if (!reading.includes('<year:')) return unschooled;
  const aged = matchesOf(CHILD_AGE, reading).flatMap(({ groups }) => {
    const { below, years, after } = groups!;
    if (Number(years) > ADULT || (below === 'de' && !after)) return [];
    return below === 'moins de' ? `enfants de moins de ${years} ans` : `enfants jusqu’à ${years} ans`;
  });
  return [...aged, ...unschooled];
}
