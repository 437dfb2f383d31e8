/** Words that a reading gives back by those that patterns are written with: one way of saying it is enough there. */

/**
 * What employers call themselves, for « l’employeur ». Not « la caisse » nor « la mutuelle », which may insure, nor « l’association de
 * son choix ».
 */
const EMPLOYER =
  /(?<!\b(?:accords?|plans?|reserve) (?:\w+ )?(?:de |d')\w+ (?:de |d'))\bl'(?:association|office|ues|institut|hopital|etablissement)\b(?! (?:partenaire|choisie|concernee|beneficiaire|d'accueil|de (?:son|leur) choix|public))|\bla (?:fondation|cooperative|clinique|filiale|regie|sas|sarl|banque(?! d))\b|(?<=\bpar )le groupe\b(?! (?:de|d'))|^le groupe\b(?! (?:de|d'))/;
const OF_GROUP = /(?<=\b(?:charge|part|participation|contribution|abondement|aide|financement) )du groupe\b/;
const PAYER =
  '(?<=\\b(?:employeur|entreprise|societe|direction|association|fondation|cooperative|clinique|office|etablissement|ues|banque) )';

/** What is said, what it is read as, and the word that it opens for each word of it. */
const SYNONYMS: readonly [said: RegExp, read: string, opens: Readonly<Record<string, readonly string[]>>][] = [
  [/\bmembres du personnel\b/, 'salaries', { membres: ['salaries'] }],
  [/\bcollaborateur(?=s?\b)/, 'salarie', { collaborateur: ['salarie'], collaborateurs: ['salaries'] }],
  [OF_GROUP, "de l'employeur", { groupe: ['employeur'] }],
  [
    EMPLOYER,
    "l'employeur",
    Object.fromEntries(
      'association office ues institut hopital etablissement fondation cooperative clinique filiale regie sas sarl banque groupe'
        .split(' ')
        .map((word) => [word, ['employeur']]),
    ),
  ],
  [/\boctroi(?=e|en)/, 'accord', { octroie: ['accorde'], octroient: ['accordent'], octroiera: ['accordera'], octroieront: ['accorderont'] }],
  [/\boctroy(?=e)/, 'accord', { octroyer: ['accorder'], octroye: ['accorde'], octroyee: ['accordee'], octroyes: ['accordes'], octroyees: ['accordees'] }],
  [/\bconsenti(?=e?s?\b)/, 'accorde', { consenti: ['accorde'], consentie: ['accordee'], consentis: ['accordes'], consenties: ['accordees'] }],
  [/\breleve(?=e?s? (?:de <[^>]*> )?a <)/, 'porte', { releve: ['porte'], relevee: ['portee'], releves: ['portes'], relevees: ['portees'] }],
  [/\bpa(?:ie|ye)r(?=a\b|ont\b)/, 'verser', { paiera: ['versera'], payera: ['versera'], paieront: ['verseront'], payeront: ['verseront'] }],
  [/\bfinancement(?= (?:par l'|employeur\b|patronal|integral|total|(?:de|a) <pct|a hauteur|de (?:la |l')?(?:mutuelle|prevoyance|cotisation|complementaire)|des (?:cotisations|abonnements|transports)))/, 'prise en charge', { financement: ['prise', 'charge'] }],
  [new RegExp(`${PAYER}finance(?:ra)?\\b`), 'prend en charge', { finance: ['prend', 'charge'], financera: ['prend', 'charge'] }],
]; // prettier-ignore

/** Each of these may stand in a text that is read otherwise. */
export const SAID = new RegExp(SYNONYMS.map(([said]) => said.source).join('|'));
const EACH = new RegExp(SYNONYMS.map(([said]) => `(${said.source})`).join('|'), 'g');
const READ = SYNONYMS.map(([, read]) => read);

/** `groups`: which of them is said. */
export const inCommonWords = (reading: string): string =>
  reading.replace(EACH, (_, ...groups: unknown[]) => READ[groups.findIndex((one) => one !== undefined)]!);

const PER = / ?\/ ?(?=(?:an|mois|semaine|jour)\b)/g;
/** « 10 €/mois » */
export const withPeriods = (reading: string): string =>
  reading.includes('/') ? reading.replace(PER, ' par ') : reading;

const OPENS = new Map(SYNONYMS.flatMap(([, , opens]) => Object.entries(opens)));
/** Words that patterns may find in the reading of a text that prints this one. */
export const readAs = (word: string): readonly string[] => OPENS.get(word) ?? NONE;
const NONE: readonly string[] = [];
