import { z } from 'zod';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { SHOWN_STATES } from '#domain/claim.ts';
import { MAX_RADIUS_KM, REMOTE_BENEFIT } from '#domain/search-place.ts';
import { oneOf, wholeNumber, type Parameter } from './parameters.ts';

export const PAGE_SIZE_MAX = 100;
const PAGE_MAX = 10_000;

/** Every parameter of `/recherche`, and `taille`: the API takes the same address. */
export function searchParameters(catalogue: Catalogue): Parameter[] {
  const benefits = oneOf(catalogue.benefits.map(({ id }) => id));
  const commune = z.string().regex(/^(?:\d{2}|2[AB])\d{3}$/);
  const query = (
    name: string,
    schema: Parameter['schema'],
    description: string,
    more: Pick<Parameter, 'isRepeatable' | 'example'> = {},
  ): Parameter => ({ name, in: 'query', schema, description, ...more });
  const many = (example?: string) => ({ isRepeatable: true, example });
  return [
    query('q', z.string().max(120), 'Nom, enseigne, commune, SIREN ou mots d’un avantage', { example: 'verrerie' }),
    query('avantage', benefits, 'Avantages demandés, tous à la fois', many('creche')),
    query('minimum', z.string().regex(/^[a-z0-9-]+\.[A-Za-z]+:\d{1,8}(?:[.,]\d{1,3})?$/), 'Au moins tant : avantage.valeur:nombre', many('titres-restaurant.employerShare:50')),
    query('famille', oneOf(catalogue.families.map(({ id }) => id)), 'Familles d’avantages', many()),
    query('region', oneOf(catalogue.regions.map(({ code }) => code)), 'Régions, code INSEE', many('53')),
    query('departement', oneOf(catalogue.departments.map(({ code }) => code)), 'Départements, code', many('35')),
    query('commune', commune, 'Communes, code INSEE', many('35238')),
    query('pres', commune, 'Autour de cette commune, code INSEE', { example: '35238' }),
    query('rayon', wholeNumber(0, MAX_RADIUS_KM), 'Rayon en kilomètres, avec « pres »', { example: '30' }),
    query('ou', oneOf([REMOTE_BENEFIT]), 'Avec un lieu : aussi qui atteste le télétravail, où qu’il soit'),
    query('branche', z.string().regex(/^\d{4}$/), 'Conventions collectives, code IDCC', many()),
    query('secteur', oneOf(catalogue.nafDivisions.keys()), 'Divisions NAF, deux chiffres', many('62')),
    query('effectif', oneOf(catalogue.headcountBands.keys()), 'Tranches d’effectif, code Sirene', many()),
    query('etat', oneOf(SHOWN_STATES), 'États acceptés ; sans ce paramètre : in-force, presumed, declared', many('in-force')),
    query('priorite', benefits, 'Ce qui compte sans être exigé, le plus important d’abord ; cinq au plus', many('teletravail')),
    query('tri', oneOf(['nom', 'valeur', 'priorites', 'distance']), 'Ordre ; jamais un classement par défaut'),
    query('page', wholeNumber(1, PAGE_MAX), 'Numéro de page, à partir de 1', { example: '1' }),
    query('taille', wholeNumber(1, PAGE_SIZE_MAX), `Résultats par page, ${PAGE_SIZE_MAX} au plus ; 20 sans ce paramètre`, { example: '20' }),
  ]; // prettier-ignore
}
