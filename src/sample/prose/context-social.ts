import { capitalize } from '#domain/french.ts';
import type { TopicId } from '../topics.ts';
import { items, table, text, type Writer } from '../writer.ts';
import { plain, type SectionWriter, type TopicContext } from './plain.ts';

/** Headcount by sex: the diagnosis that opens texts on equality. */
function headcountTable(w: Writer): SectionWriter {
  const { headcount } = w.employer;
  const managers = Math.max(2, Math.round(headcount * w.random.pick([0.12, 0.2, 0.3])));
  const others = Math.max(2, headcount - managers);
  const women = (count: number, share: number): number => Math.max(1, Math.round(count * share));
  const [a, b] = [women(managers, w.random.pick([0.3, 0.38, 0.45])), women(others, w.random.pick([0.4, 0.5, 0.62]))];
  return () =>
    plain(
      w.one('Constats partagés', 'Diagnostic', 'État des lieux'),
      text('L’analyse des données sociales de l’exercice écoulé fait ressortir la répartition suivante :'),
      table(['Catégorie', 'Femmes', 'Hommes', 'Ensemble'], ['Cadres', `${a}`, `${managers - a}`, `${managers}`], ['Non-cadres', `${b}`, `${others - b}`, `${others}`]),
      text('Les parties en tirent les domaines d’action retenus ci-après, assortis d’indicateurs suivis chaque année.'),
    );
} // prettier-ignore

const indicators: SectionWriter = (w) =>
  plain(
    'Indicateurs de suivi',
    text('Sont présentés chaque année au comité :'),
    ...items('le nombre de demandes reçues, acceptées et refusées ;', 'la répartition par sexe et par catégorie ;', `les observations recueillies auprès des ${w.people} et de leurs responsables.`),
  ); // prettier-ignore

const communication: SectionWriter = (w) =>
  plain(
    w.one('Information du personnel', 'Communication'),
    text(w.one(`Une présentation synthétique du présent texte est remise à tout nouvel embauché. Elle est accessible en permanence sur l’intranet ${w.ofCompany}.`, 'Une note d’information expliquant les démarches à accomplir est adressée à chacun dans le mois qui suit l’entrée en vigueur.', 'Les responsables d’équipe reçoivent une information d’une demi-heure sur les règles arrêtées ci-dessus.')),
  ); // prettier-ignore

const requests: SectionWriter = (w) =>
  plain(
    'Modalités de demande',
    text(`La demande est faite par écrit, au moins ${w.count(w.random.pick([5, 8, 15]), 'jour')} à l’avance sauf urgence, auprès du responsable hiérarchique, qui en informe le service du personnel. Toute demande fausse ou abusive fait perdre le bénéfice des présentes règles pour l’année en cours.`),
  ); // prettier-ignore

const meetings: SectionWriter = (w) =>
  plain(
    'Déroulement de la négociation',
    text('Les réunions se sont tenues aux dates convenues lors de la première séance. Les documents suivants ont été remis :'),
    ...items('bilan de l’année écoulée et perspectives ;', 'évolution des effectifs par catégorie ;', `grille des salaires pratiqués ${w.one('par coefficient', 'par niveau', 'par emploi')}.`),
  ); // prettier-ignore

/** Contexts of the texts on people: nothing in them grants or asks for a benefit. */
export const SOCIAL_CONTEXT: Partial<Record<TopicId, TopicContext>> = {
  quality: {
    before: [
      (w) =>
        plain(
          'Principes',
          text(
            w.one(
              'Les parties considèrent que la qualité du travail et celle de la vie personnelle se renforcent l’une l’autre.',
              `${capitalize(w.company)} entend associer les équipes à l’organisation de leur activité et reconnaître la diversité des situations personnelles.`,
              'Les mesures qui suivent ont été choisies à partir d’une enquête menée auprès du personnel, dont les résultats ont été présentés en séance.',
            ),
          ),
        ),
    ],
    after: [requests, communication, indicators],
  },
  equality: { before: [(w) => headcountTable(w)(w)], after: [indicators, communication] },
  leave: { before: [], after: [requests, communication] },
  solidarity: { before: [], after: [requests, communication] },
  mobility: {
    before: [
      (w) =>
        plain(
          'Contexte',
          text(`Une enquête a montré que ${w.random.int(35, 80)} % des ${w.people} résident à plus de dix kilomètres de leur lieu de travail. Les parties souhaitent encourager des trajets plus sobres et moins coûteux.`),
        ),
    ],
    after: [requests, communication],
  },
  meals: { before: [], after: [communication] },
  careers: {
    before: [
      () =>
        plain(
          'Évolution des métiers',
          text('Les familles de métiers dont l’évolution est suivie sont les suivantes :'),
          table(['Famille de métiers', 'Tendance à trois ans'], ['Production', 'stable'], ['Maintenance', 'en tension'], ['Numérique', 'en croissance']),
        ),
    ],
    after: [communication, indicators],
  },
  disability: {
    before: [() => plain('Constats', text('Le bilan partagé avec le service de santé au travail fait apparaître une part croissante de situations d’inaptitude, que les parties veulent anticiper.'))],
    after: [communication],
  },
  bonus: { before: [meetings], after: [] },
}; // prettier-ignore

/** Stands before the measures of pay talks in some minutes. */
export const payTalksContext: SectionWriter = (w) => {
  const base = w.random.int(1790, 1950);
  const step = w.random.int(60, 140);
  const scale = [1, 2, 3, 4].map((level) => [`Niveau ${level}`, w.money(base + step * (level - 1))]);
  return w.random.chance(0.5)
    ? meetings(w)
    : plain('Rappel des salaires pratiqués', text('À titre d’information, les salaires mensuels bruts de base en vigueur sont les suivants :'), table(['Niveau', 'Salaire mensuel brut'], ...scale)); // prettier-ignore
};
