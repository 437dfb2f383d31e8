import { z } from 'zod';

/**
 * How the extractor recognises a benefit in a French agreement.
 *
 * PHRASES (`terms`, `hides`) are plain words, not regular expressions:
 * - matched on whole words, whatever the case, the accents and the plural `s` or `x`: « crèche » finds « CRECHES »;
 * - a hyphen or an apostrophe is a space: « titre restaurant » finds « titres-restaurant », « d entreprise » finds « d’entreprise »;
 * - `*` ends a word in any way: « berceau* », « télétravail* »;
 * - two to six capital letters are an acronym, found in capitals only: « CET » never finds « cet »;
 * - `_` stands for zero to three words, `_ _` for zero to six: « jour _ enfant malade » finds « jours d'absence pour enfant malade ».
 *
 * REGULAR EXPRESSIONS (every field named `…When`, `needs`, `excludes`, readers) are matched on the *reading* of one sentence:
 * lower case, no accents (accents you type are removed: write « crèche » or « creche »), straight apostrophes, single spaces,
 * and every quantity replaced by a mark, so that you never parse a number yourself:
 * - `{euros}` `{percent}` `{days}` `{weeks}` `{months}` `{years}` `{hours}` `{minutes}` `{times}` `{number}` stand for one quantity
 *   in figures or words: « trois (3) jours ouvrés », « 9,50 € », « soixante pour cent », « une demi-journée » ({days} = 0.5);
 *   « de 8 à 9,50 € » is one {euros} = 9.5 (the target of a range); {split} is « 60/40 », {equal} is « à parts égales »;
 * - `{v}` = the quantity this slot reads, by the slot's unit; the one that is captured; `{n}` = a captured bare number instead
 *   (« deux autorisations d'absence » for a slot in jours);
 * - `{percent=50}`, `{days=25}` … = that very quantity; an ordinal in figures reads `#rank3` (« 3e mois » = `#rank3 mois`), a date
 *   `#date`, an article or a law `#ref`, a year alone `#year`;
 * - `{gap}` = up to 60 characters without another quantity; `{far}` = up to 120 characters of anything.
 * Keep expressions short and without nested repetition; a sentence never exceeds 1,000 characters.
 *
 * Periods are converted by code: « 50 € par mois » read by a slot in €/an gives 600; a slot in jours/semaine refuses
 * « 5 jours par mois ». `min` and `max` of the slot (benefit.ts) reject misreadings.
 */
const Phrase = z.string().min(2);
const Expression = z.string().min(2);

/**
 * One way to read a slot. A bare string is `{ pattern }`. Readers are tried in order, the first that reads wins, first in the
 * sentences that name the benefit, then in those that follow under the same heading.
 */
export const ValueReader = z.union([
  Expression,
  z.strictObject({
    /** e.g. `valeur (?:faciale|nominale){gap}{v}` */
    pattern: Expression,
    /** Of several matches: the first (default), the last, the largest, the smallest or their sum. A scale takes `max`. */
    pick: z.enum(['first', 'last', 'max', 'min', 'sum']).optional(),
    /** `complement`: the number is the employee's share in %, 100 − v is kept. `split`: pattern holds {split} or {equal}, the employer's part is kept. `calendar-days`: a delay, « un mois » = 30, « deux semaines » = 14. */
    as: z.enum(['complement', 'split', 'calendar-days']).optional(),
    /** Instead of a captured number: what the words mean, e.g. `intégralement` → 100, a text, or true for oui/non. */
    value: z.union([z.number(), z.boolean(), z.string()]).optional(),
    /** The reader does not apply to a sentence that matches this. */
    unless: Expression.optional(),
    /**
     * `named`: only in sentences that hold a term of the benefit, never in the ones that follow. `figure`: of words behind a number
     * (`of`), only where they are matched at that very number.
     */
    within: z.enum(['named', 'section', 'figure']).optional(),
    /** `stated`: only a quantity whose period is printed (« par an », « mensuel »). For slots like jours/an beside jours/semaine. */
    period: z.literal('stated').optional(),
  }),
]);
export type ValueReader = z.infer<typeof ValueReader>;

export const BenefitPatterns = z.strictObject({
  /** A sentence, or the heading above it, must hold one of these. `["crèche", "berceau*", "place _ crèche"]` */
  terms: z.array(Phrase).min(1),
  /** Phrases hidden before `terms` are looked for: false friends made of the same words. `["mutuelle d assurance", "mobilité géographique"]` */
  hides: z.array(Phrase).optional(),
  /** At least one must match the sentence or its heading, whatever the standing. For terms too common alone. `["enfant"]` */
  needs: z.array(Expression).optional(),
  /** The sentence says nothing of the benefit when one matches. `["contrat d'assurance responsabilité"]` */
  excludes: z.array(Expression).optional(),
  /** The employer's own trade uses the same words: with these NAF codes (`8891A`, or a prefix `65`) a grant needs one of `unless`. */
  trade: z.strictObject({ nafCodes: z.array(z.string()).min(1), unless: z.array(Expression) }).optional(),
  /**
   * A grant needs one of these in the sentence itself (`within: section`: or in those around it): the concrete measure.
   * Without it the standing is `otherwise`. For benefits that texts praise more than they give (déconnexion, égalité, diversité).
   */
  proof: z
    .strictObject({
      when: z.array(Expression).min(1),
      otherwise: z.enum(['restates-law', 'demanded', 'none']),
      within: z.enum(['sentence', 'section']).optional(),
    })
    .optional(),
  /** These words grant by themselves, even without a verb of decision. `["{v} (?:jours )?paye"]` */
  grantedWhen: z.array(Expression).optional(),
  /**
   * An action without verb that is not in a list of wishes (« Mise en place d’un bilan de mi-carrière ») is a commitment: for
   * policies, which employers list so, and not for money, which unions list so.
   */
  actionsGrant: z.boolean().optional(),
  /**
   * Decided for one payment at a time, whatever the sentence says: every grant (prime de partage de la valeur), or those whose quote
   * matches (supplément d’intéressement).
   */
  paidOnce: z.union([z.boolean(), Expression]).optional(),
  /** A reminder of the law or of the branch, in words proper to this benefit. `["non remunere", "conge legal"]` */
  restatesLawWhen: z.array(Expression).optional(),
  /** A wish, a study, an intention, in words proper to this benefit. */
  demandedWhen: z.array(Expression).optional(),
  /** Refused, in words proper to this benefit. */
  refusedWhen: z.array(Expression).optional(),
  /** A granted finding whose slot does not go beyond this figure only restates the law. `{ slot: employerShare, atMost: 50 }` */
  legalFigure: z.strictObject({ slot: z.string(), atMost: z.number() }).optional(),
  /** Figures near the benefit that are none of it: nothing is read there. `["{days} de presence"]` for télétravail. */
  otherFigures: z.array(Expression).optional(),
  /** Slot → readers. Every slot must be declared under `values` of the benefit. */
  values: z.record(z.string(), z.array(ValueReader).min(1)).optional(),
});
export type BenefitPatterns = z.infer<typeof BenefitPatterns>;
