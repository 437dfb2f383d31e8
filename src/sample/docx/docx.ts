import { createRandom } from '../random.ts';
import type { Agreement } from '../model.ts';
import { compose } from '../compose.ts';
import { documentParts, scanDocument } from './document-xml.ts';
import * as parts from './static-parts.ts';
import { zip, zipPart } from './zip.ts';

const TYPES = zipPart('[Content_Types].xml', parts.contentTypes);
const PACKAGE = zipPart('_rels/.rels', parts.packageRelations);
const RELATIONS = zipPart('word/_rels/document.xml.rels', parts.documentRelations);
const STYLES = zipPart('word/styles.xml', parts.styles);
const NUMBERING = zipPart('word/numbering.xml', parts.numbering);
const NO_NOTES = zipPart('word/footnotes.xml', parts.emptyFootnotes);
const PICTURE = zipPart('word/media/page1.png', parts.scannedPage);

const assemble = (document: string, footnotes: string | null): Buffer =>
  zip([
    TYPES,
    PACKAGE,
    zipPart('word/document.xml', document),
    RELATIONS,
    footnotes ? zipPart('word/footnotes.xml', footnotes) : NO_NOTES,
    NUMBERING,
    STYLES,
    PICTURE,
  ]);

/** The office file of one agreement; null when the archive does not hold it. */
export function documentOf(seed: string, agreement: Agreement): Buffer | null {
  if (agreement.document === 'absent') return null;
  if (agreement.document === 'scan') return assemble(scanDocument(), null);
  const composed = compose(seed, agreement);
  const random = createRandom(seed, 'docx', agreement.id);
  const { document, footnotes } = documentParts(composed.blocks, { ...composed, random });
  const whole = assemble(document, footnotes);
  return agreement.document === 'damaged' ? whole.subarray(0, Math.floor(whole.length * 0.6)) : whole;
}
