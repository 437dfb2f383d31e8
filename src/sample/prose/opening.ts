import { capitalize } from '#domain/french.ts';
import { headOffice, type Employer } from '../employer.ts';
import { registerName } from '../names.ts';
import type { Agreement, Block } from '../model.ts';
import { atPlace, ofPlace } from '../places.ts';
import { items, text, unionName, type Writer } from '../writer.ts';

const spaced = (siren: string): string => siren.replace(/(\d{3})(?=\d)/g, '$1 ');

function formOf(employer: Employer): string {
  if (employer.sector.isAssociation) return 'association régie par la loi du 1er juillet 1901';
  return employer.headcount > 50 ? 'société par actions simplifiée' : 'société à responsabilité limitée';
}

/** How the text names the employer once; the register number is often left out. */
function employerLine(w: Writer): string {
  const { employer } = w;
  const { place } = headOffice(employer);
  const name = w.one(employer.name, registerName(employer.name));
  const seat = `dont le siège social est situé ${atPlace(place.name)} (${place.postcode})`;
  return w.one(
    `${name}, ${formOf(employer)}, ${seat}, représentée par sa direction, dûment habilitée à cet effet,`,
    `${name}, ${formOf(employer)}, immatriculée sous le numéro ${spaced(employer.siren)}, ${seat}, représentée par XXX en qualité de directeur des ressources humaines,`,
    `La ${employer.sector.isAssociation ? 'structure' : 'société'} ${name}, ${seat}, représentée par M. X…, agissant en qualité de représentant légal,`,
  );
}

function staffSide(agreement: Agreement, w: Writer): Block[] {
  const { unions } = agreement;
  if (unions.length > 0)
    return [
      text(w.one('Les organisations syndicales représentatives :', 'Les organisations syndicales suivantes, représentatives au sens de l’article L. 2232-12 du code du travail :')),
      ...items(...unions.map((union) => w.one(`${unionName(union)}, représentée par son délégué syndical ;`, `le syndicat ${union}, représenté par XXX ;`))),
    ]; // prettier-ignore
  if (agreement.signatories.includes('94'))
    return [text(`L’ensemble du personnel ${w.ofCompany}, consulté par référendum et ayant approuvé le projet à la majorité des deux tiers, dont le procès-verbal est joint,`)];
  return [text('Les membres titulaires élus de la délégation du personnel du comité social et économique, représentant la majorité des suffrages exprimés lors des dernières élections professionnelles,')];
} // prettier-ignore

function membersTable(agreement: Agreement): Block[] {
  const { frame } = agreement;
  if (frame.members.length === 0) return [];
  const rows = frame.members.map(({ name, siren }) => [registerName(name), spaced(siren)]);
  return [
    text(frame.kind === 'ues' ? 'L’unité économique et sociale (UES), reconnue par accord, est composée des sociétés suivantes :' : 'Le groupe est composé, à la date de signature, des sociétés suivantes :'),
    { kind: 'table', rows: [['Dénomination sociale', 'Numéro SIREN'], ...rows] },
  ]; // prettier-ignore
}

/** Title, parties. */
export function openingOf(agreement: Agreement, w: Writer): Block[] {
  const blocks: Block[] = [{ kind: 'title', text: titleOf(agreement, w) }];
  if (w.random.chance(0.4)) blocks.push({ kind: 'centered', text: registerName(w.employer.name) });
  blocks.push(text(w.one('ENTRE LES SOUSSIGNÉS :', 'Entre :', 'Entre les parties ci-après désignées :')));
  blocks.push(text(employerLine(w)), ...membersTable(agreement));
  if (agreement.frame.kind === 'establishment') {
    const site = w.employer.sites.find(({ siret }) => siret === agreement.siret) ?? headOffice(w.employer);
    blocks.push(text(`agissant pour son seul établissement ${ofPlace(site.place.name)} (SIRET ${spaced(site.siret.slice(0, 9))} ${site.siret.slice(9)}), ci-après « ${w.company} »,`));
  } else blocks.push(text(`ci-après dénommée « ${w.company} »,`)); // prettier-ignore
  blocks.push(text(w.one('d’une part,', 'D’une part,')), text('ET'));
  return [...blocks, ...staffSide(agreement, w), text('d’autre part,'), text(agreement.genre === 'no-deal' ? 'Il est constaté ce qui suit.' : w.one('Il a été convenu ce qui suit.', 'IL A ÉTÉ ARRÊTÉ ET CONVENU CE QUI SUIT :'))];
} // prettier-ignore

function titleOf(agreement: Agreement, w: Writer): string {
  const { genre, frame, life } = agreement;
  if (genre === 'pay-talks') return w.one(`Procès-verbal d’accord – Négociation annuelle obligatoire ${frame.year}`, `ACCORD NAO ${frame.year}`, `Accord sur les négociations annuelles obligatoires pour l’année ${frame.year}`);
  if (genre === 'no-deal') return w.one(`Procès-verbal de désaccord – NAO ${frame.year}`, `PROCÈS-VERBAL DE DÉSACCORD DES NÉGOCIATIONS ANNUELLES OBLIGATOIRES ${frame.year}`);
  if (genre === 'amendment' && frame.parent) return `Avenant n° 1 à l’accord du ${w.date(frame.parent.signedOn)} ${frame.subject}`;
  const where = frame.kind === 'group' ? 'Accord de groupe' : frame.kind === 'ues' ? 'Accord collectif de l’UES' : frame.kind === 'establishment' ? 'Accord d’établissement' : w.one('Accord d’entreprise', 'Accord collectif', 'Accord');
  return w.one(`${where} ${frame.subject}`, `${where} ${frame.subject}`.toUpperCase(), `${where} du ${w.date(life.signedOn)} ${frame.subject}`);
} // prettier-ignore

/** One or two sentences before the first article. */
export function preambleOf(agreement: Agreement, w: Writer): Block[] {
  const { frame, genre } = agreement;
  const lines: string[] = [];
  if (genre === 'pay-talks' || genre === 'no-deal')
    lines.push(
      w.one(
        `Conformément aux articles L. 2242-1 et suivants du code du travail, la Direction a engagé la négociation annuelle obligatoire au titre de l’année ${frame.year}. Les parties se sont rencontrées à ${w.random.int(2, 5)} reprises.`,
        `Après remise des informations sociales et économiques prévues par la loi, ${w.random.int(2, 5)} réunions se sont tenues entre la Direction et la délégation syndicale au titre de l’exercice ${frame.year}.`,
      ),
    );
  else if (genre === 'amendment' && frame.parent)
    lines.push(
      w.one(
        `Un accord ${frame.subject} a été signé le ${w.date(frame.parent.signedOn)} et déposé sous le numéro ${frame.parent.number}. Après un bilan partagé de son application, les parties ont souhaité en adapter une disposition.`,
        `Les parties se sont réunies pour examiner l’application de l’accord ${frame.subject} du ${w.date(frame.parent.signedOn)} et conviennent de le modifier dans les termes suivants.`,
      ),
    );
  else
    lines.push(
      w.one(
        `Les échanges menés au cours des réunions préparatoires ont fait apparaître une attente partagée. Le présent accord y répond, dans le respect de l’équilibre économique ${w.ofCompany}.`,
        `${capitalize(w.company)}, qui compte environ ${w.employer.headcount} ${w.people}, a souhaité donner un cadre commun et lisible à des pratiques jusqu’alors différentes d’un service à l’autre.`,
        `Soucieuses de la qualité du dialogue social, les parties ont ouvert une négociation dont le présent texte est l’aboutissement.`,
        `Le présent accord s’inscrit dans le cadre des articles L. 2221-1 et suivants du code du travail.`,
      ),
    );
  if (frame.parent?.relation === 'replaces')
    lines.push(
      w.one(
        `Le présent accord annule et remplace l’accord ${frame.subject} signé le ${w.date(frame.parent.signedOn)}.`,
        `Il se substitue intégralement, à sa date d’effet, à l’accord du ${w.date(frame.parent.signedOn)} ${frame.subject} (dépôt n° ${frame.parent.number}).`,
      ),
    );
  return [
    { kind: 'heading', level: 1, text: w.one('PRÉAMBULE', 'Préambule') },
    ...lines.map((line) => text(line)),
  ];
}
