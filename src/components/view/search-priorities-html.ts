import { escapeHtml } from './escape.ts';
import { linkHtml, linkTo } from './links-html.ts';
import { optionsHtml } from './options.ts';
import { describePriorities, type PriorityForm, type PriorityRow } from './search-priorities.ts';

/** What counts without being required: a form that belongs to the filters. */
export function prioritiesHtml({ rows, choices, presets, required }: PriorityForm): string {
  const hasRows = rows.length > 0;
  const line = rows.map(({ label, weight }) => `${label} (${weight})`).join(', ');
  return (
    '<section class="my-priorities" id="priorites" aria-labelledby="mes-priorites">' +
    `<details${hasRows ? ' class="chosen"' : ''}><summary>` +
    `<h2 id="mes-priorites">${hasRows ? 'Mes priorités' : 'Classer selon mes priorités'}</h2>` +
    (hasRows ? `<span class="priority-line small">${escapeHtml(line)}</span>` : '') +
    `</summary><p class="small soft">${hasRows ? HOW_THEY_WEIGH : WHAT_THEY_ARE}</p>` +
    (hasRows ? rowsHtml(rows) : '') +
    (required.length > 0 ? requiredHtml(required) : '') +
    (choices.length > 0 ? addHtml(choices) : '') +
    (hasRows ? '' : presetsHtml(presets)) +
    '</details></section>'
  );
}

const HOW_THEY_WEIGH =
  'La première pèse le plus. Ce que nous ignorons ne compte ni pour, ni contre\u00a0: chaque résultat dit ce qui pourrait changer. Rien n’est enregistré, tout est dans l’adresse de la page.';
const WHAT_THEY_ARE =
  'Jusqu’à cinq avantages qui comptent sans être indispensables\u00a0: les employeurs qui en attestent le plus viennent d’abord.';

const rowsHtml = (rows: readonly PriorityRow[]): string =>
  `<ol class="priority-rows" aria-label="Mes priorités, dans l’ordre\u00a0: ${escapeHtml(describePriorities(rows))}">` +
  `${rows.map(rowHtml).join('')}</ol>`;

function rowHtml({ id, label, weight, isFirst, isLast, requireHref }: PriorityRow): string {
  const name = escapeHtml(label);
  const button = (move: string, words: string, isDisabled = false): string =>
    `<button class="quiet" type="submit" form="filtres" name="${move}" value="${id}"${isDisabled ? ' disabled' : ''}>` +
    `${words}<span class="visually-hidden"> ${name}</span></button>`;
  return (
    `<li data-priority="${id}"><input type="hidden" name="priorite" value="${id}" form="filtres">` +
    `<span class="priority-name">${name}</span><span class="soft small">compte pour ${weight}</span>` +
    '<span class="priority-moves">' +
    button('monter', 'Monter', isFirst) +
    button('descendre', 'Descendre', isLast) +
    button('retirer', 'Retirer') +
    `<a class="small" href="${escapeHtml(requireHref)}">Exiger` +
    `<span class="visually-hidden"> ${name} de tous les résultats</span></a></span></li>`
  );
}

function requiredHtml(required: PriorityForm['required']): string {
  const items = required.map(({ label, wishHref }) => {
    const name = escapeHtml(label);
    return (
      `<li>${name}, exigé de tous les résultats\u00a0: ` +
      `${linkTo(wishHref, `en faire un souhait<span class="visually-hidden"> (${name})</span>`)}</li>`
    );
  });
  return `<ul class="priority-required small">${items.join('')}</ul>`;
}

const addHtml = (choices: PriorityForm['choices']): string =>
  '<div class="priority-add"><div class="field"><label for="priorite">Ajouter une priorité</label>' +
  '<select id="priorite" name="priorite" form="filtres"><option value="">Choisir un avantage</option>' +
  `${optionsHtml(choices)}</select></div><button class="quiet" type="submit" form="filtres">Ajouter</button></div>`;

const presetsHtml = (presets: PriorityForm['presets']): string =>
  `<p class="priority-presets">Ou partir d’une situation\u00a0: ${presets.map((link) => `${linkHtml(link)} `).join('')}</p>`;
