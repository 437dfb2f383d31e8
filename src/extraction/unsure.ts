/**
 * Rules that were wrong too often on agreements nobody had tuned on: a sentence that states a benefit in the present,
 * without a verb of decision. What they read is shown, as « à confirmer ».
 */
const UNSURE_RULES: ReadonlySet<string> = new Set(['shape:statement']);

export const isUnsure = (rules: readonly string[]): boolean => rules.some((rule) => UNSURE_RULES.has(rule));
