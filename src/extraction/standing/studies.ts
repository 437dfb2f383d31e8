import type { Unit } from '../context/units.ts';

/** « Article 4 – Étude de la semaine de quatre jours » */
export const isUnderStudy = (unit: Unit): boolean =>
  /^[^a-z]*(?:article \d+[^a-z]*)?(?:etude|reflexion|projet)s? (?:de|d'|sur|du)\b/.test(
    unit.headings.at(-1)?.plain ?? '',
  );

/** « Après réflexion, la Direction s'engage à financer 15 berceaux »: the study is over. */
export const commitsBesideStudy = (text: string): boolean =>
  /\bprend (?:bonne )?acte\b[^.;]*\bet (?:decide|accepte|accorde|s'engage)\b|(?:avenants?|#ref)(?: \S+){0,3}? (?:a|de|portant revision de) l'accord\b[^.;]{0,80}(?:#date|#year|\b20\d\d\b|en vigueur)|apres (?:reflexion|etude|discussion|negociation|echange|examen)|\b(?:re)?negocie et signe\b|\b(?:a|ont) ete (?:\w+ )?renegocie|\b(?:a|ont) fait l'objet d'une renegociation|\b(?:a|ont) fait l'objet d'une (?:\w+ )?negociation[^.;]{0,60}\b(?:conclusion|signature|accord|avenant)\b|\b(?:convenu|decid|convien)\w* (?:\w+ )?(?:de|d') ?(?:maintenir|reconduire|verser|porter|mettre en place|accorder|attribuer|instaurer)\b[^.;]{0,160}\bdont (?:les?|la|l') ?[^.;]{0,40}\b(?:fera|feront|sera|seront|restera|resteront)\b|(?:chaque|par|tous les) (?:semestre|trimestre|mois|an)\b[^.;]{0,80}objet d'un|(?:(?:examin|abord|evoqu|discut)ee?s?|revue?s?) (?:lors|au cours|a l'occasion) d[^.;]{0,40}\bentretiens?\b/.test(
    text,
  ) ||
  (/s'engage(?:nt)? (?:\S+ ){0,3}?(?:a|d')/.test(text) &&
    /s'engage(?:nt)? (?:\S+ ){0,3}?a (?:financer|verser|prendre|reserver|mettre en place|maintenir|attribuer|accorder|porter|installer)/.test(
      text,
    )) ||
  /(?:est|sont|sera|seront) (?:portee?s?|fixee?s?|accordee?s?|octroyee?s?|attribuee?s?|versee?s?|installee?s?|financee?s?)/.test(
    text,
  );
