import type { Expectation, Section, Block } from '../model.ts';
import { provisionOf } from '../topics.ts';
import { items, table, text, type Writer } from '../writer.ts';

const says = (title: string, blocks: Block[], ...expects: [benefit: string, standing: Expectation['standing'], values?: Expectation['values']][]): Section => ({
  title,
  blocks,
  expects: expects.map(([benefit, standing, values = {}]) => ({ benefit, standing, values })),
}); // prettier-ignore

/** An employer that is a crèche: berceaux are its trade, not a benefit of its staff. */
export const nurserySections = (w: Writer): Section[] => [
  says('Accueil des enfants', [text('La crèche accueille quarante-deux enfants, répartis en trois sections. Douze berceaux sont réservés par des entreprises partenaires, dans le cadre de conventions signées avec elles.'), text('Le taux d’encadrement est d’une professionnelle pour cinq enfants qui ne marchent pas et d’une pour huit enfants qui marchent.')], ['creche', 'none']),
  says('Ouverture et fermeture de la crèche', [table(['Poste', 'Arrivée', 'Départ'], ['Ouverture', '7 h 15', '15 h 15'], ['Milieu de journée', '8 h 30', '16 h 30'], ['Fermeture', '10 h 45', '18 h 45']), text(`Les horaires sont affichés quinze jours à l’avance. Les journées pédagogiques sont du temps de travail ${w.random.chance(0.5) ? 'effectif' : 'payé'}.`)], ['creche', 'none'], ['planning', 'ignore']),
]; // prettier-ignore

/** An employer that is a mutuelle: its members are customers. */
export const insurerSections = (w: Writer): Section[] => [
  says('Évolution des métiers', [text('La mutuelle protège plus de quatre-vingt mille adhérents. Les conseillers présentent aux entreprises adhérentes des contrats de complémentaire santé dont la cotisation est financée pour moitié au moins par l’employeur souscripteur.')], ['mutuelle', 'none']),
  says('Parcours des conseillers', [text(`Tout ${w.person} prenant un poste de conseiller suit un parcours de six semaines, en binôme avec un collègue expérimenté. La mutuelle renouvelle chaque année son offre de garanties : une information est donnée aux équipes avant toute campagne.`)], ['mutuelle', 'none'], ['formation', 'ignore']),
]; // prettier-ignore

/** A carrier: « mobilité », « titres » and « abonnements » are its business or a change of workplace. */
export const carrierSections = (w: Writer): Section[] => [
  says('Mobilité géographique', [text(`La mobilité entre les dépôts est proposée en priorité aux volontaires. Le ${w.person} muté bénéficie d’un délai de réflexion de quinze jours.`)], ['mobilites-durables', 'none']),
  says('Vente des titres de transport', [text('Les agents commerciaux vendent les titres de transport et les abonnements aux voyageurs. Le contrôle des titres est assuré par des équipes assermentées.')], ['transport-public', 'none'], ['titres-restaurant', 'none']),
]; // prettier-ignore

const RECALLED = ['mutuelle', 'enfant-malade', 'titres-restaurant', 'transport-public', 'maternite', 'paternite', 'deconnexion', 'aidants', 'don-de-jours', 'egalite', 'handicap', 'diversite', 'formation']; // prettier-ignore

/** Reminders of the law and nothing else. */
export const recallSections = (w: Writer): Section[] =>
  w.random.sample(RECALLED, 8).map((benefit) => {
    const provision = provisionOf(benefit);
    const standing = benefit === 'titres-restaurant' ? 'none' : 'restates-law';
    return says(provision.headings[0]!, [text(provision.recall?.(w) ?? '')], [benefit, standing]);
  });

export const trialSections = (w: Writer): Section[] => [
  says('Objet de l’expérimentation', [text(`À titre expérimental et pendant douze mois, ${w.count(1, 'jour')} de télétravail par semaine est ouvert aux ${w.people} du service clients qui en font la demande.`), text('Un bilan est présenté au comité au onzième mois. À défaut d’accord sur sa poursuite, l’expérimentation prend fin sans formalité.')], ['teletravail', 'granted', { daysPerWeek: 1 }]),
]; // prettier-ignore

/** Two categories, two shares: a careful reader keeps both. */
export const categorySections = (w: Writer): Section[] => {
  const section = says('Financement selon les catégories', [text('La cotisation mensuelle du régime frais de santé est répartie comme suit :'), table(['Catégorie', 'Part employeur', 'Part salariale'], ['Cadres', w.percent(60), w.percent(40)], ['Non-cadres', w.percent(75), w.percent(25)])], ['mutuelle', 'granted', { employerShare: 75 }]);
  return [{ ...section, expects: section.expects.map((one) => ({ ...one, scope: 'category' as const })) }];
}; // prettier-ignore

/** Telework under exceptional circumstances only: no regular telework is opened. */
export const exceptionalSections = (w: Writer): Section[] => [
  says('Circonstances exceptionnelles', [text('Le télétravail n’est pas ouvert à titre régulier. Il peut être imposé, en cas de circonstances exceptionnelles telles qu’une menace d’épidémie ou un épisode de pollution, dans les conditions de l’article L. 1222-11 du code du travail.')], ['teletravail', 'none']),
  says('Plan de continuité', [text('Le plan de continuité désigne les activités maintenues sur place :'), ...items('la production et la logistique ;', 'la sûreté du site ;', `l’accueil des ${w.people} dont la présence est indispensable.`)]),
]; // prettier-ignore

/** Schemes that another document sets up: this text only names them. */
export const charterSections = (): Section[] => [
  says('Textes existants', [text('Les parties rappellent que les modalités de travail à distance sont fixées par une charte établie par la Direction après avis du comité, et non par le présent texte.')], ['teletravail', 'ignore']),
  says('Frais de santé', [text('La couverture frais de santé résulte d’une décision unilatérale de l’employeur (DUE), à laquelle il est renvoyé pour le détail des garanties et des cotisations.')], ['mutuelle', 'ignore']),
]; // prettier-ignore
