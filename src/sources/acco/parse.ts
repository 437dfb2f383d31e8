import { SaxesParser } from 'saxes';
import { RecordError } from '#domain/errors.ts';
import { decodeXml } from './encoding.ts';
import { scanSimpleXml, type XmlHandler } from './simple-xml.ts';

/** What one XML file of the base says, as text. Addresses and names of negotiators are dropped here. */
export type RawAgreement = {
  /** Leaves of META_COMMUN and META_ACCO by name, trimmed; `''` when empty, absent when missing. */
  fields: Map<string, string>;
  themes: { code: string; label: string; group: string }[];
  unions: string[];
  signatories: string[];
  /** Paths of elements this program does not know. */
  unknownFields: string[];
  /** True when the bytes were not the UTF-8 they claim to be. */
  isReencoded: boolean;
};

const FIELDS = new Set([
  'ID', 'ANCIEN_ID', 'ORIGINE', 'URL', 'NATURE',
  'TITRE_TXT', 'DOCUMENT_BUREAUTIQUE', 'NUMERO', 'SIRET', 'CODE_UNITE_SIGNATAIRE',
  'DATE_MAJ', 'DATE_DEPOT', 'DATE_TEXTE', 'DATE_EFFET', 'DATE_FIN', 'DATE_DIFFUSION',
  'CODE_APE', 'CODE_IDCC', 'RAISON_SOCIALE', 'CONFORME_VERSION_INTEGRALE', 'SECTEUR',
]); // prettier-ignore

/** ADRESSES_POSTALES holds placeholders (-1, 00000, REPRISE); NEGOCIATEURS holds persons. Neither is read. */
const DROPPED = new Set(['ADRESSES_POSTALES', 'NEGOCIATEURS']);

const CONTAINERS = new Set([
  'TEXTE_ACCO',
  'TEXTE_ACCO/META',
  'TEXTE_ACCO/META/META_COMMUN',
  'TEXTE_ACCO/META/META_SPEC',
  'TEXTE_ACCO/META/META_SPEC/META_ACCO',
]);

const META = new Set(['META_COMMUN', 'META_ACCO']);
const LISTS = new Set(['THEMES', 'THEME', 'SYNDICATS', 'SYNDICAT', 'SIGNATAIRES', 'SIGNATAIRE']);

/**
 * @param bytes one `ACCOTEXT….xml`
 * @throws RecordError when the XML is broken, carries a DTD or entities of its own, or is another kind of file
 */
export function parseAgreementXml(bytes: Buffer): RawAgreement {
  const { text, isReencoded } = decodeXml(bytes);
  let reader = new RecordReader(isReencoded);
  try {
    if (!scanSimpleXml(text, reader)) parseXml(text, (reader = new RecordReader(isReencoded)));
  } catch (error) {
    if (error instanceof RecordError) throw error;
    throw new RecordError(`the XML is broken: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!reader.raw.fields.has('ID'))
    throw new RecordError('the XML has no META_COMMUN/ID: not a record of the ACCO base.');
  return reader.raw;
}

function parseXml(text: string, handler: XmlHandler): void {
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new RecordError('the XML carries a DTD: refused, records of the base have none.');
  });
  parser.on('opentag', ({ name }) => handler.open(name));
  parser.on('text', (piece) => handler.text(piece));
  parser.on('cdata', (piece) => handler.text(piece));
  parser.on('closetag', () => handler.close());
  parser.write(text).close();
}

class RecordReader implements XmlHandler {
  readonly raw: RawAgreement;
  readonly #stack: string[] = [];
  #value = '';
  #droppedFrom = 0;
  #part = { code: '', label: '', group: '' };

  constructor(isReencoded: boolean) {
    const lists = { themes: [], unions: [], signatories: [], unknownFields: [] };
    this.raw = { fields: new Map(), ...lists, isReencoded };
  }

  open(name: string): void {
    const stack = this.#stack;
    const parent = stack.at(-1) ?? '';
    stack.push(name);
    this.#value = '';
    if (this.#droppedFrom > 0) return;
    if (DROPPED.has(name)) this.#droppedFrom = stack.length;
    else if (name === 'THEME' || name === 'SYNDICAT') this.#part = { code: '', label: '', group: '' };
    else if (!isKnown(name, parent, stack)) {
      this.#droppedFrom = stack.length;
      this.raw.unknownFields.push(stack.slice(-2).join('/'));
    }
  }

  text(piece: string): void {
    if (this.#droppedFrom === 0) this.#value += piece;
  }

  close(): void {
    const stack = this.#stack;
    const isDropped = this.#droppedFrom > 0;
    if (this.#droppedFrom === stack.length) this.#droppedFrom = 0;
    const name = stack.pop()!;
    const parent = stack.at(-1) ?? '';
    const leaf = this.#value.trim();
    this.#value = '';
    if (isDropped) return;
    const part = this.#part;
    if (META.has(parent) && FIELDS.has(name)) setField(this.raw, name, leaf);
    else if (parent === 'THEME' || parent === 'SYNDICAT') {
      if (name === 'CODE') part.code = leaf;
      else if (name === 'LIBELLE') part.label = leaf;
      else part.group = leaf;
    } else if (name === 'THEME') this.raw.themes.push(part);
    else if (name === 'SYNDICAT') this.raw.unions.push(part.label || part.code);
    else if (name === 'SIGNATAIRE' && leaf !== '') this.raw.signatories.push(leaf);
  }
}

function isKnown(name: string, parent: string, stack: string[]): boolean {
  if (META.has(parent)) return FIELDS.has(name) || LISTS.has(name);
  if (parent === 'THEME') return name === 'CODE' || name === 'LIBELLE' || name === 'GROUPE';
  if (parent === 'SYNDICAT') return name === 'CODE' || name === 'LIBELLE';
  return LISTS.has(name) || CONTAINERS.has(stack.join('/'));
}

function setField(raw: RawAgreement, name: string, value: string): void {
  if (raw.fields.has(name)) throw new RecordError(`the XML states ${name} twice.`);
  raw.fields.set(name, value);
}
