import type { Lasting } from '../../domain/extraction.ts';
import type { Heading, Unit } from '../context/units.ts';
import { bearsOn, goesBeyond, limitsBelow } from './lasting.ts';
import { requestsBelow } from './requests.ts';
import { DATE } from '../terms/dates.ts';
import { limitsIn } from '../terms/limits.ts';
import type { Limit } from '../terms/limits.ts';
import { gated, holds, matchIn } from '../text/gates.ts';

const TEXT = String.raw`(?:accords?|avenants?|chartes?|decisions? unilaterales?|plans?(?: d')?epargne|plans?|pee|peg|pei|perco[gi]?|pereco[gi]?|pero|regimes?|dispositifs?|compte epargne[- ]temps|cet)\b`;
const SET_UP = '(?:signee?s?|conclue?s?|mise?s? en place|institue|instaure|negocie|renegocie)';
/** « au sein de la société X S.A.S. a été signé »: the points of an abbreviation end no sentence. */
const SAME = String.raw`(?:[^.;]|\.(?=[a-z]\.)|(?<=\.[a-z])\.)`;
const FIRM = String.raw`(?:l'entreprise|la societe|l'ues|le groupe|l'(?:office|association|etablissement|unite)|nous|\w+ (?=dispose))`;

/** What another text set up, and this one only tells of. */
const RECALLED = gated(
  new RegExp(
    [
      // « Un accord d’intéressement a par ailleurs été signé en mars »
      String.raw`\b${TEXT}${SAME}{0,200}?\b(?:a|ont|avait|avaient) (?:\w+ ){0,2}ete (?:\w+ ){0,2}${SET_UP}`,
      // « L’indemnité a été instaurée pour la première fois en 2020 »
      String.raw`\b(?:a|ont) ete (?:mise?s? en place|instauree?s?|creee?s?|instituee?s?) (?:pour la premiere fois )?(?:en|depuis|le) [^.;]{0,20}\b(?:19|20)\d\d\b`,
      // « Il a été conclu le 2 mars un accord d’intéressement »
      String.raw`\b(?:a|ont) (?:\w+ )?ete (?:\w+ )?${SET_UP} (?:le|en|depuis) [^.;]{4,30}\bun(?:e)? ${TEXT}`,
      // « Les accords d’intéressement sont en vigueur dans l’entreprise »
      String.raw`\b${TEXT}[^.;]{0,120}?\b(?:est|sont|restent?|demeurent?) (?:\w+ )?en vigueur\b`,
      String.raw`\b${TEXT} en vigueur continue`,
      // « La société dispose aussi d’un plan d’épargne »
      String.raw`\b${FIRM}[^.;]{0,60}? ?\bdispose(?:nt)? (?:\w+ ){0,2}?(?:d'un(?:e)?|d'|de (?:l'|plusieurs )) ?(?:\w+ )?${TEXT}`,
      String.raw`\b(?:deja|actuellement|egalement) (?:d'un(?:e)?|d'|de l') ?${TEXT}`,
      // « La société est couverte par un accord », « s’est dotée d’un accord »
      String.raw`\b(?:est|sont) (?:\w+ )?(?:couvert|dote|concerne)e?s? (?:par|d')[^.;]{0,20}?${TEXT}`,
      String.raw`\bs'(?:est|etait|etaient) (?:\w+ )?dotee?s? d'(?:un(?:e)? )?${TEXT}`,
      // « il existe dans l’entreprise un plan d’épargne », « constatent la mise en place, en 2021, d’un plan »
      String.raw`\bil existe\b[^.;]{0,60}\bune? ${TEXT}`,
      String.raw`\bconstatent\b[^.;]{0,40} la mise en place\b[^.;]{0,60}\bd'une? ${TEXT}`,
      // « a déployé l’épargne salariale par décision unilatérale »
      String.raw`\ba (?:deploye|instaure|mis en place)\b[^.;]{0,60} par (?:une )?decision unilaterale`,
      // « entendent se référer à l’accord de groupe »
      String.raw`\bse refer\w+ (?:a l'|aux )accords?\b`,
      // « font l’objet d’accords spécifiques »
      String.raw`\b(?:fait|font) (?:\w+ )?l'objet d'(?:un )?accords? (?:\w+ )?(?:specifiques?|distincts?|separes?|propres?)`,
      String.raw`\b(?:est|sont) reglee?s? par (?:un |des |les |l')accords?`,
      // « il est rappelé l’existence d’un plan », « la signature d’un accord »
      String.raw`\brappel\w*\b[^.;]{0,40} (?:l'existence|la signature)\b[^.;]{0,60}${TEXT}`,
      String.raw`\bmise?s? en place par (?:un |voie d')?accord\b`,
      // « L’accord de télétravail signé le 2 mars vise … », « un plan d’épargne en date du 2 mars »
      String.raw`^[^.;:]{0,60}\baccords?\b[^.;]{0,80}\b(?:signee?s?|conclue?s?|en date) (?:le|du|en) \d`,
      String.raw`\bd'un(?:e)? ${TEXT}[^.;]{0,60}\ben date du \d`,
      // « la Direction est satisfaite de l’accord d’intéressement signé en 2021 », « l’accord d’intéressement 2021-2023 »
      String.raw`\bl'accord\b[^.;]{0,80}\b(?:signe|conclu) (?:le \d|en (?:[a-z]+ )?20\d\d)`,
      String.raw`\bl'accord d'[^.;,]{0,40} 20\d\d ?[-/] ?20\d\d`,
      // « La charte de télétravail a été mise à jour en 2021 »
      String.raw`^\W*la charte\b[^.;]{0,60}\b(?:a|avait) (?:\w+ )?ete (?:\w+ )?(?:mise a jour|signee|adoptee|mise en place)`,
      // « … relèvent des accords d’entreprise »
      String.raw`\b(?:releve(?:nt)?|resulte(?:nt)?|decoule(?:nt)?) (?:de l'|d'un |des )accords?\b(?! (?:de branche|nationa))`,
      // « Selon l’accord sur le statut du personnel, … »
      String.raw`\bselon l'accord (?:collectif |d'entreprise |de groupe )*(?:relatif|sur|portant)\b`,
      String.raw`\bconformement aux accords (?:d'entreprise|collectifs|de groupe)\b`,
      // « Conformément à l’accord de novembre 2000, … », « Dans le cadre de l’accord signé le … »
      String.raw`\b(?:conformement a|dans le cadre de|en application de|en vertu de|par application de|selon) (?:l'|son )(?:accord|avenant)\b[^.;]{0,120}?(?:\b(?:19|20)\d\d\b|\d/\d)`,
    ].join('|'),
  ),
);
/** « Réviser l’accord d’intéressement »: what comes of it is in that accord. */
const TO_REDO = gated(
  /(?:^\W*|\b(?:s'engage\w*|volonte|convien\w+|souhait\w+|accord\w+|acceptent?|accepte|pas (?:prevu|envisage|necessaire)) (?:a |de |pour )?)(?:ouvrir (?:une |des )?negociations? (?:pour|sur|en vue de) )?(?:la )?(?:re(?:viser|negocier)|re(?:vision|negociation) de) (?:l'avenant a )?(?:l'|notre |son |leur )accord (?:collectif |d'entreprise |de groupe )*(?:d'|de |sur |relatif )(?!negociation|la negociation)/,
);
/** « Les parties conviennent que ces sujets ont été traités par ce biais. »: decides nothing of them. */
const TREATED =
  /\b(?:conviennent|considerent|constatent) que ces? (?:sujets?|themes?|points?|questions?)\b[^.;]{0,40}\b(?:traite|aborde|evoque|negocie)e?s?\b/;
/** « le 2 mars, la Direction et les syndicats ont signé un avenant à l’accord sur … », « Pour rappel, … », « Il a été rappelé que la société a décidé … »: what was, unless the sentence goes on with what will be. */
const RECALLS = gated(
  /\b(?:le \d|en (?:[a-z]+ )?20\d\d)(?:[^.;]|\.(?=[a-z]\.)|(?<=\.[a-z])\.){0,300}\b(?:a|ont) (?:\w+ )?(?:\w+ et )?(?:signe|conclu) un (?:accord|avenant) (?:a |relatif |sur |portant |collectif |d'entreprise )|^\W*par accord (?:d'entreprise |collectif )?(?:du|signe le|en date du) \d[^.;]{0,80}\b(?:a|ont) (?:convenu|decide|mis en place|instaure)|^\W*(?:(?:pour )?(?:rappel|memoire) ?:|pour (?:rappel|memoire)\b|il a (?:\w+ )?ete (?:\w+ )?rappele\b|(?:il est|les parties|l'entreprise|la (?:societe|direction))(?: \w+)? rappel\w*\b[^.;]{0,200}\b(?:depuis|existe\w*|(?:mise?s? )?en place|deja|s'est engagee?)\b)/,
);
/** « Lors de la précédente négociation, la société a porté … » */
const LAST_TIME = gated(
  /^\W*(?:lors|a l'issue|au terme|a l'occasion|dans le cadre) (?:de la |des |de l')(?:(?:derniere|precedente)s? (?:negociations?|nao|discussions)|(?:nao|negociations?) (?:\w+ ){0,3}(?:derniere|precedente)s?)\b(?![^.;]*\b(?:sera|seront|desormais|dorenavant|conviennent|est|sont)\b)[^.;]{0,140}\b(?:a|ont|avait|avaient) (?:\w+ )?(?:ete )?[a-z]+(?:e|i|u|is)e?s?\b/,
);
const WILL_BE = gated(
  /\b(?:sera|seront|conviennent|convenue?s|(?<!\bont )convenu|desormais|dorenavant|s'engage\w*|reconduit\w*|reconduction|renouvel\w+(?! (?:du|de) (?:marche|contrat))|prorog\w+|prolong\w+|revalorise\w*|augmente\w*|presente?s? (?:accord|avenant|protocole|texte))\b|\b(?:est|sont) (?:\w+ )?(?:port|fix|mis|instaur|institu)ee?s?\b/,
);
/** « La société dispose : » – « d’un plan d’épargne » */
const HAS = /\b(?:dispose|beneficie)(?:nt)?\b[^.;:]{0,30}:\W*$/;
const IS_HAD = /^\W*(?:d'une? |des? )/;
/** What the text itself decides of it: then its own time is that of the text. */
const DECIDED = gated(
  /\bpresente?s? (?:accord|avenant|protocole|texte|charte)|\b(?:sera|seront|conviennent|convenue?s?|decid\w+|s'engage\w*|reconduit\w*|reconduction|renouvel\w+|prorog\w+|prolong\w+|revis\w+|modifi\w+|augment\w+|revaloris\w+|instaurent?|instituent?)\b|\bporte(?:e|r|nt)?s? (?:a|de)\b/,
);

/** « … que la société fera évoluer en 2023 »: when something happens. */
const IN_YEAR = /^en \d/;

const decides = (line: Unit | Heading): boolean =>
  holds(line, DECIDED) && !(TREATED.test(line.plain) && !DECIDED.test(line.plain.replace(TREATED, ' ')));

const tells = (line: Unit | Heading): boolean =>
  (holds(line, RECALLED) && !decides(line)) ||
  holds(line, TO_REDO) ||
  holds(line, LAST_TIME) ||
  (holds(line, RECALLS) && !holds(line, WILL_BE));
/** « La Direction tient à rappeler les mesures prises en 2022 : » above what they were. */
const PAST_MEASURES =
  /\brappel\w*\b[^.;]{0,40} (?:mesures?|dispositifs?|avantages?)\b[^.;]{0,40}\b(?:prise?s|mise?s en place|existante?s?|deja|en vigueur)\b[^.;]{0,60}:?\W*$/;
const isOpenedByRecall = ({ intro, headings, plain }: Unit): boolean =>
  [intro, headings.at(-1)].some(
    (above) =>
      above &&
      ((IS_HAD.test(plain) && HAS.test(above.plain)) ||
        PAST_MEASURES.test(above.plain) ||
        (above === intro && intro.start >= (headings.at(-1)?.end ?? 0) && tells(intro))),
  );

const tellsOfOther = (unit: Unit): boolean =>
  tells(unit) || (isOpenedByRecall(unit) && !holds(unit, DECIDED));

/** « Cet accord prévoit … », below the sentence that recalls it */
const TAKES_UP =
  /^\W*(?:cet (?:accord|avenant)|ce (?:plan|regime|dernier)|cette (?:charte|decision)|celui-ci) /;

/** Does the sentence tell of what another text set up? */
export function isRecalled(units: readonly Unit[], unit: Unit): boolean {
  if (tellsOfOther(unit)) return true;
  const before = units[unit.index - 1];
  return (
    TAKES_UP.test(unit.plain) &&
    before?.section === unit.section &&
    !holds(unit, DECIDED) &&
    tellsOfOther(before)
  );
}

const SIGNED_ON = gated(new RegExp(`\\b(?:signee?s?|conclue?s?|signature|date) (?:le|du) (${DATE})`));

/** « l’accord signé le 30 novembre 2021 », of which another sentence tells the end, or the one above of « cet accord ». */
function limitsOfSame(units: readonly Unit[], unit: Unit): Limit[] {
  const before = units[unit.index - 1];
  const own = matchIn(unit, SIGNED_ON);
  const signed = own ?? (before && TAKES_UP.test(unit.plain) ? matchIn(before, SIGNED_ON) : null);
  if (!signed) return [];
  return units
    .filter((one) => one !== unit && one.plain.includes(signed[1]!) && tellsOfOther(one))
    .flatMap(({ plain, opened }) => limitsIn(plain, opened).filter(({ isYear }) => !isYear));
}

/** « Les jours du CET pourront être débloqués »: what is asked for until a day is that, and not the account. */
const OPERATION = gated(
  /\b(?:monetis\w+|debloc\w+|debloqu\w+|rachat|rachet\w+)\b[^.;]{0,140}\b(?:comptes? epargne[- ]temps|(?:le|leurs?|du|au|un|son) cet)\b|\b(?:comptes? epargne[- ]temps|(?:le|leurs?|du|au|un|son) cet)\b[^.;]{0,140}\b(?:monetis\w+|debloc\w+|debloqu\w+|rachat|rachet\w+)\b/,
);
/** « … met en place un CET », not « met en place, sur volontariat, la monétisation des jours du CET » */
const SETS_UP =
  /\b(?:mise? en place|instau\w+|cree[er]?\b)(?!(?:(?!\bcompte|\bcet\b)[^.;]){0,60}\b(?:monetis\w+|rachat|deblocage|possibilite d)\b)/;

/**
 * Of sentences that grant nothing of their own and tell of what another agreement set up: the last day that is told of that benefit in
 * the first, or right below it. Null where one of them says more.
 */
export function recalledBy(
  units: readonly Unit[],
  said: readonly [Unit, ...Unit[]],
  owner: number,
): Lasting | null {
  if (
    holds(said[0], OPERATION) &&
    !SETS_UP.test(said[0].plain) &&
    (requestsBelow(units, said[0]).length > 0 || limitsBelow(units, said[0], owner).length > 0)
  )
    return { isRecalled: true, endsOn: null };
  if (!said.every((one) => isRecalled(units, one))) return null;
  const [unit] = said;
  const own = limitsIn(unit.plain, unit.opened).filter(
    (limit) => bearsOn(unit, owner, limit) && !(limit.isYear && IN_YEAR.test(unit.plain.slice(limit.start))),
  );
  const limits = [...own, ...limitsBelow(units, unit, owner)];
  const days = (limits.length > 0 ? limits : limitsOfSame(units, unit)).flatMap(({ lasts }) =>
    'until' in lasts ? [lasts.until] : [],
  );
  const until = days.sort().at(-1);
  return { isRecalled: true, endsOn: until && !goesBeyond(units, unit, owner, { until }) ? until : null };
}
