import type { Eligibility, Finding, Scope } from '../../domain/extraction.ts';
import { categoriesIn } from './categories.ts';
import { lastUnder } from '../context/articles.ts';
import { readingOf } from '../context/readings.ts';
import type { Heading, Unit } from '../context/units.ts';
import { namesEverybody } from './everybody.ts';
import { sistersIn } from './companies.ts';
import { partyIn } from './parties.ts';
import { CONTRACTS, EXCLUSION, eligibilityOf, takesIn } from './eligible.ts';
import { establishment, placeIn } from './places.ts';
import { groupLeftOut, leftOutOfArticle, partNotForSome } from './left-out.ts';
import { itemAbove } from './items.ts';
import { isOfOtherAccord } from './of-text.ts';
import { hiredIn } from './staff-titles.ts';
import { takenIn } from './taken-in.ts';
import { Told } from '../standing/told.ts';
import { gated, holds, matchIn } from '../text/gates.ts';
import { normalize } from '../text/normalize.ts';

/** To whom a text limits all that it says. */
export type Field = {
  place: Scope | null;
  category: string | null;
  eligibility: Pick<Eligibility, 'included' | 'excluded' | 'seniorityMonths'>;
};

const TEXT =
  "(?:presente?s? (?:accord|avenant|protocole|proces-verbal)(?: d'entreprise| d'etablissement)?|cet accord(?: d'entreprise| d'etablissement)?|ce protocole)";
const OPENS = gated(
  new RegExp(
    `\\b${TEXT}\\b,?[^.;:]{0,50}? (?:s'appliqu\\w+|(?:est|sera) (?:\\w+ )?applicable|concerne(?:nt)?|vise(?:nt)?|beneficie(?:nt)?)\\b(?! (?:a |d'|les? themes?\\b)(?!l'ensemble|tou|aux))|\\b(?:sont|seront) (?:\\w+ )?concernes par (?:le |ce |l')?${TEXT}|^\\W*les (?:dispositions|mesures) (?:precisees |prevues |definies )?(?:(?:dans (?:le |ce )?(?:present )?(?:document|texte)|aux articles|ci-apres|du ${TEXT}) ?)+(?:s'appliqu\\w+|(?:sont|seront) applicables|concernent|visent)`,
  ),
);
const STAFF = /\b(?:salarie|personnel|collaborateur|etablissement|site|usine|ouvrier|employe|cadre)/;
/** « s’applique aux ouvriers pour les augmentations générales »: one of its measures. */
const ONE_MEASURE =
  /\b(?:pour|concernant|au titre d|en matiere d) ?(?:les|la|l'|es|e) ?(?:augmentations?|revalorisations?|primes?|mesures?)\b/;
/** Items below « … à l’exception : ». */
const ITEMS_MAX = 8;

const isField = (unit: Unit): boolean =>
  (unit.kind !== 'heading' || unit.plain.endsWith(':')) &&
  unit.kind !== 'row' &&
  holds(unit, OPENS) &&
  STAFF.test(unit.plain) &&
  !ONE_MEASURE.test(unit.plain);

/** « … inscrits à l’effectif au 31 décembre 2021 »: who came later, or left, has nothing of it. */
const PRESENCE = /\b(?:presente?s?|inscrite?s?|comptes?|figurant)\b[^.;:]{0,40}\beffectifs?\b/;

/** « tous les établissements de la société », « des établissements de MAISON DUPONT SAS »: everywhere. */
const EVERYWHERE = /\b(?:ensemble des|tous les|toutes les|chacun des|totalite des|differents) $/;

/** The first place that is neither the whole firm nor a remark between brackets. */
function fieldPlace({ raw, plain }: Unit, legalName: string | null): Scope | null {
  let from = 0;
  for (;;) {
    const label = placeIn({ raw: raw.slice(from), plain: plain.slice(from) });
    if (!label) return null;
    const at = raw.indexOf(label, from);
    const before = plain.slice(0, at);
    const name = normalize(label).replace(/^\S+ (?:de |d'|du |des )?/, '');
    const isWhole = EVERYWHERE.test(before) || (legalName !== null && normalize(legalName).startsWith(name));
    if (!isWhole)
      return before.lastIndexOf('(') > before.lastIndexOf(')') ? null : establishment(label, raw.slice(from));
    from = at + label.length;
  }
}

/** The groups named before those left out: « au personnel ouvrier et employé, hors apprentis ». */
function groupsOf(unit: Unit): string | null {
  const out = EXCLUSION.exec(unit.plain.replace(/\([^()]*\)/g, (aside) => ' '.repeat(aside.length)))?.index;
  const plain = unit.plain.slice(0, out);
  if (namesEverybody(plain)) return null;
  const label = categoriesIn({ raw: unit.raw, plain });
  return label && /cadres/.test(label) && /ouvrier|employ|etam/.test(label) ? null : label;
}

/** « Elles ne concernent pas les fonctionnaires. », « Sont ainsi concernés les salariés (hors stagiaires). »: more of the field above. */
const TELLS_MORE =
  /^\W*(?:(?:elles?|ils?|celles?-ci|ceux-ci|celui-ci)\b[^.;]{0,20}\bne (?:concern|s'appliqu|vis|benefici)\w+ (?:\w+ )?pas\b|(?:ne )?(?:sont|seront) (?:ainsi |donc |toutefois )?(?:pas )?(?:concernes|vises|exclus)\b)(?![^.;]*\b(?:revalorisation|augmentation|prime|mesure))/;
const LIST_OF_OUT = /\b(?:exception|exclusion|exclus)\b[^.;]{0,30}:\W*$/;

function readField(units: readonly Unit[], unit: Unit, legalName: string | null): Field {
  const items = units
    .slice(unit.index + 1, unit.index + 1 + ITEMS_MAX)
    .filter(({ intro, headings }) => intro?.end === unit.end || headings.at(-1)?.start === unit.start);
  const next = units.slice(unit.index + 1, unit.index + 2).filter(({ plain }) => TELLS_MORE.test(plain));
  const said = [unit, ...items, ...next];
  const opened = unit.opened.withAll([...items, ...next].map((one) => one.opened));
  const reading = new Told(said.map(readingOf).join(' '), opened);
  const { included, excluded, seniorityMonths } = eligibilityOf([reading]);
  return {
    place: fieldPlace(unit, legalName),
    category: groupsOf(unit),
    eligibility: {
      included: onlyPermanent(included),
      excluded: LIST_OF_OUT.test(unit.plain)
        ? [...excluded, ...items.flatMap((item) => hiredIn(item) ?? [])]
        : excluded.length > 0
          ? excluded
          : [groupLeftOut(unit) ?? []].flat(),
      seniorityMonths,
    },
  };
}

/** « les salariés sous contrat à durée indéterminée »: those and no others. */
export const onlyPermanent = (included: readonly string[]): string[] =>
  included.filter((one) => CONTRACTS.includes(one)).join() === 'CDI' ? ['CDI'] : [];

function joined(said: readonly Field[]): Field {
  return {
    place: said.find(({ place }) => place)?.place ?? null,
    category: said.find(({ category }) => category)?.category ?? null,
    eligibility: {
      included:
        said.length > 0 && said.every(({ eligibility }) => eligibility.included.length > 0) ? ['CDI'] : [],
      excluded: [...new Set(said.flatMap(({ eligibility }) => eligibility.excluded))],
      seniorityMonths:
        said.find(({ eligibility }) => eligibility.seniorityMonths)?.eligibility.seniorityMonths ?? null,
    },
  };
}

/** « Les présentes dispositions s’appliquent aux salariés … » in an annex or a chapter: of that one; « Cet article est applicable à … ». */
const OF_PART = gated(
  /^\W*(?:(?:les presentes|ces) dispositions|la presente annexe|le present (?:chapitre|titre)|(?:le present|cet) (article))\b[^.;:]{0,40}(?:s'appliqu|applicable|concern|vis|benefici)/,
);
const IS_PART = /^\W*(?:annexe|chapitre|titre|partie)\b/;
const IS_ARTICLE = /^\W*(?:article )?\d/;
/** « Cette mesure concerne les salariés en CDI. », the only such sentence below a title on a benefit: of all that stands there. */
const OF_MEASURE = gated(
  /^\W*(?:cette (?:mesure|prime|indemnite|aide)|ce (?:dispositif|forfait)|cet avantage)\b[^.;:]{0,60}\b(?:concerne|s'applique|s'adresse|(?:est|sera) (?:ouverte?|reservee?|accordee?|attribuee?|applicable)) (?:uniquement |exclusivement )?(?:les|aux?|a l'ensemble des|a tou[ts]\w* les) (?:salarie|personnel|collaborat)/,
);

/** The title of what a sentence on a part of the text is about. */
function titleOf(units: readonly Unit[], unit: Unit): Heading | undefined {
  const { headings } = unit;
  const part = matchIn(unit, OF_PART);
  if (part) return headings.findLast((title) => (part[1] ? IS_ARTICLE : IS_PART).test(title.plain));
  const title = headings.at(-1);
  const alike = units.filter((one) => one.headings.at(-1) === title && holds(one, OF_MEASURE));
  return title && title.owners.size > 0 && alike.length === 1 ? title : undefined;
}

function partOf(units: readonly Unit[], unit: Unit, legalName: string | null): Bounded[] {
  const title = titleOf(units, unit);
  if (!title) return [];
  const field = readField(units, unit, legalName);
  const own = itemAbove(units, unit);
  if (own) return [{ field, start: own.item.start, end: own.next.start }];
  return [{ field, start: title.start, end: lastUnder(units, title).end }];
}

/** A field with the part of the text that it is for; `said`: the sentences below a title of their own that tell it. */
export type Bounded = { field: Field; start: number; end: number; said?: readonly Unit[]; isField?: boolean };

/** What a text says of the field of all that it gives, in one or several sentences, or of a part of it; `legalName`: of the employer. */
export function fieldsOf(units: readonly Unit[], legalName: string | null): Bounded[] {
  const fields = units.filter(isField);
  const said = fields.map((unit) => readField(units, unit, legalName));
  const parts = units
    .filter(
      (unit) =>
        unit.kind !== 'heading' &&
        (holds(unit, OF_PART) || holds(unit, OF_MEASURE)) &&
        STAFF.test(unit.plain),
    )
    .flatMap((unit) => partOf(units, unit, legalName));
  const out = units.flatMap((unit): Bounded[] => {
    const left = leftOutOfArticle(units, unit);
    const eligibility = { included: [], excluded: left ? [left.label] : [], seniorityMonths: null };
    const field = { place: null, category: null, eligibility };
    const part = left ? null : partNotForSome(units, unit);
    if (part) return [{ field, ...part, isField: true }];
    return left ? [{ field, ...left }] : [];
  });
  parts.push(...out, ...sistersIn(units, legalName));
  const whole = joined(said);
  const place = whole.place ?? partyIn(units, legalName);
  if (said.length === 0 && !place) return parts;
  const present = fields.filter(({ plain }) => PRESENCE.test(plain));
  return [
    {
      field: { ...whole, place },
      start: 0,
      end: Number.POSITIVE_INFINITY,
      ...(present.length > 0 && { said: present, isField: true }),
    },
    ...parts,
  ];
}

function scopeWithin(scope: Scope, { place, category }: Pick<Field, 'place' | 'category'>): Scope {
  if (scope.kind === 'establishment' || scope.kind === 'ues' || scope.kind === 'group') return scope;
  const group = scope.kind === 'category' ? scope.label : category;
  if (place) return group ? { ...place, label: `${place.label}, ${group}` } : place;
  return group && scope.kind === 'employer' ? { kind: 'category', label: group, sirets: [] } : scope;
}

/** A finding of a text, or of a part of it, that is for some of the staff only is for no more than these. */
export function withinFields(
  units: readonly Unit[],
  owner: number,
  finding: Finding,
  at: number,
  fields: readonly Bounded[],
): Finding {
  const isGiven = finding.standing === 'granted' || finding.standing === 'ended';
  if (fields.length === 0 || isOfOtherAccord(finding)) return finding;
  const own = fields.filter(({ start, end }) => at >= start && at < end).map(({ field }) => field);
  if (!isGiven) return own.reduce(placed, finding);
  const isForSome = own.some(({ eligibility }) => eligibility.excluded.length > 0);
  const taken = isForSome ? takenIn(units, owner, at, at + finding.quote.length) : [];
  return own.reduce((one, field) => within(one, field, taken), finding);
}

/** What was asked of an establishment, or refused there, was so nowhere else; who may have it, if ever, is not settled. */
const placed = (finding: Finding, { place }: Field): Finding =>
  place === null ? finding : { ...finding, scope: scopeWithin(finding.scope, { place, category: null }) };

function within(finding: Finding, field: Field, taken: readonly string[]): Finding {
  const { eligibility } = finding;
  const { included, excluded, seniorityMonths } = eligibility;
  const out = field.eligibility.excluded.filter(
    (one) => !takesIn(included, one) && !excluded.includes(one) && !takesIn(taken, one),
  );
  const isToldOf = included.some((one) => CONTRACTS.includes(one));
  return {
    ...finding,
    scope: scopeWithin(finding.scope, field),
    eligibility: {
      ...eligibility,
      included: isToldOf ? included : [...field.eligibility.included, ...included],
      excluded: [...excluded, ...out],
      seniorityMonths: seniorityMonths ?? field.eligibility.seniorityMonths,
    },
  };
}
