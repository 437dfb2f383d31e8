import { count } from '#domain/french.ts';
import { escapeHtml } from './escape.ts';
import { linkHtml, linkTo } from './links-html.ts';
import type { OrderChoices } from './search-orders.ts';
import type { PlaceOption } from './search-places.ts';
import type { Criterion, Pager, Relaxation } from './search-words.ts';

/** The criteria of a search, each with the way to do without it. */
export function criteriaHtml(criteria: readonly Criterion[]): string {
  if (criteria.length === 0) return '';
  const items = criteria.map(({ label, removeHref }) => {
    const words = escapeHtml(label);
    return `<li>${words} ${linkTo(removeHref, `retirer<span class="visually-hidden"> ${words}</span>`)}</li>`;
  });
  const all = criteria.length > 1 ? '<li class="all"><a href="/recherche">Tout effacer</a></li>' : '';
  return `<ul class="criteria" aria-label="Critères de la recherche">${items.join('')}${all}</ul>`;
}

/** Which place was meant, where words for one name several or none. */
export function placeQuestionHtml(words: string, options: readonly PlaceOption[]): string {
  const asked = `«\u00a0${escapeHtml(words)}\u00a0»`;
  const items = options.map(
    ({ label, note, href }) =>
      `<li>${linkHtml({ href, label })} ${note ? `<span class="soft small">${escapeHtml(note)}</span>` : ''}</li>`,
  );
  return options.length > 0
    ? `<div class="place-question"><h2>Quel lieu\u00a0? Plusieurs répondent à ${asked}</h2><ul>${items.join('')}</ul></div>`
    : `<div class="place-question"><h2>Nous ne trouvons pas ${asked}</h2><p>${KNOWN_PLACES}</p></div>`;
}

const KNOWN_PLACES =
  'Nous connaissons les communes où un employeur du répertoire a un établissement, les départements et les régions. Essayez un département\u00a0: «\u00a035\u00a0» ou «\u00a0Ille-et-Vilaine\u00a0».';

/** What to relax when nobody is found, and what it would give. */
export function noResultHtml(relaxations: readonly Relaxation[]): string {
  const items = relaxations.map(
    ({ label, href, total }) => `<li>${linkTo(href, count(total, 'employeur'))} ${escapeHtml(label)}</li>`,
  );
  const ways =
    relaxations.length > 0
      ? `<p>En gardant le reste\u00a0:</p><ul class="relaxations">${items.join('')}</ul>`
      : '<p><a href="/recherche">Voir tous les employeurs</a>, ou <a href="/avantages">partir d’un avantage</a>.</p>';
  return (
    '<div class="no-result"><h2>Aucun texte publié ne répond à tous ces critères</h2>' +
    '<p>Cela ne veut pas dire qu’aucun employeur ne le fait\u00a0: beaucoup d’avantages ne passent pas par un accord publié.</p>' +
    `${ways}</div>`
  );
}

export const orderHtml = ({ text, others }: OrderChoices): string =>
  `<p class="order">${escapeHtml(text)} ${others.map((other) => `${linkHtml(other)} `).join('')}</p>`;

/** What was ticked in the list is compared by this button. */
export const BASKET_HTML =
  '<form class="basket" id="comparaison" action="/comparer" aria-label="Comparaison"><p class="soft small">Cochez de deux à six employeurs. <span class="ticked">Cochés\u00a0: </span></p><button type="submit">Comparer</button></form>';

export function pagerHtml({ previous, next, text }: NonNullable<Pager>): string {
  const button = (rel: 'prev' | 'next', href: string | null, words: string): string =>
    href === null
      ? '<span></span>'
      : `<a class="button quiet" rel="${rel}" href="${escapeHtml(href)}">${words}</a>`;
  return (
    `<nav class="pager" aria-label="Pages de résultats">${button('prev', previous, 'Page précédente')}` +
    `<span>${text}</span>${button('next', next, 'Page suivante')}</nav>`
  );
}
