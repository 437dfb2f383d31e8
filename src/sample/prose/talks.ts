import { capitalize } from '#domain/french.ts';
import { provisionOf } from '../topics.ts';
import { offer, type Figures, type Provision } from '../provisions/provision.ts';
import type { Expectation, Section } from '../model.ts';
import { items, steps, table, text, unionName, type Writer } from '../writer.ts';

export type Measure = { provision: Provision; figures: Figures };

/** What unions asked for: the words are there, nothing is granted. */
export function demandsSection(w: Writer, union: string, asked: readonly Measure[], standing: Expectation['standing']): Section {
  const lines = asked.map(({ provision, figures }) => provision.demand(w, figures));
  return {
    title: w.one(`Revendications syndicales : ${union}`, `Demandes présentées par ${unionName(union)}`, 'Rappel des demandes de la délégation syndicale'),
    blocks: [text(w.one(`${capitalize(unionName(union))} demande :`, `La délégation ${union} a présenté les revendications suivantes :`)), ...items(...lines.map((line, i) => `${line}${i === lines.length - 1 ? '.' : ' ;'}`))],
    expects: asked.map(({ provision }) => ({ benefit: provision.benefit, standing, values: {} })),
  };
} // prettier-ignore

/** Each demand with « réponse de la Direction »: agreed ones grant, the others are refused. */
export function repliesSection(w: Writer, asked: readonly Measure[], agreed: ReadonlySet<string>): Section {
  const expects: Expectation[] = [];
  const rows = asked.map(({ provision, figures }) => {
    if (agreed.has(provision.benefit)) {
      const made = offer(provision, w, figures);
      expects.push(...made.expects);
      return [capitalize(provision.demand(w, figures)), `Réponse favorable. ${made.line}`];
    }
    expects.push({ benefit: provision.benefit, standing: 'refused', values: {} });
    return [
      capitalize(provision.demand(w, figures)),
      w.one('La Direction ne donne pas suite à cette demande.', 'Réponse défavorable : le coût est jugé trop élevé au regard des résultats de l’exercice.', 'Refus de la Direction.', 'La Direction n’est pas favorable à cette demande.'),
    ];
  });
  if (w.random.chance(0.5))
    return { title: 'Demandes et réponses', blocks: [{ ...table(['Demande de la délégation syndicale', 'Réponse de la Direction'], ...rows) }], expects };
  const blocks = rows.flatMap(([demand, reply]) => [text(`Demande : ${demand}.`), text(`Réponse de la Direction : ${reply}`)]);
  return { title: 'Réponses de la Direction aux revendications', blocks, expects };
} // prettier-ignore

/** The measures both sides sign. */
export function measuresSection(w: Writer, measures: readonly Measure[]): Section {
  const made = measures.map(({ provision, figures }) => offer(provision, w, figures));
  const lines = made.map(({ line }) => line);
  const raise = `Les salaires de base sont augmentés de ${w.percent(w.random.pick([1.5, 2, 2.4, 3, 3.5]))} ${w.since()}.`;
  return {
    title: w.one('Mesures arrêtées', 'Dispositions adoptées', 'Mesures convenues entre les parties'),
    blocks: [text('À l’issue des échanges, les parties conviennent des mesures suivantes :'), ...(w.random.chance(0.5) ? items(raise, ...lines) : steps(raise, ...lines))],
    expects: made.flatMap(({ expects }) => expects),
  };
} // prettier-ignore

/** Last positions of a negotiation that failed. */
export function lastPositions(w: Writer, union: string, asked: readonly Measure[]): Section[] {
  return [
    demandsSection(w, union, asked, 'refused'),
    {
      title: 'Dernières propositions de la Direction',
      blocks: [
        text(`La Direction proposait une augmentation générale de ${w.percent(w.random.pick([1, 1.2, 1.5]))}, subordonnée à la signature d’un accord.`),
        text('Cette proposition n’ayant pas été acceptée, aucune des demandes ci-dessus n’est retenue.'),
      ],
      expects: [],
    },
    {
      title: 'Constat de désaccord',
      blocks: [text('Au terme de la dernière réunion, les parties n’ont pu aboutir à un accord et constatent leur désaccord. Le présent procès-verbal est établi conformément à l’article L. 2242-5 du code du travail.')],
      expects: [],
    },
  ];
} // prettier-ignore

/** What both sides only mean to look at. */
export function intentionSection(w: Writer, benefits: readonly string[]): Section {
  const lines: Record<string, string> = {
    creche: 'La Direction étudiera au cours du premier semestre la faisabilité d’une réservation de berceaux en crèche, sans engagement à ce stade.',
    teletravail: 'Les parties conviennent d’ouvrir, avant la fin de l’année, une négociation sur le télétravail.',
    'titres-restaurant': 'L’opportunité de mettre en place des titres-restaurant sera examinée lors de la prochaine négociation annuelle.',
    mutuelle: 'Une réflexion sera menée sur la part de l’employeur dans le financement de la mutuelle.',
    'enfant-malade': 'La question d’une rémunération des jours pour enfant malade sera réexaminée l’an prochain.',
  };
  return {
    title: w.one('Engagements de négociation', 'Points à l’étude'),
    blocks: benefits.map((benefit) => text(lines[benefit] ?? `Sera mise à l’étude : ${provisionOf(benefit).demand(w, {})}.`)),
    expects: benefits.map((benefit) => ({ benefit, standing: 'demanded', values: {} })),
  };
} // prettier-ignore
