import { escapeXml } from '../docx/typing.ts';
import type { Agreement } from '../model.ts';
import { THEMES } from '../topics.ts';

const element = (name: string, value: string): string =>
  value ? `<${name}>${escapeXml(value)}</${name}>` : `<${name}/>`;

const block = (name: string, lines: readonly string[]): string[] => lines.length === 0 ? [`<${name}/>`] : [`<${name}>`, ...lines, `</${name}>`]; // prettier-ignore

/** Path of the XML inside an archive, without its `.xml`. */
export function textPath(id: string): string {
  const shards = id.slice('ACCOTEXT'.length).slice(0, 10).replace(/\d{2}(?=\d)/g, '$&/'); // prettier-ignore
  return `acco/global/ACCO/TEXT/${shards}/${id}`;
}

/** `/2026/02/05/T06926072394-32509072800057.docx`: the day is that of signature. */
export const documentPath = ({ life, number, siret }: Agreement): string =>
  `/${life.signedOn.replaceAll('-', '/')}/${number}-${siret}.docx`;

function themeLines(keys: readonly string[]): string[] {
  return keys.flatMap((key) => {
    const [code, label, group] = THEMES[key] ?? ['131', 'Autre, précisez', '11'];
    return block('THEME', [element('CODE', code), element('LIBELLE', label), element('GROUPE', group)]);
  });
}

const UNION_CODES: Record<string, string> = { CFDT: '01', CGT: '02', 'CGT-FO': '03', CFTC: '04', 'CFE-CGC': '05', UNSA: '06', SOLIDAIRES: '07' }; // prettier-ignore

/** DILA's postal address of every filing: a placeholder. */
const ADDRESS = [
  '<ADRESSE_POSTALE>', '<TYPE_ADRESSE>P</TYPE_ADRESSE>', '<REPETITION/>', '<TYPE_VOIE/>', '<LIBELLE_VOIE> </LIBELLE_VOIE>',
  '<COMPLEMENT_VOIE/>', '<NUMERO_VOIE>-1</NUMERO_VOIE>', '<CODE_POSTAL>00000</CODE_POSTAL>', '<CODE_COMMUNE/>',
  '<VILLE>REPRISE</VILLE>', '</ADRESSE_POSTALE>',
]; // prettier-ignore

/** One record, every element of DILA's files in the same order, one a line. */
export function agreementXml(agreement: Agreement, updatedOn: string): string {
  const { employer, dates, life } = agreement;
  const { sector } = employer;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<TEXTE_ACCO>',
    '<META>',
    '<META_COMMUN>',
    element('ID', agreement.id),
    '<ANCIEN_ID/>',
    '<ORIGINE>ACCO</ORIGINE>',
    element('URL', `${textPath(agreement.id).replace('acco/global/', 'texte/acco/')}.xml`),
    element('NATURE', agreement.nature),
    '</META_COMMUN>',
    '<META_SPEC>',
    '<META_ACCO>',
    element('TITRE_TXT', agreement.title),
    element('DOCUMENT_BUREAUTIQUE', documentPath(agreement)),
    element('NUMERO', agreement.number),
    element('SIRET', agreement.siret),
    '<CODE_UNITE_SIGNATAIRE>05</CODE_UNITE_SIGNATAIRE>',
    element('DATE_MAJ', updatedOn),
    element('DATE_DEPOT', dates.filed),
    element('DATE_TEXTE', life.signedOn),
    element('DATE_EFFET', dates.effective),
    element('DATE_FIN', dates.end),
    element('DATE_DIFFUSION', dates.published),
    element('CODE_APE', sector.naf),
    element('CODE_IDCC', sector.idcc ?? ''),
    element('RAISON_SOCIALE', agreement.legalName),
    element('CONFORME_VERSION_INTEGRALE', String(agreement.isComplete)),
    element('SECTEUR', sector.label),
    ...block('THEMES', themeLines(agreement.themes)),
    ...block('SYNDICATS', agreement.unions.flatMap((union) => block('SYNDICAT', [element('CODE', UNION_CODES[union] ?? '09'), element('LIBELLE', union)]))),
    ...block('SIGNATAIRES', agreement.signatories.map((code) => element('SIGNATAIRE', code))),
    ...block('ADRESSES_POSTALES', ADDRESS),
    '</META_ACCO>',
    '</META_SPEC>',
    '</META>',
    '</TEXTE_ACCO>',
    '',
  ].join('\n'); // prettier-ignore
}
