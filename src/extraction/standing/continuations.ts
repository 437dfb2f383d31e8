import { readingOf } from '../context/readings.ts';
import { haveSameTitle } from '../context/units.ts';
import type { Unit } from '../context/units.ts';
import type { CompiledBenefit } from '../patterns/compile.ts';
import { ownValues, readValues } from '../values.ts';
import * as cues from './cues.ts';
import type { JudgeContext } from './judge.ts';
import type { Candidate } from './responses.ts';
import { toldAlone } from './told.ts';

const REACH = 3;
const QUIET: ReadonlySet<string> = new Set(['neutral', 'agreed', 'offer']);

/** Names the benefit and leaves the rest to the next sentence; a reminder of the law may too (« Allant au-delà, … »). */
const isOpen = ({ verdict: { standing, rules } }: Candidate): boolean =>
  (standing === 'none' && rules.includes('mention')) ||
  standing === 'restates-law' ||
  (standing === 'granted' && rules.some((rule) => OPEN.has(rule)));
const OPEN: ReadonlySet<string> = new Set(['shape:figure', 'section:agreed', 'section:offer']);
const GOES_ON =
  /^\W*(?:ainsi|aussi|toutefois|cependant|en outre|de plus|allant|pour aller|dans ce cadre|a ce titre|en complement|au-dela)\b.*\b(?:s'engage|decide|conviennent|convenu|accorde|maintien\w*|prend en charge|complete)|^\W*(?:l'application de )?(?:cet?|cette|ledit|ladite) (?:accord|charte|dispositif|experimentation)\b[^.;]{0,60}\b(?:maintenu|reconduit|prolong|renouvel|perennis)/;

/** The table below « Conformément à la convention collective, la prime est de : » is the convention’s. */
function isRestated({ unit, owner, verdict }: Candidate, candidates: readonly Candidate[]): boolean {
  if (!verdict.rules.some((rule) => rule === 'shape:figure' || rule === 'shape:detail')) return false;
  const named = candidates.findLast(
    (other) =>
      other.owner === owner &&
      other.isNamed &&
      other.unit.index < unit.index &&
      other.unit.kind !== 'heading',
  );
  return named?.verdict.standing === 'restates-law' && /convention|branche/.test(named.unit.plain);
}

/** « Passage du titre à 9 € » – « Part employeur : 5,40 € » – « Applicable au 1er mars »: who only wishes names no day. */
const DATED =
  /^\W*(?:(?:mesures? )?(?:applicables?|effecti\w+|valables?)|date d'(?:effet|application)|avec effet|a compter|a partir)\b[^<;.]{0,30}#date/;

/** « Le versement d’une prime de 200 € » – « Cette prime sera versée en juin. » */
const TAKEN_UP =
  /^\W*(?:cette|ladite) (?:prime|mesure|indemnite|aide|revalorisation|augmentation|prise en charge|disposition)\b[^.;]{0,80}\b(?:sera|est|prendra|interviendra|s'appliquera|entrera)\b|^\W*(?:le|son) versement\b[^.;]{0,60}\b(?:interviendra|aura lieu|sera (?:effectue|realise))\b/;

function isDatedBelow({ unit, owner, verdict }: Candidate, units: readonly Unit[]): boolean {
  if (!verdict.rules.includes('shape:action') || unit.mode !== 'neutral' || unit.isInWishList) return false;
  for (let i = unit.index + 1; i <= unit.index + REACH && i < units.length; i++) {
    const next = units[i]!;
    const text = readingOf(next);
    if (!haveSameTitle(next, unit)) return false;
    if (TAKEN_UP.test(next.plain) && !cues.REFUSES.test(text) && !cues.STUDIES.test(text)) return true;
    if (next.hits.some((hit) => hit.owner !== owner)) return false;
    if (DATED.test(text)) return true;
  }
  return false;
}

/** « Un accord a été conclu en 2019. Cet accord étant échu, … » */
const EXPIRED =
  /^\W*(?:cet|ledit|cet? dernier|celui-ci|l') ?(?:accord|avenant|dispositif|plan)?\b[^.;]{0,50}\b(?:echu|expire|arriv\w+ (?:a (?:son )?(?:echeance|terme|expiration))|a pris fin|n'est plus en vigueur)/;

/** « Un montant de 650 € est versé en mars. » – « Cette prime de partage de la valeur … »: what was given is named behind it. */
const NAMED_BEHIND = /^\W*(?:cette|ce|cet|ces|ladite|lesdits?) /;
const SAYS_NOTHING: ReadonlySet<string> = new Set(['mention', 'cue:tax']);

function namedBehind(
  { unit, owner, verdict }: Candidate,
  units: readonly Unit[],
  benefit: CompiledBenefit,
): Unit | null {
  if (verdict.standing !== 'none' || !verdict.rules.some((rule) => SAYS_NOTHING.has(rule))) return null;
  const hit = unit.hits.find((one) => one.owner === owner);
  if (!hit || !NAMED_BEHIND.test(unit.plain) || hit.start > BEHIND_WITHIN) return null;
  for (let i = unit.index - 1; i >= Math.max(0, unit.index - REACH); i--) {
    const before = units[i]!;
    if (before.section !== unit.section || before.kind === 'row') return null;
    if (before.hits.some(({ start }) => start < SUBJECT_WITHIN)) return null;
    const told = toldAlone(before);
    if (told.says(cues.REFUSES) || told.says(cues.STUDIES) || told.says(cues.DEMANDS) || told.says(cues.LAW))
      return null;
    if (Object.keys(ownValues(benefit, before)).length > 0) return before;
  }
  return null;
}
const BEHIND_WITHIN = 12;
/** What is named farther in is no subject of the sentence. */
const SUBJECT_WITHIN = 40;

/**
 * A sentence may only name the benefit, and the next one give it: « … la garde des enfants. Le montant est plafonné à 600 €. »
 * Such a mention becomes a grant. Verdicts are replaced in place.
 */
export function continueMentions(
  units: readonly Unit[],
  candidates: readonly Candidate[],
  benefits: readonly CompiledBenefit[],
  { isDisagreement }: JudgeContext,
): void {
  if (isDisagreement) return;
  for (const candidate of candidates) {
    const { unit, owner, isNamed, verdict } = candidate;
    if (!isNamed && verdict.standing === 'granted' && isRestated(candidate, candidates)) {
      candidate.verdict = {
        standing: 'restates-law',
        strength: 1,
        rules: [...verdict.rules, 'section:restated'],
      };
      continue;
    }
    const next = units[unit.index + 1];
    const isOfIt = next?.hits.length === 0 || next?.hits.some((hit) => hit.owner === owner);
    if (verdict.standing === 'granted' && isOfIt && EXPIRED.test(next!.plain)) {
      candidate.verdict = { standing: 'none', strength: 0, rules: [...verdict.rules, 'next:expired'] };
      continue;
    }
    if (isNamed && isDatedBelow(candidate, units)) {
      candidate.verdict = { standing: 'granted', strength: 1, rules: ['shape:dated-action'] };
      continue;
    }
    if (!isNamed || unit.kind === 'row' || !QUIET.has(unit.mode)) continue;
    const saidBefore = namedBehind(candidate, units, benefits[owner]!);
    if (saidBefore) {
      candidate.verdict = { standing: 'granted', strength: 1, rules: ['mention', 'continues', 'behind'] };
      candidate.response = saidBefore;
      continue;
    }
    if (!isOpen(candidate)) continue;
    for (let i = unit.index + 1; i <= unit.index + REACH && i < units.length; i++) {
      const next = units[i]!;
      if (next.section !== unit.section || next.hits.some((hit) => hit.owner !== owner)) break;
      const told = toldAlone(next);
      const { text } = told;
      if (
        !told.says(cues.GRANTS) ||
        told.says(cues.REFUSES) ||
        told.says(cues.STUDIES) ||
        told.says(cues.DEMANDS) ||
        told.says(cues.LAW) ||
        told.matches(benefits[owner]!.excludes)
      )
        continue;
      const goesOn = GOES_ON.test(text);
      if (verdict.standing !== 'none' && !goesOn) continue;
      const isCarried = Object.keys(readValues(benefits[owner]!, [text], []).values).length === 0;
      const isSetAnew = isCarried && cues.GOES_ON.test(next.plain);
      // « Le barème est revu comme suit : » opens what the next line gives.
      const below = units[i + 1];
      if (
        isCarried &&
        below &&
        next.plain.endsWith(':') &&
        toldAlone(below).matches(benefits[owner]!.excludes)
      )
        continue;
      if (isCarried && !isSetAnew && !(goesOn && benefits[owner]!.proof?.when.test(text))) continue;
      const rules = [
        'mention',
        'continues',
        ...(isCarried ? ['carried'] : []),
        ...(isSetAnew ? ['cue:goes-on'] : []),
      ];
      candidate.verdict = { standing: 'granted', strength: 1, rules };
      candidate.response = next;
      break;
    }
  }
}
