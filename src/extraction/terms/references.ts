import type { Reference } from '../../domain/extraction.ts';
import { DATE, parsePrintedDate } from './dates.ts';
import { matchesOf } from '../text/matches.ts';

/** Agreement cited: its kind and title, then « du 12 mars 2019 ». Bounded: a title longer than this is prose. */
const CITED = `(?:l'|les? |la |du |des |de l'|au |aux |a l'|tous les |toutes les )?(?:precedente?s? |anciens? )?((?:accords?|avenants?|protocoles?(?: d'accord)?|conventions? (?:d'entreprise|collective)|reglements?|plans? d'action|charte|usages?)\\b[^.;:]{0,140}?)(?:,? ?(?:signee?s?|conclue?s?|datee?s?|en date|intervenue?s?))?(?: en date)? (?:du|le) (${DATE})`;

const VERBS: [Reference['relation'], string][] = [
  [
    'replaces',
    '(?:annul\\w+ et rempla\\w+|se substitu\\w+|rempla(?:ce|cer|cera|cent|cant)|en lieu et place|en remplacement)[^.;]{0,80}?',
  ],
  [
    'ends',
    '(?:(?:met|mettre|mettent|mis) (?:un terme|fin)|denonc(?:e|er|ent|iation)|abrog(?:e|er|ent|ation)|resili\\w+)[^.;]{0,60}?',
  ],
  [
    'amends',
    '(?:modif(?:ie|ier|iant|ication|ient)|revis(?:e|er|ant|ion|ent)|complet(?:e|er|ant|ent)|prorog\\w+|prolong\\w+|avenant (?:n ?[°o]? ?\\d+ )?(?:a|de|de revision (?:a|de)|portant revision (?:a|de)|modifiant|relatif a)|amend\\w+)[^.;]{0,40}?',
  ],
];
/** « L’accord du 5 mai 2018 est dénoncé »: what is said of it now, and not what was done before (« a été dénoncé »). */
const NOW = "[^.;]{0,120}?(?<!n')\\b(?:est|sont|sera|seront) (?:\\w+ )?";
const PASSIVE: [Reference['relation'], string][] = [
  ['replaces', `${NOW}(?:annulee?s? et )?remplacee?s?\\b`],
  [
    'ends',
    `(?:${NOW}(?:denonce|abroge|annule|resilie|caduque?|caduc)e?s?\\b|[^.;]{0,80}?\\bcess(?:e|ent|era|eront) de (?:s'appliquer|produire)(?![^.;]{0,40}\\d))`,
  ],
  ['amends', `${NOW}(?:proroge|prolonge|modifie|revise|complete|amende)e?s?\\b`],
];
const PATTERNS = [
  ...VERBS.map(([relation, verb]) => ({ relation, pattern: new RegExp(`${verb}${CITED}`, 'g') })),
  ...PASSIVE.map(([relation, verb]) => ({ relation, pattern: new RegExp(`${CITED}${verb}`, 'g') })),
];
/** « L’article 3 de l’accord du 14 novembre 2019 est remplacé »: the rest of it stays. */
const OF_ARTICLE =
  /\b(?:(?:articles?|paragraphes?|annexes?|points?) \d|alineas? )[^.;:]{0,40}? (?:de |du )?$/;
/** « les dispositions de l’accord du 3 mars 2020 concernant la prime »: those. */
const ABOUT = /^[^.;]{0,120}\b(?:concernant|relatives? a|portant sur|en ce qui concerne)\b/;
/** « les accords du 4 avril 2014 et du 6 juin 2016 » */
const AND_OF = new RegExp(`^(?:,| et) du (${DATE})`);

const FILING_NUMBER = /\b[ta]\d{2}[\da-z]\d{8}\b/;
const ORDINAL = /\bn ?[°o] ?(\d{1,3})\b/;

/**
 * Agreements that one sentence amends, replaces or ends, when it prints their date. `raw` and `plain` are the same sentence, as
 * printed and normalized.
 */
export function readReferences(raw: string, plain: string): Reference[] {
  const references: Reference[] = [];
  for (const { relation, pattern } of PATTERNS) {
    for (const match of matchesOf(pattern, plain)) {
      const title = match[1]!;
      const at = match.index + match[0].indexOf(title);
      const signedOn = parsePrintedDate(match[2]!);
      if (
        !signedOn ||
        /convention collective nationale|accord national|de branche|\b(?:afin|couvrant|a compter|a partir|applicable|qui|dont|lors)\b/.test(
          title,
        )
      )
        continue;
      if (references.some((known) => known.signedOn === signedOn)) continue;
      const isPart = OF_ARTICLE.test(plain.slice(Math.max(0, at - 60), at).replace(/l'$|le $/, ''));
      const isAbout =
        /\bdispositions d/.test(plain.slice(Math.max(0, at - 40), at)) &&
        ABOUT.test(plain.slice(at + title.length));
      references.push({
        relation: isPart || isAbout ? 'amends' : relation,
        number: FILING_NUMBER.exec(plain)?.[0].toUpperCase() ?? ORDINAL.exec(title)?.[1] ?? null,
        title: raw
          .slice(at, at + title.length)
          .trim()
          .replace(/[,\s]+$/, ''),
        signedOn,
      });
      const dated = plain.indexOf(match[2]!, at) + match[2]!.length;
      const also = AND_OF.exec(plain.slice(dated));
      const other = also && parsePrintedDate(also[1]!);
      if (other && !references.some((known) => known.signedOn === other))
        references.push({ ...references.at(-1)!, number: null, signedOn: other });
    }
  }
  return references;
}
