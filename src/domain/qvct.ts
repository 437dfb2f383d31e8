import { z } from 'zod';

/** The six themes of ANACT's QVCT framework (2023): a second order of the benefits. */
export const QVCT_THEMES = [
  { id: 'organisation', label: 'Organisation, contenu et réalisation du travail' },
  { id: 'competences', label: 'Compétences et parcours' },
  { id: 'sante', label: 'Santé au travail et prévention' },
  { id: 'egalite', label: 'Égalité au travail' },
  { id: 'management', label: 'Projet d’entreprise et management' },
  { id: 'dialogue', label: 'Dialogue social et professionnel' },
] as const;
export type QvctThemeId = (typeof QVCT_THEMES)[number]['id'];

/** What figures are about: those themes, and two that are none of them. */
export const FIGURE_THEMES = [
  { id: 'emploi', label: 'Emploi' },
  ...QVCT_THEMES,
  { id: 'mobilite', label: 'Trajets' },
] as const;

/** Grammar of `content/qvct/<id>.yml`: one file for each theme, no other. */
export const QvctTheme = z.strictObject({
  id: z.enum(QVCT_THEMES.map(({ id }) => id)),
  sentence: z.string().describe('What the theme is about, in one plain sentence'),
});
export type QvctTheme = z.infer<typeof QvctTheme>;
