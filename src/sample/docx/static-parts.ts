const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const contentTypes = `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${WORD}.numbering+xml"/><Override PartName="/word/footnotes.xml" ContentType="${WORD}.footnotes+xml"/></Types>`;

export const packageRelations = `${DECLARATION}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`;

export const documentRelations = `${DECLARATION}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${OFFICE}/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="${OFFICE}/footnotes" Target="footnotes.xml"/><Relationship Id="rId4" Type="${OFFICE}/image" Target="media/page1.png"/></Relationships>`;

export const emptyFootnotes = `${DECLARATION}<w:footnotes ${W}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>`;

const style = (id: string, name: string, format: string, paragraph = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${format}</w:rPr></w:style>`;

export const styles = `${DECLARATION}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${style('Titre', 'Title', '<w:b/><w:sz w:val="32"/>', '<w:jc w:val="center"/>')}${style('Titre1', 'heading 1', '<w:b/><w:sz w:val="26"/>', '<w:keepNext/><w:outlineLvl w:val="0"/>')}${style('Titre2', 'heading 2', '<w:b/><w:sz w:val="24"/>', '<w:keepNext/><w:outlineLvl w:val="1"/>')}${style('Corps', 'Body Text', '', '<w:jc w:val="both"/>')}${style('Centre', 'Centre', '<w:b/>', '<w:jc w:val="center"/>')}${style('Liste', 'List Paragraph', '', '<w:ind w:left="720"/>')}</w:styles>`;

const list = (id: number, format: string, mark: string): string =>
  `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${mark}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>`;
const use = (id: number): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;

export const numbering = `${DECLARATION}<w:numbering ${W}>${list(1, 'bullet', '-')}${list(2, 'decimal', '%1)')}${list(3, 'decimal', 'Article %1 –')}${use(1)}${use(2)}${use(3)}</w:numbering>`;

/** A picture of grey lines: what a scanned page is to a program. */
export const scannedPage = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAWCAAAAADswUOgAAAAG0lEQVR42mP4/z8KCfz/z/AfDRAlMGoGSWYAALzOMEheO7DrAAAAAElFTkSuQmCC',
  'base64',
);
