import { formatNumber, NO_BREAK_SPACE } from '#domain/french.ts';
import { isPlaceChosen } from '#domain/search-place.ts';
import type { SearchQuery } from '#domain/search.ts';
import { areLive } from '#search/live-states.ts';
import { knownPlaces } from '#search/places.ts';
import { DEFAULT_RADIUS_KM, orderWord } from '#search/query-parts.ts';
import { choicesHtml, familiesHtml, foldedHtml, groupHtml } from './choices-html.ts';
import { linkHtml } from './links-html.ts';
import { optionsHtml } from './options.ts';
import type { Choice, SearchForm } from './search-form.ts';
import { placeNamesHtml } from './search-places.ts';

const SECTORS_SHOWN = 6;

/** The filters of the search page, with what each of them would find. */
export function filtersHtml(form: SearchForm, query: SearchQuery): string {
  const order = orderWord(query);
  const isLive = areLive(query.states);
  const others = form.sectors.slice(SECTORS_SHOWN);
  const otherSectors =
    others.length > 0 ? foldedHtml('Tous les secteurs', choicesHtml('secteur', others)) : '';
  const states = foldedHtml(
    isLive ? 'En vigueur seulement' : 'États choisis',
    choicesHtml('etat', form.states),
    !isLive,
  );
  return (
    '<form class="search-form" id="filtres" action="/recherche" aria-label="Filtres"><details class="filters">' +
    '<summary>Filtrer les résultats</summary><div class="filter-groups">' +
    (form.families.length > 0
      ? `<fieldset><legend>Avantages attestés</legend>${familiesHtml(form.families)}</fieldset>`
      : '') +
    placeHtml(form, query) +
    (form.headcounts.length > 0
      ? `<fieldset>${groupHtml('Effectif', 'effectif', form.headcounts)}</fieldset>`
      : '') +
    (form.sectors.length > 0
      ? `<fieldset>${groupHtml('Secteur', 'secteur', form.sectors.slice(0, SECTORS_SHOWN), otherSectors)}</fieldset>`
      : '') +
    (form.branches.length > 0 ? branchesHtml(form.branches, query.branches.length > 0) : '') +
    `<fieldset>${groupHtml('État', 'etat', [], states)}</fieldset>` +
    (order ? `<input type="hidden" name="tri" value="${order}">` : '') +
    '<p class="apply"><button type="submit">Appliquer les filtres</button></p></div></details></form>'
  );
}

const branchesHtml = (branches: readonly Choice[], isOpen: boolean): string =>
  `<fieldset><legend>Convention collective</legend><details${isOpen ? ' open' : ''}>` +
  '<summary>Choisir une branche, par son numéro (IDCC)</summary><p class="small soft">' +
  'IDCC\u00a0: numéro officiel d’une convention collective, que l’employeur déclare chaque mois.</p>' +
  `${choicesHtml('branche', branches)}</details></fieldset>`;

function placeHtml(form: SearchForm, query: SearchQuery): string {
  /** Without SIRENE, an employer is known by the department of its filings alone. */
  const hasCommunes = knownPlaces().size > 0;
  const chosen = form.departments.filter(({ isChosen }) => isChosen);
  return (
    '<fieldset class="place-filter"><legend>Lieu</legend>' +
    choicesHtml('pres', form.places) +
    choicesHtml('departement', chosen) +
    `<label class="field" for="lieu">${hasCommunes ? 'Commune, département ou région' : 'Département ou région'}</label>` +
    '<input type="text" id="lieu" name="lieu" list="lieux" autocomplete="off" maxlength="80">' +
    `<datalist id="lieux">${placeNamesHtml()}</datalist>` +
    (hasCommunes
      ? '<label class="field" for="rayon">Autour d’une commune</label>' +
        `<select id="rayon" name="rayon">${radiusOptionsHtml(query.near?.km)}</select>`
      : '') +
    '<label class="field" for="departement">Ou un département de la liste</label><select id="departement" name="departement">' +
    `<option value="">${chosen.length > 0 ? 'Ajouter un département' : 'Tous les départements'}</option>` +
    `${otherDepartmentsHtml(form.departments)}</select>` +
    (isPlaceChosen(query)
      ? '<label class="choice"><input type="checkbox" name="ou" value="teletravail"' +
        `${query.isRemoteAccepted ? ' checked' : ''}><span>Ou télétravail attesté, où que ce soit</span></label>`
      : '') +
    (form.narrower.length > 0 ? narrowerHtml(form.narrower) : '') +
    '</fieldset>'
  );
}

const otherDepartmentsHtml = (departments: readonly Choice[]): string =>
  optionsHtml(
    departments
      .filter(({ isChosen }) => !isChosen)
      .map(({ value, label, count, isDisabled }) => ({
        ...{ value, isDisabled },
        label: `${label} – ${formatNumber(count ?? 0)}`,
      })),
  );

const narrowerHtml = (places: SearchForm['narrower']): string => {
  const items = places.map(
    ({ label, total, href }) =>
      `<li>${linkHtml({ href, label })} <span class="soft small">${formatNumber(total)}</span></li>`,
  );
  return `<div class="narrower"><p class="small soft">Seulement à\u00a0:</p><ul>${items.join('')}</ul></div>`;
};

/** How far around a commune; `km` is one of the choices. */
export const radiusOptionsHtml = (km = DEFAULT_RADIUS_KM): string =>
  [...new Set([0, 10, 20, 30, 50, 100, km])]
    .sort((a, b) => a - b)
    .map(
      (radius) =>
        `<option value="${radius}"${radius === km ? ' selected' : ''}>` +
        `${radius === 0 ? 'dans la commune seulement' : `à moins de ${radius}${NO_BREAK_SPACE}km`}</option>`,
    )
    .join('');
