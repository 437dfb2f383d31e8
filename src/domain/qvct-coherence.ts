import { formatNumber } from './french.ts';
import type { QvctField, QvctSchema } from './qvct-schema.ts';

export type QvctValues = Record<string, number | boolean | string>;
export type RowFault = { column: string; message: string; remedy: string };

/** Ratios over fewer people would tell of persons. */
export const GROUP_MIN = 5;

const HOURS = { france: 1_000_000, vsme: 200_000, gravity: 1000 } as const;
/** Rounded figures may differ that much from what the others of the row give. */
const TOLERANCE = 0.03;

const numberOf = (values: QvctValues, name: string): number | null =>
  typeof values[name] === 'number' ? values[name] : null;

/** What the columns of one row must say together. */
export function checkRow(values: QvctValues, { fields }: QvctSchema): RowFault[] {
  return [...checkIdentity(values), ...checkGroups(values, fields), ...checkRates(values)];
}

function checkIdentity(values: QvctValues): RowFault[] {
  const { siren, siret_declarant: siret, annee, date_publication: published } = values;
  const faults: RowFault[] = [];
  if (typeof siren === 'string' && typeof siret === 'string' && !siret.startsWith(siren))
    faults.push({
      column: 'siret_declarant',
      message: `Le SIRET ${siret} n’appartient pas à l’entreprise ${siren}.`,
      remedy: 'Indiquez un établissement de cette entreprise.',
    });
  if (typeof annee === 'number' && typeof published === 'string' && published < `${annee}-12-31`)
    faults.push({
      column: 'date_publication',
      message: `Les chiffres de ${annee} sont publiés le ${published}, avant la fin de l’année.`,
      remedy: 'Corrigez l’année ou la date de publication.',
    });
  return faults;
}

/** People a ratio is computed over; null where the row does not say. */
export function groupSize(values: QvctValues, group: NonNullable<QvctField['group']>): number | null {
  const all = numberOf(values, 'effectif_31_12') ?? numberOf(values, 'effectif_moyen');
  if (group === 'tous' || all === null) return all;
  const women = numberOf(values, 'part_femmes');
  if (women === null) return null;
  return Math.round((all * (group === 'femmes' ? women : 100 - women)) / 100);
}

const GROUP_WORDS = { tous: 'de salariés', femmes: 'de femmes', hommes: 'd’hommes' } as const;

function checkGroups(values: QvctValues, fields: readonly QvctField[]): RowFault[] {
  return fields.flatMap(({ name, group }) => {
    if (group === null || values[name] === undefined) return [];
    const size = groupSize(values, group);
    if (size === null)
      return {
        column: name,
        message: `Rien ne dit combien ${GROUP_WORDS[group]} ce chiffre couvre.`,
        remedy: `Remplissez aussi effectif_31_12${group === 'tous' ? '' : ' et part_femmes'}, ou laissez cette case vide.`,
      };
    if (size >= GROUP_MIN) return [];
    return {
      column: name,
      message: `Ce chiffre porte sur un groupe de moins de ${GROUP_MIN} personnes (${size}).`,
      remedy: 'Laissez cette case vide : on pourrait reconnaître quelqu’un.',
    };
  });
}

const isNear = (value: number, expected: number): boolean =>
  Math.abs(value - expected) <= Math.max(0.02, expected * TOLERANCE);

/** The frequency rate of France, of VSME and of ESRS look alike: the row's own counts tell which one it is. */
function checkRates(values: QvctValues): RowFault[] {
  const hours = numberOf(values, 'heures_travaillees');
  if (!hours) return [];
  const faults: RowFault[] = [];
  const compare = (column: string, counted: string, base: number, hint: (value: number, count: number) => string) => {
    const value = numberOf(values, column);
    const count = numberOf(values, counted);
    if (value === null || count === null) return;
    const expected = (count * base) / hours;
    if (isNear(value, expected)) return;
    faults.push({
      column,
      message: `${formatNumber(value)} ne correspond pas à ${counted} et heures_travaillees, qui donnent ${formatNumber(expected)}.`,
      remedy: hint(value, count),
    });
  };
  compare('taux_frequence', 'nb_accidents_arret', HOURS.france, (value, count) =>
    isNear(value, (count * HOURS.vsme) / hours)
      ? 'C’est le taux de la norme VSME, pour 200 000 heures : multipliez-le par 5.'
      : 'Comptez les seuls accidents avec arrêt, pour un million d’heures ; le taux ESRS, qui compte d’autres accidents, n’a pas sa place ici.',
  );
  compare('taux_gravite', 'nb_jours_perdus', HOURS.gravity, () => 'Comptez les journées perdues pour mille heures travaillées.');
  return faults;
} // prettier-ignore
