import { annotate, drop, exportText, keep, readKept, sharedSirens, type Kept } from './shortlist.ts';

const COMPARED_MAX = 6;
const find = <T extends HTMLElement>(name: string): T => document.querySelector<T>(`[data-list=${name}]`)!;
const template = find<HTMLTemplateElement>('row');
const rows = find('rows');
const status = find('status');

const plural = (n: number): string =>
  n === 0 ? 'Votre liste est vide.' : n === 1 ? '1 employeur gardé.' : `${n} employeurs gardés.`;

function show(): void {
  const kept = readKept();
  rows.replaceChildren(...kept.map(rowOf));
  find('full').hidden = kept.length === 0;
  find('empty').hidden = kept.length > 0;
  status.textContent = plural(kept.length);
  const sirens = kept.slice(0, COMPARED_MAX).map(({ siren }) => siren);
  const compare = find<HTMLAnchorElement>('compare');
  compare.href = `/comparer?e=${sirens.join('-')}`;
  compare.textContent = kept.length > COMPARED_MAX ? 'Comparer les six premiers' : 'Comparer ces employeurs';
  find('compare-line').hidden = kept.length < 2;
  find<HTMLInputElement>('link').value =
    `${location.origin}/ma-liste#e=${kept.map(({ siren }) => siren).join('-')}`;
}

/** The name stands above on the screen; said again to who does not see it. */
const hiddenWords = (words: string): HTMLElement =>
  Object.assign(document.createElement('span'), { className: 'visually-hidden', textContent: words });

function rowOf({ siren, name, note }: Kept): Node {
  const row = template.content.cloneNode(true) as DocumentFragment;
  const link = row.querySelector('a')!;
  link.href = `/employeurs/${siren}`;
  link.textContent = name;
  const area = row.querySelector('textarea')!;
  const label = row.querySelector('label')!;
  area.id = `note-${siren}`;
  label.htmlFor = area.id;
  label.append(hiddenWords(` sur ${name}`));
  area.value = note;
  area.addEventListener('input', () => annotate(siren, area.value));
  const remove = row.querySelector('button')!;
  remove.append(hiddenWords(` ${name}`));
  remove.addEventListener('click', () => {
    drop(siren);
    show();
    status.textContent = `${name} est retiré. ${plural(readKept().length)}`;
    status.focus();
  });
  return row;
}

find('export').addEventListener('click', () => {
  const file = new Blob([exportText(readKept(), location.origin)], { type: 'text/plain;charset=utf-8' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'ma-liste.txt';
  link.click();
  URL.revokeObjectURL(link.href);
});

/** A shared link holds SIRENs only: names come from the pages themselves. */
async function takeShared(): Promise<void> {
  const sirens = sharedSirens(location.hash);
  if (sirens.length === 0) return;
  const known = new Set(readKept().map(({ siren }) => siren));
  let added = 0;
  for (const siren of sirens.filter((each) => !known.has(each))) {
    const answer = await fetch(`/employeurs/${siren}.json`).catch(() => null);
    if (!answer?.ok) continue;
    const { name } = (await answer.json()) as { name: string };
    if (keep(siren, name)) added += 1;
  }
  history.replaceState(null, '', location.pathname);
  show();
  status.textContent =
    added > 0
      ? `${added > 1 ? `${added} employeurs du lien sont ajoutés` : '1 employeur du lien est ajouté'} à votre liste.`
      : 'Les employeurs de ce lien sont déjà dans votre liste, ou n’ont plus de page.';
}

find('page').hidden = false;
show();
addEventListener('hashchange', () => void takeShared());
void takeShared();
