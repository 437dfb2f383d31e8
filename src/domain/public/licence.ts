import { z } from 'zod';

/** What every file and answer of the open data says about its use. */
export const Licence = z.strictObject({
  name: z.string(),
  identifier: z.string().describe('Identifiant SPDX'),
  url: z.url(),
  attribution: z.string().describe('Mention à reproduire avec les données'),
});
export type Licence = z.infer<typeof Licence>;

/** The licence of the agreements (DILA) and of SIRENE (INSEE); what is made from them keeps it. */
export const LICENCE: Licence = {
  name: 'Licence Ouverte 2.0',
  identifier: 'etalab-2.0',
  url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
  attribution:
    'Star finder, d’après les accords d’entreprise de la base ACCO (DILA) et le répertoire Sirene (INSEE) ; ' +
    'chaque ligne porte le fichier, l’adresse et la date de sa source.',
};

/** Said with the licence: data of a real base and invented data must never be taken for each other. */
export const FICTIONAL_NOTE =
  'Les lignes dont « isFictional » (ou « is_fictional ») est vrai sont inventées : ces employeurs n’existent pas.';

/** The one sentence that no reuse should lose. */
export const SILENCE_NOTE =
  'Une absence de ligne veut dire « aucune trace publique », jamais une absence d’avantage.';
