import type { Scope } from '../../domain/extraction.ts';
import type { Unit } from '../context/units.ts';
import { normalize } from '../text/normalize.ts';
import { establishment, placeIn } from './places.ts';

/** First lines, among which the parties stand. */
const PARTIES_WITHIN = 14;
/** « Entre l’établissement « Usine de Tulle » de la société X, représenté par … »: it signs for itself. */
const PARTY =
  /^\W*(?:entre\W+)?l'(etablissement (?!public|bancaire|secondaire|principal|scolaire)[^,;:(]{3,70}?)(?= ?(?:[,;:(]|(?:de la|du|de l'|des) ?(?:societe|association|groupe|fondation|ues|sas|sa)\b|represente|sise?\b|situe|dont\b|$))/;
const SIGNS = /\brepresente|\bsiret\b|\bci-apres\b|\bd'une part\b/;

/** « Négociation annuelle – Établissement de Troyes », at the end of a line above the parties. */
const TITLE_WITHIN = 10;
const ABOVE_PARTIES = /^\W*(?:(?:conclu )?entre\b|les soussign)/;
const IN_TITLE = /\betablissement (?:de |d'|du )(?!sante\b|soins\b|paiement\b|credit\b|l['’])[^,;:.|]{3,40}$/;

function titlePlace(units: readonly Unit[]): Scope | null {
  for (const unit of units.slice(0, TITLE_WITHIN)) {
    if (ABOVE_PARTIES.test(unit.plain)) return null;
    const label = IN_TITLE.test(unit.plain) ? placeIn(unit) : null;
    if (label) return establishment(label);
  }
  return null;
}

const lettersOf = (name: string): string => normalize(name).replace(/[^a-z0-9]/g, '');

/** The establishment that signs the text in its own name, or that its title names; null where the firm does, or where both are called alike. */
export function partyIn(units: readonly Unit[], legalName: string | null): Scope | null {
  for (const { plain, raw } of units.slice(0, PARTIES_WITHIN)) {
    const name = PARTY.exec(plain)?.[1];
    if (!name || !SIGNS.test(plain)) continue;
    const at = plain.indexOf(name);
    const own = lettersOf(name.replace(/^etablissement (?:de |d'|du )?/, ''));
    const firm = lettersOf(legalName ?? '');
    if (firm !== '' && (firm.includes(own) || own.includes(firm))) return null;
    return { kind: 'establishment', label: raw.slice(at, at + name.length), sirets: [] };
  }
  return titlePlace(units);
}
