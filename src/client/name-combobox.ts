/**
 * A text field that proposes employers while a name is typed: the editable combobox with a list of the WAI-ARIA
 * Authoring Practices. The focus never leaves the field; our server alone is asked.
 */
export type NameOption = { siren: string; name: string; note: string };

const TYPING_MS = 150;
const TYPED_MIN = 2;
const LIST_ID = 'noms-proposes';

const announce = (count: number): string =>
  count === 0
    ? 'Aucun employeur de ce nom parmi ceux que nous connaissons.'
    : `${count > 1 ? `${count} employeurs proposés` : '1 employeur proposé'}. Flèche bas pour choisir.`;

/** What is being typed: the last name, after those before a comma. */
const lastName = (value: string): string => value.split(/[,;]/).at(-1)!.trim();

/**
 * @param field input of type text, in an element that can hold the list
 * @param choose called with the option taken by Enter, click or tap
 */
export function proposeNames(field: HTMLInputElement, choose: (option: NameOption) => void): void {
  const list = Object.assign(document.createElement('ul'), { id: `${LIST_ID}-${field.id}`, hidden: true });
  list.className = 'combo-list';
  list.role = 'listbox';
  list.ariaLabel = 'Employeurs proposés';
  const status = document.createElement('p');
  status.className = 'visually-hidden';
  status.role = 'status';
  field.role = 'combobox';
  field.ariaAutoComplete = 'list';
  field.ariaExpanded = 'false';
  field.setAttribute('aria-controls', list.id);
  field.after(list, status);

  let options: NameOption[] = [];
  let active = -1;
  let timer = 0;
  let asked: AbortController | null = null;

  const mark = (index: number): void => {
    active = index;
    for (const [rank, item] of [...list.children].entries()) item.ariaSelected = String(rank === index);
    const item = list.children[index];
    if (item) {
      field.setAttribute('aria-activedescendant', item.id);
      item.scrollIntoView({ block: 'nearest' });
    } else field.removeAttribute('aria-activedescendant');
  };
  const close = (): void => {
    clearTimeout(timer);
    asked?.abort();
    list.hidden = true;
    field.ariaExpanded = 'false';
    mark(-1);
  };
  const take = (index: number): void => {
    const option = options[index]!;
    close();
    status.textContent = '';
    choose(option);
  };
  const itemOf = ({ name, note }: NameOption, index: number): HTMLLIElement => {
    const item = Object.assign(document.createElement('li'), { id: `${list.id}-${index}` });
    item.role = 'option';
    item.ariaSelected = 'false';
    const small = Object.assign(document.createElement('span'), {
      className: 'soft small',
      textContent: note,
    });
    item.append(name, ' ', small);
    item.addEventListener('click', () => take(index));
    return item;
  };
  const open = (): void => {
    list.hidden = options.length === 0;
    field.ariaExpanded = String(options.length > 0);
  };

  async function ask(text: string): Promise<void> {
    asked?.abort();
    const mine = (asked = new AbortController());
    try {
      const response = await fetch(`/noms.json?q=${encodeURIComponent(text)}`, { signal: mine.signal });
      const found = response.ok ? ((await response.json()) as NameOption[]) : [];
      if (mine.signal.aborted || document.activeElement !== field) return;
      options = found;
      list.replaceChildren(...found.map(itemOf));
      mark(-1);
      open();
      status.textContent = announce(found.length);
    } catch {
      // Without an answer the field still works as a plain one.
    }
  }

  field.addEventListener('input', () => {
    clearTimeout(timer);
    const text = lastName(field.value);
    if (text.length < TYPED_MIN) {
      options = [];
      close();
    } else timer = window.setTimeout(() => void ask(text), TYPING_MS);
  });
  field.addEventListener('keydown', (event) => {
    const isOpen = !list.hidden;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && options.length > 0) {
      open();
      // Beyond either end stands the field itself.
      const places = options.length + 1;
      mark(((active + 1 + step + places) % places) - 1);
    } else if (event.key === 'Enter' && isOpen && active >= 0) take(active);
    else if (event.key === 'Escape' && isOpen) close();
    else return;
    event.preventDefault();
  });
  // The field keeps the focus while an option is pressed.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('mousedown', (event) => event.preventDefault());
  field.addEventListener('blur', close);
}
