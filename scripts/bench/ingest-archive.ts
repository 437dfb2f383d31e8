import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { buildDocx, paragraph, table } from '../../tests/fixtures/acco/docx.ts';
import {
  documentFile,
  idFrom,
  noise,
  numberFrom,
  recordFile,
  sirenFrom,
  siretFrom,
} from '../../tests/fixtures/acco/records.ts';
import { TAR_END, tarEntry } from '../../tests/fixtures/acco/tar.ts';

/** Documents made; the archive uses them in turn (they are longer than the window of gzip, which cannot tell). */
const DISTINCT = 120;

const WORDS =
  'le la les de des du en un une et à au aux pour par sur dans avec sans accord entreprise salariés salarié direction organisation syndicale durée travail temps partiel congés prime montant brut mensuel annuel télétravail jours semaine établissement article présent dispositions prévoyance santé régime cotisation employeur bénéficiaires ancienneté convention collective négociation annuelle obligatoire égalité professionnelle femmes hommes formation sécurité mutuelle accompagnement maladie enfant crèche titres restaurant mobilité forfait kilométrique versement trimestre effectif cadres agents maîtrise ouvriers'.split(
    ' ',
  );

/** A small generator of numbers: the same archive on every machine. */
function numbers(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What documents are like. */
export type Shape = { label: string; articles: number; wordsPerRun: number; pictureBytes: number };

export const SHAPES: Shape[] = [
  // The averages of 415 documents of the base: 53 kB, 115 kB of XML, 10 kB of text; pictures are the rest.
  { label: 'documents as in the base', articles: 11, wordsPerRun: 3, pictureBytes: 43_000 },
  { label: 'long texts, few pictures', articles: 24, wordsPerRun: 9, pictureBytes: 25_500 },
];

function makeDocument(shape: Shape, seed: number): Buffer {
  const next = numbers(seed);
  const sentence = (length: number): string =>
    Array.from({ length }, () => WORDS[next(WORDS.length)]!).join(' ') + ` ${next(1000)},${next(100)} %.`;
  const blocks: string[] = [];
  for (let article = 1; article <= shape.articles; article++) {
    blocks.push(paragraph(`Article ${article} – ${sentence(5)}`));
    for (let i = 0; i < 4; i++) blocks.push(runs(sentence(24).split(' '), shape.wordsPerRun));
    if (article % 8 === 0)
      blocks.push(table(Array.from({ length: 8 }, () => [sentence(2), sentence(1), sentence(1)])));
  }
  return buildDocx(blocks.join(''), { 'word/media/image1.bin': noise(`image ${seed}`, shape.pictureBytes) });
}

/** A paragraph cut into runs as Word does, with its usual properties. */
function runs(words: string[], wordsPerRun: number): string {
  const pieces: string[] = [];
  for (let i = 0; i < words.length; i += wordsPerRun)
    pieces.push(
      `<w:r w:rsidRPr="00A${i}77"><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:cstheme="minorHAnsi"/><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr><w:t xml:space="preserve">${words.slice(i, i + wordsPerRun).join(' ')} </w:t></w:r>`,
    );
  return `<w:p w:rsidR="00C25B39" w:rsidRDefault="00C25B39"><w:pPr><w:pStyle w:val="Corpsdetexte"/><w:spacing w:after="120"/><w:jc w:val="both"/></w:pPr>${pieces.join('')}</w:p>`;
}

/** Writes an archive of `count` agreements, records first, each with its document. @returns its size and its content's */
export async function makeArchive(
  file: string,
  count: number,
  shape: Shape,
): Promise<{ bytes: number; documentBytes: number }> {
  const root = '20260424-063142';
  const documents = Array.from({ length: DISTINCT }, (_, seed) => makeDocument(shape, seed));
  const gzip = createGzip();
  const output = createWriteStream(file);
  gzip.pipe(output);
  const write = async (bytes: Buffer): Promise<void> => {
    if (!gzip.write(bytes)) await once(gzip, 'drain');
  };
  const nameOf = (seed: number): string => `${numberFrom(seed)}-${siretFrom(seed)}.docx`;
  for (let seed = 1; seed <= count; seed++)
    await write(
      tarEntry(
        recordFile(root, {
          id: idFrom(seed),
          siret: siretFrom(seed),
          number: numberFrom(seed),
          document: nameOf(seed),
          legalName: `EMPLOYEUR ${sirenFrom(seed)}`,
          themes: [['112', 'Prévoyance collective, autre que santé maladie', '09']],
        }),
      ),
    );
  for (let seed = 1; seed <= count; seed++)
    await write(tarEntry(documentFile(root, nameOf(seed), documents[seed % DISTINCT]!)));
  gzip.end(TAR_END);
  await finished(output);
  const documentBytes = documents.reduce((sum, { length }) => sum + length, 0) / DISTINCT;
  return { bytes: output.bytesWritten, documentBytes };
}
