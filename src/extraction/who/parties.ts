import type { Scope } from '../../domain/extraction.ts';
import type { Unit } from '../context/units.ts';
import { normalize } from '../text/normalize.ts';
import { establishment, placeIn } from './places.ts';

/** First lines, among which the parties stand. */
const PARTIES_WITHIN = 14;
/** « Entre l’établissement « Usine de Tulle » de la société X, représenté par … »: it signs for itself. */
const PARTY =
  /^\W*(?:entre\W+)?l'(etablissement (?!public|bancaire|secondaire|principal|scolaire)[^,;:(]{3,70}?)(?= ?(?:[,;:(]|(?:de la|du|de l'|des) ?(?:societe|association|groupe|fondation|ues|sas|sa)\b|represente|sise?\b|situe|dont\b|$))/;
/** « La société X, établissement du Morbihan, SAS au capital de … » */
const OF_FIRM =
  /^\W*(?:entre\W+)?(?:la societe|l'association|l'entreprise|la sas|la sarl)\b[^,;]{2,80}, (etablissement (?:de |d'|du )(?!sante\b|soins\b|paiement\b|credit\b)[^,;:(]{3,50})(?=,.{0,160}\b(?:capital|siege|siret|inscrite?|immatricul|represente))/;
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

function isCalledAlike(name: string, legalName: string | null): boolean {
  const own = lettersOf(name.replace(/^etablissement (?:de |d'|du )?/, ''));
  const firm = lettersOf(legalName ?? '');
  return firm !== '' && (firm.includes(own) || own.includes(firm));
}

/** The establishment that signs the text in its own name, or that its title names; null where the firm does, or where both are called alike. */
export function partyIn(units: readonly Unit[], legalName: string | null): Scope | null {
  for (const { plain, raw } of units.slice(0, PARTIES_WITHIN)) {
    const signing = SIGNS.test(plain) ? PARTY.exec(plain)?.[1] : undefined;
    const name = signing ?? OF_FIRM.exec(plain)?.[1];
    if (!name) continue;
    if (signing && isCalledAlike(signing, legalName)) return null;
    const at = plain.indexOf(name);
    return { kind: 'establishment', label: raw.slice(at, at + name.length), sirets: [] };
  }
  return titlePlace(units);
}
