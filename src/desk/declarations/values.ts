import type { Benefit, ValueSlot } from '#domain/benefit.ts';
import { LABEL_MAX } from '#domain/declaration.ts';
import { InputError, type Fault } from '#domain/errors.ts';
import type { Values } from '#domain/extraction.ts';
import { formatNumber } from '#domain/french.ts';
import { faultsOfPublicWords } from '../public-words.ts';

/** How a value of this slot is asked for. */
export const kindOf = ({ unit }: Pick<ValueSlot, 'unit'>): 'flag' | 'text' | 'number' =>
  unit === 'oui/non' ? 'flag' : unit === 'texte' ? 'text' : 'number';

/** « 1 234,5 » as a number; null when it is none. */
export function readNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]|(?:€|%)$/g, '').replace(',', '.');
  return /^\d{1,9}(?:\.\d{1,4})?$/.test(plain) ? Number(plain) : null;
}

/** What is typed for one slot; undefined when nothing is. @throws InputError with the label of the slot */
function readValue({ label, unit, min, max }: ValueSlot, typed: string): Values[string] | undefined {
  if (typed === '') return undefined;
  const kind = kindOf({ unit });
  if (kind === 'flag') {
    if (/^(?:oui|on|true)$/i.test(typed)) return true;
    throw new InputError(`${label} : écrivez « oui », ou laissez vide.`);
  }
  if (kind === 'text') {
    const [fault] = faultsOfPublicWords(typed, { most: LABEL_MAX });
    if (fault) throw new InputError(`${label} : ${fault}`);
    return typed;
  }
  const value = readNumber(typed);
  if (value === null) throw new InputError(`${label} : écrivez un nombre, par exemple 2 ou 2,5.`);
  if ((min !== undefined && value < min) || (max !== undefined && value > max))
    throw new InputError(
      `${label} : écrivez un nombre ${range(min, max)} (unité : ${unit}). Vous avez écrit ${formatNumber(value)}.`,
    );
  return value;
}

function range(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return `entre ${formatNumber(min)} et ${formatNumber(max)}`;
  return min !== undefined ? `d’au moins ${formatNumber(min)}` : `d’au plus ${formatNumber(max!)}`;
}

/** Values of a benefit from what is typed for each slot. @throws InputError with everything that is wrong, at once */
export function readValues(benefit: Benefit, typedOf: (slot: string) => string): Values {
  const values: Values = {};
  const faults: Fault[] = [];
  for (const [name, slot] of Object.entries(benefit.values)) {
    try {
      const value = readValue(slot, typedOf(name));
      if (value !== undefined) values[name] = value;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.push({ words: error.message, field: `valeur-${name}` });
    }
  }
  if (faults.length > 0) throw new InputError(faults);
  return values;
}
