import { proposeNames } from './name-combobox.ts';

/** A proposal of such a field leads to a page: `data-name-links` is its address, up to the SIREN. */
for (const holder of document.querySelectorAll<HTMLElement>('[data-name-links]')) {
  const field = document.getElementById(holder.dataset.nameFor ?? '');
  if (!(field instanceof HTMLInputElement)) continue;
  // A search field may not be a combobox; it keeps its look and its key on a phone.
  field.type = 'text';
  field.enterKeyHint = 'search';
  proposeNames(field, ({ siren }) => location.assign(`${holder.dataset.nameLinks}${siren}`));
}
