export type Option = { value: string; label?: string; isDisabled?: boolean };

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Options of a list as HTML: hundreds of them as elements would take longer to render than the rest of the page. */
export const optionsHtml = (options: Iterable<Option>): string =>
  Array.from(
    options,
    ({ value, label, isDisabled }) =>
      `<option value="${escape(value)}"${isDisabled ? ' disabled' : ''}>${escape(label ?? '')}</option>`,
  ).join('');
