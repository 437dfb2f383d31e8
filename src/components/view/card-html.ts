import { familyMarksSvg } from '../star-svg.ts';
import { badgeHtml, claimsHtml } from './claims-html.ts';
import { escapeHtml } from './escape.ts';
import type { SearchCard } from './search-card.ts';
import type { Reasons } from './search-priorities.ts';

const COMPARE_FORM = 'comparaison';

/** The results of a page as HTML: as elements, twenty cards took as long as the search. */
export const cardsHtml = (cards: readonly SearchCard[]): string => cards.map(cardHtml).join('');

function cardHtml(card: SearchCard): string {
  const name = escapeHtml(card.name);
  const pick = `name="e" value="${card.siren}" form="${COMPARE_FORM}"`;
  return (
    `<li class="result">${familyMarksSvg(card.marks, card.marksText)}<div class="result-body">` +
    `<h2><a href="${card.href}">${name}</a></h2>` +
    (card.line && `<p class="soft small">${escapeHtml(card.line)}</p>`) +
    (card.distance ? `<p class="result-distance small">${escapeHtml(card.distance)}</p>` : '') +
    (card.reasons ? reasonsHtml(card.reasons, name) : '') +
    (card.claims.length > 0 ? `<ul class="result-claims">${claimsHtml(card.claims)}</ul>` : '') +
    `<p class="soft small">${escapeHtml(card.more)}</p>` +
    `<p class="pick"><label class="choice"><input type="checkbox" ${pick}>` +
    `<span>Comparer<span class="visually-hidden"> ${name}</span></span></label>` +
    `<button class="quiet with-ticked" type="submit" ${pick}>` +
    `Comparer avec les cochés<span class="visually-hidden">\u00a0: ${name}</span></button></p></div></li>`
  );
}

/** Why a result stands where it stands; `name` is HTML. */
function reasonsHtml({ summary, interval, tie, rows }: Reasons, name: string): string {
  const shown = rows.map(
    ({ label, value, standing, state, words }) =>
      `<li${standing === 'attested' ? '' : ' class="unknown"'}><span class="result-benefit">${escapeHtml(label)}</span>` +
      (value ? `<span class="result-values"><strong>${escapeHtml(value)}</strong></span>` : '') +
      (state === null ? `<span class="soft small">${escapeHtml(words)}</span>` : badgeHtml(state, words)) +
      '</li>',
  );
  const weighed = rows.map(
    ({ label, weight, standing, words }) =>
      `<li>${escapeHtml(label)}, compte pour ${weight}\u00a0: ${standing === 'attested' ? 'attesté' : escapeHtml(words)}</li>`,
  );
  return (
    `<div class="reasons"><p><strong>${escapeHtml(summary)}</strong></p><ul class="reason-rows">${shown.join('')}</ul>` +
    `<details><summary>Pourquoi ce résultat<span class="visually-hidden">\u00a0: ${name}</span></summary>` +
    `<ul class="small">${weighed.join('')}</ul><p class="small">${escapeHtml(interval)} ${escapeHtml(tie ?? '')}</p></details></div>`
  );
}
