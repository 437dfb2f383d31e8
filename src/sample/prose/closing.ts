import { capitalize } from '#domain/french.ts';
import type { Agreement, Block, Section } from '../model.ts';
import { atPlace, ofPlace } from '../places.ts';
import { cityOf, items, text, unionName, type Writer } from '../writer.ts';

/** The clause on duration: nothing but the day of effect when the text is silent on its end. */
function durationOf(agreement: Agreement, w: Writer): Section {
  const { life, genre, frame } = agreement;
  const from = w.date(life.effectiveOn);
  const what = genre === 'amendment' ? 'Le présent avenant' : 'Le présent accord';
  const years = life.duration.kind === 'fixed' || life.duration.kind === 'tacit' ? life.duration.months / 12 : 0;
  const section = (title: string, ...lines: string[]): Section => ({ title, blocks: lines.map((line) => text(line)), expects: [] });
  if (life.duration.kind === 'indefinite')
    return section(
      w.one('Durée et entrée en vigueur', 'Durée de l’accord', 'Entrée en vigueur – Durée'),
      w.one(`${what} est conclu pour une durée indéterminée. Il entre en vigueur le ${from}.`, `${what} prend effet à compter du ${from} pour une durée indéterminée.`),
    );
  if (life.duration.kind === 'fixed' && genre === 'amendment' && frame.parent)
    return section('Durée', `${what} prend effet le ${from} et cessera de plein droit en même temps que l’accord qu’il modifie, soit le ${w.date(life.endsOn!)}.`);
  if (life.duration.kind === 'fixed')
    return section(
      w.one('Durée et entrée en vigueur', 'Durée de l’accord', 'Date d’effet et durée'),
      w.one(
        `${what} est conclu pour une durée déterminée ${w.ofCount(years, 'an')}. Il entre en vigueur le ${from} et cessera de produire effet le ${w.date(life.endsOn!)}.`,
        `${what} s’applique du ${from} au ${w.date(life.endsOn!)}. À cette date, il cessera de plein droit de produire effet, sans tacite reconduction.`,
        `${what} est conclu pour une durée ${w.ofCount(years, 'an')} à compter du ${from}. Il prendra fin automatiquement au terme de cette période.`,
      ),
    );
  if (life.duration.kind === 'tacit')
    return section('Durée et reconduction', `${what} est conclu pour une durée d’un an à compter du ${from}. Il est renouvelable par tacite reconduction, d’année en année, sauf opposition de l’une des parties notifiée trois mois avant l’échéance.`);
  return section('Entrée en vigueur', w.one(`${what} entre en vigueur le ${from}.`, `${what} prend effet le ${from}, après accomplissement des formalités de dépôt.`));
} // prettier-ignore

const followUp = (w: Writer): Section => ({
  title: w.one('Suivi de l’accord', 'Commission de suivi', 'Clause de rendez-vous'),
  blocks: [text(w.one('Une commission composée de deux représentants de chaque partie se réunit une fois par an pour faire le point sur l’application du présent texte.', 'Les parties conviennent de se revoir dans les douze mois de la signature pour dresser un premier bilan.', 'Un point d’étape est inscrit chaque année à l’ordre du jour d’une réunion du comité social et économique.'))],
  expects: [],
}); // prettier-ignore

const revision = (w: Writer): Section => ({
  title: w.one('Révision et dénonciation', 'Révision', 'Modalités de révision'),
  blocks: [
    text(w.one('Le présent texte pourra être révisé à tout moment, par voie d’avenant, dans les conditions prévues aux articles L. 2261-7-1 et L. 2261-8 du code du travail.', 'Toute demande de révision est adressée par lettre recommandée aux autres parties ; une réunion se tient dans le délai d’un mois.')),
    ...(w.random.chance(0.6) ? [text('Il pourra être dénoncé par l’une ou l’autre des parties signataires, moyennant un préavis de trois mois, dans les conditions de l’article L. 2261-9 du même code.')] : []),
  ],
  expects: [],
}); // prettier-ignore

const interpretation = (): Section => ({
  title: 'Interprétation',
  blocks: [text('Les représentants de chacune des parties se rencontrent, à la requête de la plus diligente, dans les trente jours qui suivent la demande, pour étudier et tenter de régler tout différend d’ordre individuel ou collectif né de l’application du présent texte.')],
  expects: [],
}); // prettier-ignore

const joining = (): Section => ({
  title: 'Adhésion',
  blocks: [text('Conformément à l’article L. 2261-3 du code du travail, toute organisation représentative qui n’est pas signataire pourra y adhérer ultérieurement. L’adhésion est notifiée aux parties par lettre recommandée dans les huit jours.')],
  expects: [],
}); // prettier-ignore

function filing(w: Writer): Section {
  const city = cityOf(w.employer);
  return {
    title: w.one('Dépôt et publicité', 'Formalités de dépôt', 'Publicité'),
    blocks: w.random.chance(0.5)
      ? [
          text('Le présent texte fait l’objet des formalités suivantes :'),
          ...items('dépôt sur la plateforme « TéléAccords » du ministère du travail ;', `remise d’un exemplaire au greffe du conseil de prud’hommes ${ofPlace(city)} ;`, 'mention sur les panneaux réservés à la communication avec le personnel.'),
        ]
      : [text(`Un exemplaire est déposé sur la plateforme nationale dédiée, dans une version ne comportant ni les noms ni les signatures des négociateurs, et au secrétariat-greffe du conseil de prud’hommes ${ofPlace(city)}.`)],
    expects: [],
  };
} // prettier-ignore

/** The last articles, in the order agreements follow. */
export function closingOf(agreement: Agreement, w: Writer): Section[] {
  const sections = [durationOf(agreement, w)];
  if (agreement.genre === 'agreement' && w.random.chance(0.7)) sections.push(followUp(w));
  if (w.random.chance(0.8)) sections.push(revision(w));
  if (agreement.genre === 'agreement' && w.random.chance(0.35))
    sections.push(w.random.pick([interpretation, joining])());
  sections.push(filing(w));
  return sections;
}

/** Place, day and signatures. The names of this block are obviously fictional and must never leave the parser. */
export function signaturesOf(agreement: Agreement, w: Writer): Block[] {
  const copies = agreement.unions.length + 2;
  const blocks = [text(`Fait ${atPlace(cityOf(w.employer))}, le ${w.date(agreement.life.signedOn)}, en ${copies} exemplaires originaux.`)];
  if (agreement.employer.planted?.id === 'signature-names')
    return [...blocks, text(`Pour ${w.company} : Mme Camille EXEMPLE, directrice générale`), text('Pour les élus : M. Dominique SPÉCIMEN, secrétaire du comité')];
  if (agreement.unions.length === 0) return [...blocks, text(w.one(`Pour ${w.company}`, 'Pour la Direction : XXX')), text('Pour les représentants du personnel')];
  const row = [`Pour ${w.company}`, ...agreement.unions.map((union) => `Pour ${unionName(union)}`)];
  return w.random.chance(0.5) ? [...blocks, { kind: 'table', rows: [row, row.map(() => '')] }] : [...blocks, ...row.map((line) => text(capitalize(line)))];
} // prettier-ignore
