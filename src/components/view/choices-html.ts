import { formatNumber } from '#domain/french.ts';
import type { Choice } from './search-form.ts';
import type { MinimumField } from './search-values.ts';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const textOf = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign]!);
const valueOf = (text: string): string => (text === '' ? '' : `="${textOf(text)}"`);

/** Boxes to tick as HTML: a search has two hundred of them, and as elements they took half the time of the page. */
export const choicesHtml = (name: string, choices: readonly Choice[]): string =>
  choices
    .map(
      ({ name: own = name, value, label, count, isChosen, isDisabled, minimums = [] }) =>
        `<label class="choice"><input type="checkbox" name${valueOf(own)} value${valueOf(value)}` +
        `${isChosen ? ' checked' : ''}${isDisabled ? ' disabled' : ''}><span>${textOf(label)}</span>` +
        `${count === null ? '' : countHtml(count)}</label>${minimums.map(minimumHtml).join('')}`,
    )
    .join('');

const countHtml = (count: number): string =>
  `<span class="count"><span class="visually-hidden">\u00a0: </span>${formatNumber(count)}</span>`;

const minimumHtml = ({ name, label, unit, value }: MinimumField): string =>
  `<label class="minimum"><span>${textOf(label)}</span> ` +
  `<input type="text" inputmode="decimal" autocomplete="off" name${valueOf(name)} value${valueOf(value)}> ` +
  `<span>${textOf(unit)}</span></label>`;
