import { enumerate } from '../../domain/french.ts';
import type { Heading, Line, Unit } from '../context/units.ts';
import { isLoud } from '../text/blocks.ts';
import { matchesOf } from '../text/matches.ts';
import { gated } from '../text/gates.ts';
import { once } from '../text/once.ts';
import { BETWEEN_GROUPS, GRADED, isGraded } from './grades.ts';

/** Groups of employees that agreements name, in normalized words. */
const NAME =
  'non[- ]cadres?|(?:ingenieurs et )?cadres(?: et assimiles?)?|employes(?: et agents? de maitrise)?|ouvriers|etam|agents? de maitrise|techniciens|commerciaux|oetam|atams?|tam|mensuels|membres de l.encadrement|conducteurs(?:[- ]receveurs)?';
/** Words that are a group only after « le personnel », « les salariés ». */
const QUALITY =
  '(?<=(?:personnels?|salaries?|collaborateurs?|statut) )(?:(?:non[- ])?(?:sedentaires?|roulants?)|itinerants?|postes?|cadre|ouvrier|employe)';
/** « les salariés en horaire d’équipe », « le personnel travaillant la nuit » */
const WORKING =
  "(?<=(?:personnels?|salaries?|collaborateurs?) )(?:en (?:horaires? (?:d')?)?(?:equipes?(?: (?:alternantes|successives))?|[235] ?[x*] ?8)|travaillant (?:(?:de|la) nuit|en (?:horaires? de )?journee|en equipes?|en [235] ?[x*] ?8|les? (?:samedis?|dimanches?|week-?ends?|jours feries)(?: (?:et|ou) (?:les? )?(?:samedis?|dimanches?|jours feries))?)|en travail poste|(?:parisien|francilien)s?|(?:de|des|du|aux?) coefficients? \\d{1,3} (?:a|au) \\d{1,3}(?!\\d| et| ou|, ?(?:\\d|d|et|ou)))";
/** What follows the name of a place or a service. */
const STOPS =
  "(?=[.,;:()]|$| (?:benefici|demand|souhait|volontaire|les?\\b|la\\b|ont\\b|a\\b|aur|recoi|recev|percoi|percev|peu|pourr|se\\b|s'|sont|sera|seront|est\\b|dispos|touch|ne\\b|qui\\b|et\\b|ou\\b|dont\\b|pour\\b|en\\b|avec\\b|sur\\b|des? (?:la|tickets|titres)|une?\\b|\\d))";
/** « les salariés affectés en agence », « le personnel du service après-vente »; a site that is named is a place. */
const AT_WORK = new RegExp(
  `\\b(?:personnels?|salaries|collaborateurs) ((?:(?:affecte|rattache|base|employe|occupe)s? (?:en|dans|sur|aux?|a) (?!(?:la |le |les |l'|un |une |des )?(?:site|siege|etablissement|entreprise|societe|groupe|ues|france|cd[di]|temps|poste|duree|contrat|titre|activite|fonction|mission|projet|[a-z]+ sein)s?\\b)|(?:du|des|de la|de l') (?=(?:services? (?!(?:le|la|les|qui|et|ou|ont|peu\\w*|demand\\w*|souhait\\w*|concern\\w*|benefic\\w*)\\b)[a-z]+|ateliers?|entrepots?|magasins?|boutiques?|agences?|usines?|cuisines?|depots?|fonctions? support)\\b))[a-z' -]{3,40}?${STOPS})`,
  'g',
);
const DAYS =
  '(?:soumis |relevant |titulaires |beneficiaires |ayant )?(?:a |d.)?(?:une |leur )?conventions?(?: individuelles?)? de forfaits?(?:[- ]annuels?)? en jours|(?:au |en )?forfaits?(?:[- ]annuels?)?(?: en)?(?: de)?(?:[- ]\\d{1,3})?[- ]jours';
const QUOTE = '(?:[«"“] ?)?';
const CATEGORY = new RegExp(
  `\\b(?:pour|aux|des|les|personnels?|salaries?|collaborateurs?|population|statut|categorie(?: socio-?professionnelle)?|college) ${QUOTE}(?:les |des |personnels? |salaries? |collaborateurs? |population |categorie |college |statut ${QUOTE})*(${NAME}|${QUALITY}|${WORKING}|(?<=(?:salaries|collaborateurs|cadres|personnel) )${DAYS})\\b`,
  'g',
);
/** « la mutuelle non cadre », « les salariés de l’article 2.1 (cadres) », « l’absence d’un ouvrier »: a group wherever it stands. */
const BARE =
  /\bnon[- ]cadres?\b|(?<=(?:\bl'|\bun )ingenieur (?:et|ou) )cadre\b|(?<=\( ?)(?:cadres|ouvriers|employes|etam)(?:(?:,| et) (?:ouvriers|employes|etam|atams?|agents de maitrise))*(?= ?\))|(?<=\bd'un )ouvrier\b|(?<=\b(?:personnels?|salaries|collaborateurs)\b[^.;,:]{0,30} en [“"«]? ?)horaires (?:decales|atypiques)\b/g;
/** « l’indemnité du personnel de chantier », where no other is named. */
const STAFF =
  /\b(?:le|du|au|les|des|aux) (personnels? (?:administratifs?|indirects?(?: non postes?)?|a la journee|de (?:nuit|chantier|production|conduite|maintenance)|d'(?:atelier|exploitation|equipe(?: d'apres-midi| de nuit)?))|travailleurs de nuit|equipes (?:de nuit|du matin|d'apres-midi|de week-?end))\b(?!.*\bpersonnel)(?<!\bpersonnels?\b.*\bpersonnels?\b.*)/g;
/** « … et les employés », behind a first name. */
const NEXT = new RegExp(
  `(?: ?[»"”])?(?: \\([^()]{2,40}\\))?(?:(?:,| et| ou) | ?/ ?)(?:les |aux |des |pour les )?${QUOTE}(${NAME}|cadre|employe)\\b`,
  'y',
);
/** « les ouvriers non sédentaires », « les cadres dits « chantier » »: some of the group named. */
const QUALIFIED =
  /(?: dite?s?\b)?(?: [«"“])? ?(?:non[- ])?(?:sedentaires?|itinerants?|roulants?|postes|autonomes|superieurs(?! (?:a|au|ou)\b)|dirigeants|(?:de )?chantiers?|de bureau|de production|d'atelier|de nuit|non[- ]vehicules?|en (?:equipes?|horaires? (?:decales?|postes?|d'equipe))|(?:au|en|sous) (?:convention de )?forfait(?: annuel)?(?: en)?[ -]jours)\b(?! ?\|)(?: ?[»"”])?/y;
const QUOTATION = / ?[«»"“”] ?/g;
/** « Non cadre : … », « Pour les cadres : … » */
const LABEL = new RegExp(
  `^[\\W\\d]*(?:pour )?(?:les )?(?:personnel |salaries |statut |college )?(${NAME}|cadre|ouvrier|employe)s?(?: ?[»"”])?(?:(?:,| et) (?:les |pour les )?(?:${NAME}))*(?:${GRADED.source})? ?:`,
);
/** « au même titre que les employés »: those who have it already; « hors cadres »: those who do not; the name of a convention. */
const OTHER =
  /\b(?:au meme titre que|a l'instar d[eu]s?|comme|autres que|contrairement aux?|y compris(?: pour)?(?: les?)?) $|\b(?:align\w+|identiques?|egale?s?|equivalente?s?|que|comme)\b[^.;,]{0,30}\b(?:celles?|celui|ceux) (?:prevue?s? |appliquee?s? )?$|\b(?:hors|hormis|sauf|excepte\w*|a l'exception|a l'exclusion)\b[^.;,]{0,40}$|\bconventions? (?:collective|nationale)[^.;,)]{0,60}$|\bne (?:relev|dispos|benefici)\w+ pas d(?:u|e|'un) $|\baccords? (?:(?:regime|social|salaries|personnels?|relatif|portant|sur|statut|de|d'|du|des|a|aux?|la|le|les|l'|reduction|temps|travail|entreprise) ?)*$/;
const OTHER_REACH = 90;
/** « la prime versée pour la formation à destination des ouvriers »: whom somebody trains, and not who is paid for it. */
const TRAINED = /\bformations?\b[^.;,]{0,30}\b(?:a destination|aupres) $/;
const OF_TRAINER = /\b(?:primes?|formateurs?|tuteurs?)\b/;
/** « le personnel en équipe d’après-midi ne peut bénéficier … »: all but them. */
const DENIED =
  /^[^.;]{0,40}\bne (?:peu(?:t|vent)|benefici(?:e|ent|era|eront)|percev(?:ra|ront|oit|oivent)|sont pas|seront pas)\b(?! que\b)/;
/** « cadres et non-cadres » are everybody. */
const EVERYBODY =
  /\bnon[- ]cadres?\b ?[»"”]? ?(?:et|ou|comme) (?:les |aux |le )?(?:personnel )?cadres?\b|\bcadres?\b ?[»"”]? ?(?:et|ou|comme) (?:les |aux |le )?(?:personnel )?non[- ]cadres?\b/;
const isEverybody = (plain: string): boolean => plain.includes('cadre') && EVERYBODY.test(plain);
/** A title on one group: « Dispositions applicables aux conducteurs », « Temps de travail des employés ». */
const GROUP_TITLE = new RegExp(
  `^[\\W\\d]*(?:(?:article|titre|chapitre) [\\divx]+(?:er)?\\W*)?(?:(?:dispositions?|mesures?)\\b[^:]{0,70}|(?:pour|personnels?|salaries?|statut|college|population)\\b.{0,30}|(?:amenagement|temps|duree|salaires?|remunerations?)\\b.{0,40} des (?:${NAME})(?:(?:,| et) (?:des )?(?:${NAME}))*)[ :]*$`,
);
const IS_TITLE = /^\W*(?:titre|chapitre) [\divx]+\b/;
/** « 1.2.2 Employés : » holds until the next number. */
const IS_NUMBERED = /^\W*(?:article )?\d+(?:[.-]\d+)+/;

/** A sentence that names more is about everybody, or gives each their own. */
const CATEGORIES_MAX = 3;
const EXECUTIVES = /^(?:ingénieurs et )?cadres/;
const OTHERS = /^(?:non|mensuels)/;

/** A word that every name of a group holds. */
const SOME = gated(
  /cadre|encadrement|employe|ouvrier|etam|atam|\btam\b|maitrise|technicien|commerciaux|mensuels|conducteur|sedentaire|roulant|itinerant|poste|horaires|forfait|personnel|travailleurs de nuit|coefficient|parisien|francilien|\ben (?:horaire|equipe|\d)|travaillant|equipes|affecte|rattache|\bbases?\b|employe|occupes?|\b(?:salaries|collaborateurs) d(?:u|es|e l') ?(?:la )?(?:service|atelier|entrepot|magasin|boutique|agence|usine|cuisine|depot|fonction)/,
);

/** The groups to which a sentence or a title limits what it says; null when to none, or to all of them. */
export function categoriesIn({ raw, plain }: Pick<Line, 'raw' | 'plain'>): string | null {
  if (!SOME.test(plain) || isEverybody(plain)) return null;
  const labels = new Set<string>();
  const take = (end: number, name: string): number => {
    let to = end;
    for (const some of [QUALIFIED, GRADED]) {
      some.lastIndex = to;
      to += some.exec(plain)?.[0].length ?? 0;
    }
    const rest = raw.slice(end, to);
    const words =
      raw.slice(end - name.length, end).toLowerCase() + (isLoud(rest) ? rest.toLowerCase() : rest);
    labels.add(words.replace(QUOTATION, ' ').trim());
    return to;
  };
  const label = LABEL.exec(plain);
  if (label) take(label.index + label[0].indexOf(label[1]!) + label[1]!.length, label[1]!);
  for (const { index, 0: words, 1: name } of matchesOf(CATEGORY, plain)) {
    const before = plain.slice(Math.max(0, index - OTHER_REACH), index);
    if (OTHER.test(before) || (TRAINED.test(before) && OF_TRAINER.test(plain))) continue;
    if (DENIED.test(plain.slice(index + words.length))) continue;
    NEXT.lastIndex = take(index + words.length, name!);
    for (let next = NEXT.exec(plain); next; next = NEXT.exec(plain))
      NEXT.lastIndex = take(NEXT.lastIndex, next[1]!);
  }
  if (labels.size === 0)
    for (const { index, 0: words, 1: name } of [
      ...matchesOf(STAFF, plain),
      ...matchesOf(BARE, plain),
      ...matchesOf(AT_WORK, plain),
    ])
      if (!OTHER.test(plain.slice(Math.max(0, index - OTHER_REACH), index)))
        take(index + words.length, name ?? words);
  const all = [...labels];
  const isAll =
    all.some((one) => OTHERS.test(one)) && all.some((one) => EXECUTIVES.test(one)) && !all.some(isGraded);
  return all.length === 0 ||
    all.length > (/\bcadres?\b/.test(plain) ? CATEGORIES_MAX : CATEGORIES_MAX + 1) ||
    isAll
    ? null
    : enumerate(all);
}

/** Of the labels of two sentences one: « ouvriers et etam », « cadres » → « ouvriers, etam et cadres ». */
export const joinGroups = (one: string, other: string): string =>
  enumerate([
    ...new Set([one, other].flatMap((label) => label.split(new RegExp(`, |${BETWEEN_GROUPS.source}`, 'i')))),
  ]);

/** Titles longer than this are sentences. */
const LINE_MAX = 120;
/** « Pour les cadres : » is about the lines just below it. */
const LABEL_REACH = 160;

const BARE_LEVEL = 4;
const TITLE_WORDS_MAX = 4;

/** « Prime de déplacement pour les conducteurs », above « Prise en charge de la mutuelle » in a list of demands: the demand before it. */
export const isDemandBefore = ({ level, article, plain, owners }: Heading, { mode, hits }: Unit): boolean =>
  mode === 'demand' &&
  article === null &&
  level >= BARE_LEVEL &&
  !plain.endsWith(':') &&
  plain.split(' ').length > TITLE_WORDS_MAX &&
  !GROUP_TITLE.test(plain) &&
  hits.length > 0 &&
  hits.every(({ owner }) => !owners.has(owner));

/** The title just above, and those on one group whose numbered clauses it stands among. */
function titlesOf(unit: Unit): Line[] {
  const { start, intro, headings } = unit;
  const [nearest, ...above] = headings.toReversed();
  if (!nearest) return [];
  const isOver =
    isDemandBefore(nearest, unit) ||
    (nearest.plain.endsWith(':') &&
      !IS_NUMBERED.test(nearest.plain) &&
      (start - nearest.end > LABEL_REACH ||
        (intro !== null && intro.plain.endsWith(':') && intro.start > nearest.start)));
  const groups = above.filter(
    ({ article, plain }) =>
      (article === null
        ? IS_TITLE.test(plain)
        : (nearest.article?.startsWith(article) ?? !article.includes('.'))) && GROUP_TITLE.test(plain),
  );
  return (isOver ? groups : [nearest, ...groups]).filter(({ plain }) => plain.length <= LINE_MAX);
}

const END_OF_LINE = 60;
/** The same, once for each line. */
export const groupsIn = once((line: Line): string | null =>
  line.opened.allows(SOME) ? categoriesIn(line) : null,
);
const groupsOfTitle = once((title: Line): string | null => groupsIn(title) ?? endOf(title));

/** A long sentence that opens a list names the group of its items in its last words, and no other before. */
const isOpener = once((line: Line): boolean => {
  const { raw, plain } = line;
  if (!plain.endsWith(':') || plain.length <= LINE_MAX) return plain.endsWith(':');
  const last = { raw: raw.slice(-END_OF_LINE), plain: plain.slice(-END_OF_LINE) };
  return groupsIn(line) === categoriesIn(last);
});

/** « Enfin, il est décidé … » behind what each group gets: no longer about the last of them. */
export const CLOSES = /^\W*(?:enfin|par ailleurs|en outre|de plus)\b/;

/** The groups named in the sentence, else in the line that opens its list or in its title, else in a title on one group above. */
export const categoriesOf = once((unit: Unit): string | null => {
  const { intro } = unit;
  const opener = intro && isOpener(intro) ? [intro] : [];
  const above = [...opener, ...titlesOf(unit)].filter(
    ({ plain }) => !(plain.endsWith(':') && CLOSES.test(unit.plain)),
  );
  for (const line of [unit, ...above]) {
    const found = line === unit ? groupsIn(line) : groupsOfTitle(line);
    if (found || isEverybody(line.plain)) return found;
  }
  return null;
});

/** « Prime de vacances ETAM : », « Cadres »: a short title ends with the group, or begins with it: « Cadres de Lyon » */
const TITLE_ENDS = new RegExp(
  `(?:^[\\W\\d]*|[^\\W\\d] )(${NAME})(?:${GRADED.source})? ?:?$|^[\\W\\d]*(${NAME})(?: (?!et |ou |dirig|sup)[a-z'-]+){1,3} ?:?$`,
);
const TITLE_MAX = 60;
const NO_LIMIT = /\b(?:hors|sauf|hormis|et|ou) (?:les )?$|convention|\bminima\b/;

function endOf({ raw, plain }: Line): string | null {
  const found = plain.length <= TITLE_MAX && !isEverybody(plain) ? TITLE_ENDS.exec(plain) : null;
  const name = found?.[1] ?? found?.[2];
  if (!name) return null;
  const at = plain.lastIndexOf(name);
  if (NO_LIMIT.test(plain.slice(0, at))) return null;
  const end = at + name.length;
  GRADED.lastIndex = end;
  return raw.slice(at, end).toLowerCase() + raw.slice(end, end + (GRADED.exec(plain)?.[0].length ?? 0));
}
