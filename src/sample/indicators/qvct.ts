import { headOffice, type Employer } from '../employer.ts';
import type { Calendar } from '../life.ts';
import { createRandom, type Random } from '../random.ts';

/** Columns of the fictional file: those every row needs, and some figures. */
export const QVCT_HEADER = [
  'siren', 'siret_declarant', 'annee', 'perimetre', 'date_publication', 'methode', 'effectif_31_12', 'part_femmes', 'part_cdi',
  'taux_rotation', 'anciennete_moyenne', 'part_temps_partiel_f', 'part_temps_partiel_h', 'part_teletravail',
  'heures_travaillees', 'nb_accidents_arret', 'taux_frequence', 'nb_jours_perdus', 'taux_gravite', 'taux_absenteisme',
  'duerp_date_maj', 'heures_formation_f', 'heures_formation_h', 'part_femmes_encadrement', 'part_boeth', 'nb_berceaux',
  'maintien_salaire_paternite', 'nb_accords_signes', 'cse', 'forfait_mobilites_montant',
] as const; // prettier-ignore

const HOURS = 1580;
const round = (value: number, digits = 1): number => Math.round(value * 10 ** digits) / 10 ** digits;
const near = (random: Random, value: number, spread: number): number =>
  Math.max(0, round(value + (random.next() - 0.5) * spread));

/** One row for each of the last three years, for one employer of 50 people and more in three. */
export function* qvctLines(seed: string, employer: Employer, { today }: Calendar): Generator<string> {
  const random = createRandom(seed, 'qvct', employer.index);
  const publishes = random.chance(0.33) || employer.planted?.id === 'everything';
  if (!publishes || employer.headcount < 50 || employer.isSoleTrader || employer.isPartiallyDisclosed) return;
  const isOffice = employer.sector.isOffice;
  const women = random.int(22, 68);
  const last = Number(today.slice(0, 4)) - 1;
  for (let year = last - 2; year <= last; year++) {
    const staff = employer.headcount + random.int(-4, 4);
    const hours = staff * HOURS;
    const accidents = random.int(0, isOffice ? 2 : Math.ceil(staff / 30));
    const lost = accidents * random.int(4, 30);
    const values: Record<(typeof QVCT_HEADER)[number], string | number | boolean> = {
      siren: employer.siren,
      siret_declarant: headOffice(employer).siret,
      annee: year,
      perimetre: 'entreprise',
      date_publication: `${year + 1}-03-1${employer.index % 10}`,
      methode: 'Chiffres inventés pour la démonstration.',
      effectif_31_12: staff,
      part_femmes: near(random, women, 3),
      part_cdi: near(random, 90, 8),
      taux_rotation: near(random, 9, 8),
      anciennete_moyenne: near(random, 9, 6),
      part_temps_partiel_f: near(random, 18, 10),
      part_temps_partiel_h: near(random, 5, 5),
      part_teletravail: isOffice ? near(random, 60, 30) : near(random, 8, 10),
      heures_travaillees: hours,
      nb_accidents_arret: accidents,
      taux_frequence: round((accidents * 1_000_000) / hours, 2),
      nb_jours_perdus: lost,
      taux_gravite: round((lost * 1000) / hours, 2),
      taux_absenteisme: near(random, 5, 3),
      duerp_date_maj: `${year}-10-0${random.int(1, 9)}`,
      heures_formation_f: near(random, 16, 8),
      heures_formation_h: near(random, 16, 8),
      part_femmes_encadrement: near(random, Math.max(15, women - 10), 6),
      part_boeth: near(random, 5, 3),
      nb_berceaux: random.chance(0.3) ? random.int(1, 12) : '',
      maintien_salaire_paternite: true,
      nb_accords_signes: random.int(0, 6),
      cse: true,
      forfait_mobilites_montant: random.chance(0.5) ? random.pick([200, 400, 500, 600]) : '',
    };
    yield QVCT_HEADER.map((name) => values[name]).join(',');
  }
}
