import { mayBeTitle } from './articles.ts';
import { hasVerb } from './clauses.ts';
import { isLabel, withoutDays } from './labels.ts';
import { isContentsLine, markContents } from './contents.ts';
import { foldCodes, piecesOf } from './normalize.ts';
import { markLettered, markLists } from './lists.ts';
import { joinTitles } from './run-in.ts';
import { isPage, isWrapped } from './wrapped.ts';

export type BlockKind = 'heading' | 'item' | 'row' | 'contents' | 'paragraph';

/** One line of the stored text: a paragraph, a list item, a table row or a heading. Offsets are those of the folded text. */
export type Block = {
  kind: BlockKind;
  start: number;
  end: number;
  /** Normalized text of the block, same length as the folded slice. */
  plain: string;
  /** « 4.2 » for a heading that carries a number. */
  article: string | null;
  /** 1 = title or chapter … 4 = unnumbered sub-heading; 0 for anything but a heading. */
  level: number;
  endsWithColon: boolean;
};

/** `codes`: of the folded text, normalized; `plainOf`: a piece of that. */
export type Blocks = {
  folded: string;
  codes: Uint16Array;
  plainOf: (start: number, end: number) => string;
  blocks: Block[];
};

const BULLET = /^(?:[-•▪◦●○■□❖➢➤►✓✔*·–—]|o(?= [a-z<]))\s*|^[a-z]\) /;
const ARTICLE_HEADING =
  /^(?:#+ ?|\*\*|<u>)*(?:(?:article|articles(?= \d{1,3} ?[:–—-])|art\.?) ?(?<article>\d{1,3}(?:[.-]\d{1,2}){0,3}|1er|premier|[ivx]{1,5})\b|(?<part>titre(?![ -](?:restau|repas|dejeuner|de transport|d'abonnement))|chapitre|section|partie|annexe|preambule)\b|(?<measure>mesures? (?:n ?[°o] ?)?\d{1,2}\b)|(?<number>\d{1,2}(?:\.\d{1,2}){1,3}(?!\d| ?(?:h|heures?|jours?|ans|mois|km|€|euros?|%)(?![a-z]))|\d{1,2}(?= ?[.):°-]|\/ ))[ .):°\/-]*(?=["a-z]|1[34] ?[eè])|(?<roman>[ivx]{1,5}) ?[.)°-]+ ?(?=["a-z]))/;
/** « - ARTICLE 10 : », « 4.3.2 — »: the number of an article whose text stands below. */
const BARE_ARTICLE =
  /^(?:[-–—•] ?)?(?:(?:article|art\.?) ?(\d{1,3})\W*|(\d{1,2}(?:\.\d{1,2}){1,3}) ?[–—:-]\W*)$/;
/** « |----|:---| » below the labels of a table typed in plain text. */
const RULE_LINE = /^\|?(?: ?:?-{2,}:? ?\|)+(?: ?:?-{2,}:?)?$/;

/** White space that is not one plain blank between words, as ranges: \s is slow in a class. */
const ODD_SPACE = /[\t-\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]| {2}/;

/** White space folded as `foldWhitespace` does, with the place of each line kept. */
export function readBlocks(text: string): Blocks {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const folded = (ODD_SPACE.test(line) ? line.replace(/\s+/gu, ' ') : line).trim();
    if (!folded) continue;
    const last = lines.at(-1);
    if (last && isWrapped(last, folded)) lines[lines.length - 1] = `${last} ${folded}`;
    else lines.push(folded);
  }
  const folded = lines.join(' ');
  const codes = foldCodes(folded);
  joinTitles(lines, codes);
  const plainOf = piecesOf(codes);
  let offset = 0;
  const blocks = lines.map((line) => {
    const start = offset;
    const end = start + line.length;
    offset = end + 1;
    return describeBlock(line, plainOf(start, end), start, end);
  });
  markContents(blocks);
  markMeasures(blocks);
  markLists(blocks, folded);
  markLettered(blocks, folded);
  markNumbered(blocks);
  markParts(blocks);
  return { folded, codes, plainOf, blocks };
}

/** « 2. la mise en place d’un compte » goes on with the sentence that opens the list. */
const NUMBERED_ITEM = /^\d{1,2} ?[.)°-]+ ?(?:(?:la|le|les|un|une|des) |[ld][’'])\p{Ll}/u;

function describeBlock(raw: string, plain: string, start: number, end: number): Block {
  const endsWithColon = plain.includes(':', plain.length - 3) && /:\W{0,2}$/.test(plain.slice(-4));
  const block: Block = { kind: 'paragraph', start, end, plain, article: null, level: 0, endsWithColon };
  if (plain.includes('--') && RULE_LINE.test(plain)) return { ...block, kind: 'contents' };
  if ((plain.includes(' | ') && !isPage(plain)) || plain.startsWith('| ')) return { ...block, kind: 'row' };
  if (isContentsLine(plain)) return { ...block, kind: 'contents' };
  if (NUMBERED_ITEM.test(raw)) return { ...block, kind: 'item' };
  const bare = plain.length <= 24 ? BARE_ARTICLE.exec(plain) : null;
  if (bare) {
    const number = bare[1] ?? bare[2]!;
    return { ...block, kind: 'heading', article: number, level: Math.min(3, 1 + number.split('.').length) };
  }
  const heading = mayBeTitle(plain) ? ARTICLE_HEADING.exec(plain) : null;
  if (heading && isTitle(plain, heading[0].length)) {
    const { article, number, part, measure, roman } = heading.groups!;
    const printed = article ?? number ?? null;
    const level =
      part === 'preambule' || measure
        ? 3
        : part
          ? 1
          : printed
            ? Math.min(3, 1 + printed.split('.').length)
            : roman
              ? 1
              : 2;
    return { ...block, kind: 'heading', article: printed, level };
  }
  // « N) PARTICIPATION DE L’EMPLOYEUR À LA MUTUELLE », from A to Z.
  if (raw[1] === ')' && /^[A-Z]\) ?\p{Lu}[^\p{Ll}]{8,}$/u.test(raw) && plain.length <= 120)
    return { ...block, kind: 'heading', level: 3 };
  if (BULLET.test(plain)) return { ...block, kind: 'item' };
  if (isBareTitle(raw, plain)) return { ...block, kind: 'heading', level: 4 };
  return /^[a-z]/.test(raw) ? { ...block, kind: 'item' } : block;
}

const CLAUSE =
  /\b(?:est|sont|sera|seront|a ete|ont|beneficie\w*|peut|peuvent|pourront|pourra|doit|doivent|s'engage\w*|prend|prendra|passe|passera|propose\w*|demande\w*|souhaite\w*|accepte\w*|refuse\w*|convien\w*|convenu|permet|s'eleve|accorde|octroie|rappelle\w*|indique\w*|accede|porte|reconduit|maintient|il y a)\b/;

/** A numbered line is a title when it holds no clause: « 1 jour payé par an » and « 3. Le salaire est maintenu » are not titles. */
function isTitle(plain: string, numberLength: number): boolean {
  const words = plain.slice(numberLength);
  if (/[.;,]$/.test(plain) && plain.length > 60) return false;
  // « 3) Ticket à 10 € => ok pour 9,50 € »: what is asked and what is answered.
  if (/[=-]>|→/.test(words)) return false;
  // « 4.2 Prime de nuit : 7,30 € » gives, and opens nothing.
  if (/ ?: ?\+? ?\d[\d .,]* ?(?:€|euros?\b|%)/.test(words)) return false;
  // « 5.2 Crèche : 3 berceaux », « 2.1 Pont : offert »
  const isOfAccord = plain.startsWith('article') && / : accord\W*$/.test(words);
  if (!isOfAccord && GIVES.test(words.replace(/\b(?:19|20)\d\d\b/g, ''))) return false;
  // « Mesure n° 2 : une demi-journée offerte »
  if (plain.startsWith('mesure') && MEASURE_GIVES.test(words)) return false;
  if (/^\d/.test(plain) && /^ ?(?:jours?|berceaux?|places?|heures?|mois|ans?|euros?|%|€)/.test(words))
    return false;
  return plain.length <= 70 ? !/[.;]$/.test(plain) || !CLAUSE.test(words) : !CLAUSE.test(words);
}

const MEASURE_GIVES =
  /^ ?[:–-] ?(?:.*\d|.*\b(?:une?|deux|trois|quatre|cinq|six|dix) (?:demi-)?(?:jours?|journees?|heures?|semaines?|mois|ans)\b|.*\b(?:offerte?|maintenue?|acquise?|reconduite?|financee?|payee?)s?\b|(?:maintien|reconduction|renouvellement|instauration|creation|rotation|prise en charge|passage|complement|versement|attribution|octroi|subrogation) )/;
const GIVES =
  /^[^:]{2,60}[a-z)»] ?: ?(?=\S)(?:.*\d|.*\b(?:une?|deux|trois|quatre|cinq|six|dix) (?:demi-)?(?:jours?|journees?|heures?|semaines?|mois|ans)\b|.*\b(?:acquise?|offerte?|maintenue?|inchangee?|reconduite?|accordee?|supprimee?|portee?|financee?|remuneree?|elargie?|prise?)s?\b|maintien\b|reconduction\b|accord\b)/;

/** Subjects of the negotiation in the words of the code (L2242-15 and L2242-17): titles, however long. */
const TITLE_OF_CODE =
  /^(?:(?:le|la|les) |l')?(?:suivi de la mise en (?:oeuvre|œuvre) des mesures|mesures (?:relatives a l'insertion|visant a supprimer|permettant de lutter)|modalites (?:de definition d'un regime|du plein exercice)|exercice du droit d'expression|articulation entre la vie (?:personnelle|privee|professionnelle))\b[^.;:!?]{0,320}$/;

/** « Déménagement : une journée payée » gives, and opens nothing. */
const COUNTS =
  / ?: ?(?:[^.;:]{0,40}\b)?(?:une?|deux|trois|quatre|cinq|six|dix) (?:demi-)?(?:jours?|journees?|heures?|semaines?)\b/;

/** Four capital letters or more, and no small one. */
export function isLoud(raw: string): boolean {
  if (/[a-z]/.test(raw)) return false;
  const letters = raw.replace(/[^\p{L}]/gu, '');
  return letters.length > 3 && letters === letters.toUpperCase();
}

const OF_13TH =
  /^(?:[\divx]+[.)° -]+)?(?:(?:la |le )?(?:prime|gratification) (?:de |du |d'un )?)?["«]? ?13 ?(?:i?eme|e) mois\b/;
const LOUD_13TH = /\b13 ?(?:i?eme|e) mois\b/;

/** A short line of its own, without verb or final stop. */
export function isBareTitle(raw: string, plain: string): boolean {
  if (plain.startsWith('#') || plain.startsWith('**')) return plain.length <= 160;
  if (TITLE_OF_CODE.test(plain)) return true;
  if (plain.length > 90 || /[.;,!?]$/.test(plain)) return false;
  const isOfCapitals = isLoud(raw);
  // « Prime de 13ème mois » counts nothing.
  const words = plain.replace(isOfCapitals ? LOUD_13TH : OF_13TH, '');
  const counted = words.replace(/^[\divx.)( -]+|\b(?:19|20)\d\d\b|n ?[°o] ?\d+/g, '');
  if (/[€%]|\d/.test(isLabel(plain) ? withoutDays(counted) : counted)) return false;
  if (!/^(?:[a-z]\/ ?)?["«(]?\p{Lu}/u.test(raw) || COUNTS.test(plain)) return false;
  if (isOfCapitals) return true;
  if (isLabel(plain)) return true;
  const isClause = CLAUSE.test(plain) || (!plain.endsWith(':') && hasVerb(raw));
  return !isClause && !STARTS_ACTION.test(plain) && !/^(?:de |d')[a-z]+(?:er|ir|re) /.test(plain);
}

/** Lists of demands are lists of actions: « Augmentation du budget », « Passer de 8 à 9 € ». Never titles. */
export const STARTS_ACTION =
  /^(?:[-•▪*·o] ?)?(?:la |le |les |l'|une? |d'une? |de )?(?:(?:re)?mise en place|mise a disposition|remise a niveau|augment\w+|revaloris\w+|instaur\w+|creation|creer|attribution|attribuer|passage|passer|prise en charge|prendre en charge|porter|versement|verser|renouvellement|suppression|supprimer|ajout|obtention|octroi|elargi\w+|extension|etendre|mettre|harmonis\w+|egalisation|paiement|possibilite|validation|generalisation|ouverture|ouvrir|negociation|remplac\w+|dedoublement|doublement|diminution|baisse|reduction|majoration|amelior\w+|demande|application|achat|acquisition)\b/;

const SENTENCE_MIN = 60;
/** « Tickets restaurant » above « 9 € à compter de mars » or above a whole sentence is the title of that, not an item of its own. */
export const opensDetail = (next: Block | undefined): boolean =>
  next?.kind === 'paragraph' &&
  (/^\d|^(?:(?:la|le|sa|son) )?(?:valeur|montant|part|quote-part|participation|taux|plafond|repartition)\b.*\d/.test(
    next.plain,
  ) ||
    (next.plain.length > SENTENCE_MIN && /[.;]$/.test(next.plain)));

const ANSWERED = /\b(?:demand|revendi|souhait|refus|accept|favorable|repon[ds]|non[,.])/;

/** « Augmentation de la part patronale » above « Il est décidé de la porter à 55 %. »: the title of what the next sentence decides. */
function markMeasures(blocks: Block[]): void {
  blocks.forEach((block, i) => {
    const last = blocks[i - 1];
    const next = blocks[i + 1];
    if (
      block.kind === 'paragraph' &&
      block.plain.length <= 100 &&
      next?.kind === 'paragraph' &&
      !block.endsWithColon &&
      (!last || (last.kind === 'heading' && !ANSWERED.test(last.plain)) || /[.»)]$/.test(last.plain)) &&
      !last?.endsWithColon &&
      next.plain.length > SENTENCE_MIN &&
      STARTS_ACTION.test(block.plain) &&
      !/[.;,!?]$|[€%]|\d/.test(block.plain) &&
      !STARTS_ACTION.test(next.plain) &&
      /\.$/.test(next.plain) &&
      !ANSWERED.test(next.plain)
    )
      Object.assign(block, { kind: 'heading', level: 4 });
  });
}

/** « La discussion a été ouverte sur : », « Les thèmes suivants : »: what is talked about, and nothing is told of it there. */
const LISTS_SUBJECTS =
  /\b(?:sur|(?:sujets?|themes?|thematiques?|blocs?|domaines?|points?)(?: (?:suivante?s?|ci-dessous|ci-apres))?)\W*:\W*$/;
const NUMBERED_LINE = /^\(?(\d{1,2}) ?[.)°-]+ ?(?=["«a-z])/;

/** « La direction accepte les points suivants : » above « 1. … », « 2. … », one below the other: its items, not titles without a text. */
function markNumbered(blocks: Block[]): void {
  const numberOf = (block: Block | undefined): number =>
    block && block.kind !== 'row' && block.kind !== 'contents' && !block.endsWithColon
      ? Number(NUMBERED_LINE.exec(block.plain)?.[1] ?? 0)
      : 0;
  blocks.forEach(({ endsWithColon, kind, plain }, i) => {
    if (!endsWithColon || kind === 'row' || numberOf(blocks[i + 1]) !== 1) return;
    let end = i + 1;
    while (numberOf(blocks[end]) === end - i) end++;
    if (opensDetail(blocks[end]) && !LISTS_SUBJECTS.test(plain)) end--;
    if (end - i > 2)
      for (const block of blocks.slice(i + 1, end))
        Object.assign(block, { kind: 'item', level: 0, article: null });
  });
}

const PART =
  /^(?:(?:le|la|les) |l')?(?:montants?|(?:salaries )?beneficiaires|modalites(?: (?:de|d') ?(?:calcul|versement|attribution|application|paiement|repartition|prise en charge|mise en (?:oeuvre|œuvre)))?|conditions?(?: (?:de|d') ?(?:versement|attribution|octroi|eligibilite|acces))?|(?:date de )?versement|(?:mode de )?calcul|criteres(?: d'attribution)?|eligibilite|plafond|(?:salaries|personnel) (?:concernes?|eligibles?)) ?:?$/;

/** « Montant », « Bénéficiaires » below « Prime de partage de la valeur »: a part of what that title names. */
function markParts(blocks: Block[]): void {
  let isBelowBare = false;
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    if (block.level !== 4) isBelowBare = false;
    else if (!PART.test(block.plain)) isBelowBare = true;
    else if (isBelowBare) block.level = 5;
  }
}
