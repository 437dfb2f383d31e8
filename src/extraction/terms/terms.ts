import type { IsoDate } from '../../domain/dates.ts';
import type { ExtractionContext, Reference, TextTerms } from '../../domain/extraction.ts';
import { normalize } from '../text/normalize.ts';
import type { Blocks } from '../text/blocks.ts';
import { gated, holds } from '../text/gates.ts';
import type { Opened } from '../text/gates.ts';
import { splitSentences } from '../text/sentences.ts';
import { readLife } from './life.ts';
import type { LifeSentence } from './life.ts';
import { readMembers } from './members.ts';
import { PERIOD, lastDayOfYears } from './periods.ts';
import { readReferences } from './references.ts';
import { SIGNED_WORDS, signedIn } from './signed.ts';

const LIFE_WORDS = gated(
  /dure|prend(?:ra)? fin|vigueur|effet|applicable|appliqu|(?:entr|mis)\w* en appl|echeance|terme|tacite|jusqu|cess|expir|valable|\bvaut\b|\bvaudra\b|\bvalent\b|conclu|etabli|pour (?:12|douze) mois|periode du|la periode 20|l'annee 20|l'exercice 20/,
);
const LIFE_HEADING =
  /duree(?! (?:du|de|des|hebdo|annuelle|legale|effective|maximale|quotidienne|journaliere|moyenne|minimale)(?! (?:l'|present|l.accord|la convention|validite|l'avenant))\b)|entree en vigueur|prise d'effet|date d'(?:effet|application)|application de l'accord|validite|revision|formalites/;
const REFERENCE_WORDS = gated(
  /annul|substitu|rempla|en lieu et place|met(?:tre|tent)? (?:fin|un terme)|mis fin|denonc|abrog|modifi|revis|complet|prorog|prolong|avenant|amend|cess|caduc/,
);
const REFERENCES_MAX = 12;
const OPENS_ANNEX = /^\W*annexe\b/;
/** Contents and preamble stand before the first block in which an annex may open. */
const MAIN_MIN = 15;
const TITLE_MAX = 120;
/** Blocks at the end of a text, with the names of those who sign. */
const CLOSING_WITHIN = 16;
/** « Pour la période du 1er janvier au 31 décembre 2023 », above the signatures. */
const BARE_PERIOD = new RegExp(`^\\W*pour la periode ${PERIOD}\\W*$`);

/** « MESURES PRISES PAR LA DIRECTION POUR 2023 », in a record of disagreement */
const MEASURES_OF_YEAR =
  /^\W*(?:[\divx]+\W+)?(?:les )?(?:mesures|decisions?|dispositions)\b[^.;:]{0,80}\b(?:pour|en|au titre de) (?:l'(?:annee|exercice) )?(20\d\d)\W*$/;

function yearOfMeasures({ blocks }: Blocks): IsoDate | null {
  const title = blocks.find(({ plain }) => plain.length <= TITLE_MAX && MEASURES_OF_YEAR.test(plain));
  return title ? lastDayOfYears(MEASURES_OF_YEAR.exec(title.plain)![1]!) : null;
}

/** What the text says of its own life: dates, duration, renewal, texts it changes, companies it covers. */
export function readTerms(
  text: Blocks,
  context: ExtractionContext,
  opened: readonly (Opened | null)[],
  isDisagreement: boolean,
): TextTerms {
  const { folded, blocks } = text;
  const life: LifeSentence[] = [];
  const references: Reference[] = context.title
    ? readReferences(context.title, normalize(context.title))
    : [];
  let isUnderHeading = false;
  let opensPart = false;
  let isAnnexed = false;
  let signedOn: IsoDate | null = null;
  for (const [i, block] of blocks.entries()) {
    const words = opened[i];
    if (!words) continue;
    const said = { plain: block.plain, opened: words };
    if (block.kind === 'heading' && block.level < 4) isUnderHeading = LIFE_HEADING.test(block.plain);
    else if (block.kind === 'heading' && LIFE_HEADING.test(block.plain)) isUnderHeading = true;
    if (block.kind === 'heading') opensPart = true;
    if (i > MAIN_MIN && OPENS_ANNEX.test(block.plain) && block.plain.length < TITLE_MAX) isAnnexed = true;
    const tellsLife = holds(said, LIFE_WORDS);
    if (holds(said, SIGNED_WORDS)) signedOn = signedIn(said) ?? signedOn;
    const tellsReference = references.length < REFERENCES_MAX && holds(said, REFERENCE_WORDS);
    if (!tellsLife && !tellsReference) continue;
    const spans = splitSentences(block);
    let before: string | undefined;
    for (const span of spans) {
      const plain = block.plain.slice(span.start, span.end);
      const isOfLife = tellsLife && (spans.length === 1 || LIFE_WORDS.test(plain));
      if (isOfLife) {
        const isClosing = i >= blocks.length - CLOSING_WITHIN;
        const isOnDuration = isUnderHeading || (isClosing && BARE_PERIOD.test(plain));
        const place = { isUnderHeading: isOnDuration, opensPart, isAnnexed, isClosing };
        life.push({ plain, opened: words, ...place, ...(before && { before }) });
        opensPart = false;
      }
      before = isOfLife ? undefined : plain;
      if (!tellsReference || !REFERENCE_WORDS.test(plain)) continue;
      const raw = folded.slice(block.start + span.start, block.start + span.end);
      for (const reference of readReferences(raw, plain)) {
        const isKnown = references.some(
          (known) => known.signedOn === reference.signedOn && known.relation === reference.relation,
        );
        if (!isKnown && references.length < REFERENCES_MAX) references.push(reference);
      }
    }
  }
  const told = readLife(life);
  const endsOn = told.endsOn ?? (isDisagreement && told.duration === null ? yearOfMeasures(text) : null);
  return {
    ...told,
    endsOn,
    ...(isDisagreement && { isOneSided: true }),
    ...(signedOn && { signedOn }),
    references,
    members: readMembers(folded, blocks, opened),
  };
}
