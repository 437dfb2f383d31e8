import { formatNumber } from '#domain/french.ts';
import { escapeHtml } from './escape.ts';
import type { Choice, FamilyChoices } from './search-form.ts';
import type { MinimumField } from './search-values.ts';

const valueOf = (text: string): string => (text === '' ? '' : `="${escapeHtml(text)}"`);

/** Boxes to tick as HTML: a search has two hundred of them, and as elements they took half the time of the page. */
export const choicesHtml = (name: string, choices: readonly Choice[]): string =>
  choices
    .map(
      ({ name: own = name, value, label, count, isChosen, isDisabled, minimums = [] }) =>
        `<label class="choice"><input type="checkbox" name${valueOf(own)} value${valueOf(value)}` +
        `${isChosen ? ' checked' : ''}${isDisabled ? ' disabled' : ''}><span>${escapeHtml(label)}</span>` +
        `${count === null ? '' : countHtml(count)}</label>${minimums.map(minimumHtml).join('')}`,
    )
    .join('');

const countHtml = (count: number): string =>
  `<span class="count"><span class="visually-hidden">\u00a0: </span>${formatNumber(count)}</span>`;

const minimumHtml = ({ name, label, unit, value }: MinimumField): string =>
  `<label class="minimum"><span>${escapeHtml(label)}</span> ` +
  `<input type="text" inputmode="decimal" autocomplete="off" name${valueOf(name)} value${valueOf(value)}> ` +
  `<span>${escapeHtml(unit)}</span></label>`;

/** The inside of a group of boxes. `folded`: those under one more fold, by the words that open it. */
export const groupHtml = (legend: string, name: string, choices: readonly Choice[], folded = ''): string =>
  `<legend>${escapeHtml(legend)}</legend>${choicesHtml(name, choices)}${folded}`;

export const foldedHtml = (words: string, inside: string, isOpen = false): string =>
  `<details${isOpen ? ' open' : ''}><summary>${escapeHtml(words)}</summary>${inside}</details>`;

export const familiesHtml = (families: readonly FamilyChoices[]): string =>
  families
    .map(({ label, whole, benefits, isOpen }) =>
      foldedHtml(
        label,
        `${whole ? choicesHtml('famille', [whole]) : ''}${choicesHtml('avantage', benefits)}`,
        isOpen,
      ),
    )
    .join('');
