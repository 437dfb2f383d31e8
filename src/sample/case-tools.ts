import { addDays, type IsoDate } from '#domain/dates.ts';
import { createEmployer } from './employer.ts';
import { drawLife, lifeFrom, type LifeKind } from './life.ts';
import type { Frame, Life, Section } from './model.ts';
import { filedTitle, type Planner } from './plan.ts';
import { indexOfCase } from './planted.ts';
import { grant } from './provisions/provision.ts';
import { measureOf, tellAgreement, tellPayTalks } from './stories.ts';
import { provisionOf, TOPICS, type TopicId } from './topics.ts';
import type { Writer } from './writer.ts';

export const lifeOf = (planner: Planner, kind: LifeKind): Life =>
  drawLife(planner.random, planner.calendar, kind);
export const indefinite = (planner: Planner): Life => lifeOf(planner, 'indefinite');
export const ago = (planner: Planner, days: number): IsoDate => addDays(planner.calendar.today, -days);

export function tellOf(
  planner: Planner,
  subject: string,
  life: Life,
  write: (w: Writer) => Section[],
  themes: string[] = ['autre'],
): void {
  planner.add({
    genre: 'agreement',
    title: filedTitle(planner.random, `Accord d’entreprise ${subject}`),
    life,
    themes,
    write,
    frame: { subject },
  });
}

/** One measure of each benefit named, in one text. */
export function tellBenefits(
  planner: Planner,
  subject: string,
  benefits: readonly string[],
  life: Life,
): void {
  const measures = benefits.map((benefit) => measureOf(planner, provisionOf(benefit)));
  tellOf(planner, subject, life, (w) =>
    measures.map(({ provision, figures }) => grant(provision, w, figures)),
  );
}

/** Every benefit of the taxonomy that is no single payment, family by family. */
const CHAPTERS: readonly (readonly [subject: string, benefits: readonly string[]])[] = [
  ['relatif à la parentalité', ['creche', 'garde-enfants', 'maternite', 'paternite', 'enfant-malade', 'grossesse', 'rentree-scolaire', 'temps-partiel-parental']],
  ['relatif à la santé et à la prévoyance', ['mutuelle', 'mutuelle-famille', 'prevoyance', 'maintien-maladie', 'prevention-sante', 'conge-menstruel']],
  ['relatif au télétravail et à la déconnexion', ['teletravail', 'teletravail-indemnite', 'deconnexion', 'charge-travail']],
  ['relatif au temps de travail', ['rtt', 'horaires-flexibles', 'semaine-4-jours', 'temps-partiel-choisi', 'cet', 'planning']],
  ['relatif aux congés', ['conges-supplementaires', 'evenements-familiaux']],
  ['relatif aux solidarités', ['don-de-jours', 'aidants', 'engagement', 'violences']],
  ['relatif au partage de la valeur', ['interessement', 'participation', 'epargne-salariale', 'treizieme-mois', 'prime-anciennete', 'retraite-supplementaire']],
  ['relatif à la vie quotidienne', ['titres-restaurant', 'restauration', 'logement', 'cse-activites']],
  ['relatif aux mobilités durables', ['mobilites-durables', 'transport-public', 'velo-voiture']],
  ['relatif à l’égalité et à l’inclusion', ['egalite', 'handicap', 'seniors', 'diversite']],
  ['relatif aux parcours professionnels', ['formation', 'abondement-cpf', 'tutorat']],
  ['relatif à l’organisation du travail', ['expression', 'usure']],
]; // prettier-ignore

export function tellEverything(planner: Planner): void {
  for (const [subject, benefits] of CHAPTERS) tellBenefits(planner, subject, benefits, indefinite(planner));
  tellAgreement(planner, 'bonus', lifeFrom(planner.random, ago(planner, 400), { kind: 'fixed', months: 12 }));
  tellPayTalks(planner, Number(planner.calendar.today.slice(0, 4)), 'replies');
}

/** A text of an employer whose trade uses the words of a benefit. */
export function tellFalseFriends(
  planner: Planner,
  write: (w: Writer) => Section[],
  subject: string,
  topic: TopicId,
): void {
  tellOf(planner, subject, indefinite(planner), write);
  tellAgreement(planner, topic, indefinite(planner));
}

/** This employer and those of other planted cases, as a text of several firms names them. */
export function membersOf({ employer, seed }: Planner, cases: readonly string[]): Frame['members'] {
  const others = cases.map((id) => createEmployer(seed, indexOfCase(employer.index, id)));
  return [employer, ...others].map(({ name, siren }) => ({ name, siren }));
}

export function tellUnit(planner: Planner): void {
  const members = membersOf(planner, ['ues-member', 'ues-silent-member']);
  const frame = { subject: TOPICS.telework.subjects[0]!, kind: 'ues' as const, members };
  const life = lifeFrom(planner.random, ago(planner, 500), { kind: 'indefinite' });
  tellAgreement(planner, 'telework', life, { frame, title: `Accord collectif de l’UES ${frame.subject}` });
  tellAgreement(planner, 'meals', indefinite(planner));
}

/** Long enough ago to be in the full dump. */
export const old = (planner: Planner): Life =>
  lifeFrom(planner.random, ago(planner, 900), { kind: 'indefinite' });
