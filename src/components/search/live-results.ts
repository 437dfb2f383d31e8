/**
 * Results as you type. Every change of the form is the address its plain submit would lead to; the page at that address
 * is fetched and its parts put in the place of these. Without this script the same form works by itself.
 */
const REGIONS = ['entete', 'filtres', 'resultats'];
const TYPING_MS = 180;

const form = document.querySelector<HTMLFormElement>('#filtres');
let asked: AbortController | null = null;
let timer = 0;

/** The address the form leads to; fields left empty say nothing. */
function addressOf(from: HTMLFormElement, submitter?: HTMLElement | null): string {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(from, submitter))
    if (typeof value === 'string' && value !== '') params.append(name, value);
  return `/recherche${params.size > 0 ? `?${params}` : ''}`;
}

/** Something to find the element again by, in another version of the page. */
function selectorOf(element: Element | null): string | null {
  if (!element || element === document.body) return null;
  if (element.id) return `#${CSS.escape(element.id)}`;
  const name = element.getAttribute('name');
  const value = element.getAttribute('value') ?? '';
  if (name) return `${element.localName}[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`;
  const href = element.getAttribute('href');
  return href ? `a[href="${CSS.escape(href)}"]` : null;
}

/** Where the focus goes when what had it is gone. */
function focusAgain(selector: string | null, near: string | null): void {
  const lost = document.activeElement === document.body || !document.activeElement;
  if (!lost || (!selector && !near)) return;
  const found = (selector && document.querySelector<HTMLElement>(selector)) || null;
  const usable = found && !(found as HTMLButtonElement).disabled ? found : null;
  const beside = near ? document.querySelector<HTMLElement>(near) : null;
  // A row taken away leaves the list it stood in.
  const around = document.querySelector<HTMLElement>(near ? '#priorites summary' : '#contenu');
  (usable ?? beside ?? around)?.focus({ preventScroll: true });
}

type Tick = { siren: string; name: string };
const ticks = (): Tick[] =>
  [...document.querySelectorAll<HTMLInputElement>('input[name=e][form=comparaison]:checked')].map((box) => ({
    siren: box.value,
    name: box.labels?.[0]?.textContent.replace(/^\s*Comparer\s*/, '').trim() ?? box.value,
  }));

/** Ticks outlive the list they were made in: those no longer shown stay beside the button. */
function keepTicks(before: Tick[]): void {
  const basket = document.querySelector('#comparaison');
  for (const { siren, name } of before) {
    const box = document.querySelector<HTMLInputElement>(`input[name=e][value="${CSS.escape(siren)}"]`);
    if (box) {
      box.checked = true;
      continue;
    }
    const label = document.createElement('label');
    label.className = 'choice';
    const kept = Object.assign(document.createElement('input'), { type: 'checkbox', name: 'e', value: siren, checked: true }); // prettier-ignore
    kept.setAttribute('form', 'comparaison');
    label.append(kept, ` ${name}`);
    basket?.prepend(label);
  }
}

/** A title keeps its words when what it sums up changes. */
const titleOf = (summary: Element): string => (summary.querySelector('h2') ?? summary).textContent.trim();

/** Blocks that were opened by hand stay open. */
const openBlocks = (): string[] =>
  [...document.querySelectorAll(':is(#filtres, #priorites) details[open] > summary')].map(titleOf);
function openAgain(blocks: string[]): void {
  for (const summary of document.querySelectorAll(':is(#filtres, #priorites) details > summary'))
    if (blocks.includes(titleOf(summary))) summary.parentElement!.setAttribute('open', '');
}

/** « Crèche (3), Mutuelle (2) »; empty without priorities. */
const priorityLine = (): string =>
  document.querySelector('#priorites .priority-line')?.textContent.trim() ?? '';

function show(page: Document): void {
  const focused = document.activeElement;
  const selector = selectorOf(focused);
  const near = focused?.closest('li')?.getAttribute('data-priority');
  const kept = { ticks: ticks(), blocks: openBlocks(), priorities: priorityLine() };
  for (const id of REGIONS) {
    const [old, next] = [document.getElementById(id), page.getElementById(id)];
    if (!old || !next) continue;
    // The form itself stays: fields elsewhere on the page belong to it.
    if (id === 'filtres') old.replaceChildren(...document.importNode(next, true).childNodes);
    else old.replaceWith(document.importNode(next, true));
  }
  document.title = page.title;
  openAgain(kept.blocks);
  keepTicks(kept.ticks);
  focusAgain(selector, near ? `[data-priority="${CSS.escape(near)}"] button:not(:disabled)` : null);
  const status = document.getElementById('annonce');
  const count = document.querySelector('#entete h1')?.textContent ?? '';
  // A move changes the order, not the count: what would be said again unchanged is not spoken.
  const priorities = priorityLine();
  const isMoved = priorities !== '' && priorities !== kept.priorities;
  if (status) status.textContent = isMoved ? `${count}. Mes priorités\u00a0: ${priorities}.` : count;
}

async function go(address: string): Promise<void> {
  asked?.abort();
  const mine = (asked = new AbortController());
  document.getElementById('resultats')?.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(address, { signal: mine.signal, headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (mine.signal.aborted) return;
    if (!response.ok || !page.getElementById('resultats')) throw new Error(String(response.status));
    show(page);
    const { pathname, search } = new URL(response.url);
    // The form says every default again; the page knows the short address of the same results.
    const short = document.getElementById('resultats')?.dataset.address;
    history.replaceState(null, '', short ?? pathname + search);
  } catch {
    if (!mine.signal.aborted) location.assign(address);
  }
}

/** Once the filters are applied by their button: the results, and whoever reads on begins at their number. */
function leaveFilters(): void {
  document.querySelector('.filters')?.removeAttribute('open');
  const count = document.querySelector<HTMLElement>('#entete h1');
  if (count) count.tabIndex = -1;
  count?.focus();
}

/** Puts a priority before another one, by dragging; the buttons do the same. */
function listenToDrags(within: HTMLFormElement): void {
  const rowOf = (event: Event): HTMLElement | null =>
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-priority]') : null;
  let dragged: HTMLElement | null = null;
  document.addEventListener('pointerdown', (event) => rowOf(event)?.setAttribute('draggable', 'true'));
  document.addEventListener('dragstart', (event) => (dragged = rowOf(event)));
  document.addEventListener('dragover', (event) => {
    const over = rowOf(event);
    if (!dragged || !over) return;
    event.preventDefault();
    const { top, height } = over.getBoundingClientRect();
    if (over !== dragged) over[event.clientY < top + height / 2 ? 'before' : 'after'](dragged);
  });
  document.addEventListener('dragend', () => {
    if (dragged) void go(addressOf(within));
    dragged = null;
  });
}

if (form) {
  let isPointing = false;
  document.addEventListener('pointerdown', () => (isPointing = true), true);
  document.addEventListener('keydown', () => (isPointing = false), true);
  const isOwn = (target: EventTarget | null): target is HTMLInputElement | HTMLSelectElement =>
    target instanceof HTMLElement && 'form' in target && target.form === form;
  document.addEventListener('input', ({ target }) => {
    if (!isOwn(target) || target.type !== 'search') return;
    clearTimeout(timer);
    timer = window.setTimeout(() => void go(addressOf(form)), TYPING_MS);
  });
  document.addEventListener('change', ({ target }) => {
    if (!isOwn(target) || target.type === 'search') return;
    // Arrow keys walk through a closed list and change it at each step: the buttons say when a choice is made.
    if (target instanceof HTMLSelectElement && !isPointing) return;
    clearTimeout(timer);
    void go(addressOf(form));
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    const isApplied = event.submitter?.matches('.apply button') ?? false;
    void go(addressOf(form, event.submitter)).then(() => isApplied && leaveFilters());
  });
  listenToDrags(form);
}
