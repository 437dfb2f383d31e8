import { escapeHtml } from './escape.ts';

export type Option = { value: string; label?: string; isDisabled?: boolean };

/** Options of a list as HTML: hundreds of them as elements would take longer to render than the rest of the page. */
export const optionsHtml = (options: Iterable<Option>): string =>
  Array.from(
    options,
    ({ value, label, isDisabled }) =>
      `<option value="${escapeHtml(value)}"${isDisabled ? ' disabled' : ''}>${escapeHtml(label ?? '')}</option>`,
  ).join('');
