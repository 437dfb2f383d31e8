import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Benefit } from '#domain/benefit.ts';
import { QVCT_THEMES } from '#domain/qvct.ts';

/**
 * Families from the work itself to what surrounds it. QVCT is about how work is organised: within a theme, lunch vouchers
 * come after working hours.
 */
const FROM_WORK_TO_PERKS: readonly string[] = [
  'travail', 'temps', 'carriere', 'inclusion', 'sante', 'parentalite', 'solidarite', 'remuneration', 'mobilite', 'quotidien',
]; // prettier-ignore

const rankOf = (family: string): number => {
  const rank = FROM_WORK_TO_PERKS.indexOf(family);
  return rank < 0 ? FROM_WORK_TO_PERKS.length : rank;
};

export type ThemeSection = { id: string; label: string; sentence: string; benefits: Benefit[] };

/** Every benefit under its theme, once: organisation of work first, perks last. */
export function viewThemes({ qvctThemes, benefits }: Catalogue): ThemeSection[] {
  return qvctThemes
    .map(({ id, sentence }) => ({
      id,
      label: QVCT_THEMES.find((theme) => theme.id === id)!.label,
      sentence,
      benefits: benefits
        .filter(({ qvctTheme }) => qvctTheme === id)
        .sort((a, b) => rankOf(a.family) - rankOf(b.family)),
    }))
    .filter((theme) => theme.benefits.length > 0);
}
