import { loadCatalogue } from '#catalogue/catalogue.ts';
import { recordInLedger } from '#db/app/ledger.ts';
import type { AppWriter } from '#db/app/people.ts';
import type { QvctDeclaration } from '#db/app/qvct.ts';
import { formatDate } from '#domain/dates.ts';
import { formatNumber } from '#domain/french.ts';
import { perimeterInWords, type QvctContent } from '#domain/qvct-declaration.ts';
import { typeset } from '#domain/typeset.ts';

type Told = Pick<QvctDeclaration, 'siren' | 'claimId' | 'content' | 'declaredOn' | 'expiresOn'>;

const NOTHING = 'Aucune déclaration';
/** Figures named in one line; the others are counted. */
const NAMED = 8;

const wordsOf = (value: number | boolean | string): string =>
  typeof value === 'number' ? formatNumber(value) : typeof value === 'string' ? value : value ? 'oui' : 'non';

/** « Chiffres QVCT 2025, toute l’entreprise (déclarés le …, expirent le …) : CDI 91,2 ; … » */
function told({ content, declaredOn, expiresOn }: Told, names: readonly string[]): string {
  const { fields } = loadCatalogue().qvctSchema;
  const listed = fields
    .filter(({ name }) => names.includes(name))
    .map(({ name, title }) => `${title} ${content.figures[name] === undefined ? 'non publié' : wordsOf(content.figures[name])}`); // prettier-ignore
  const more = listed.length > NAMED ? ` ; et ${listed.length - NAMED} autres` : '';
  const figures = listed.length > 0 ? ` : ${listed.slice(0, NAMED).join(' ; ')}${more}` : '';
  return typeset(
    `Chiffres QVCT ${content.year}, ${perimeterInWords(content)} (déclarés le ${formatDate(declaredOn)}, expirent le ${formatDate(expiresOn)})${figures}`,
  );
}

const changed = (a: QvctContent, b: QvctContent): string[] =>
  [...new Set([...Object.keys(a.figures), ...Object.keys(b.figures)])].filter(
    (name) => a.figures[name] !== b.figures[name],
  );

const line = { kind: 'claim', role: 'employer', reason: null } as const;

/** The public line of figures that appear, change or are confirmed; of a change it names what differs. */
export function recordQvct(change: AppWriter, now: Told, before: Told | null, at: Date): void {
  const names = before ? changed(before.content, now.content) : Object.keys(now.content.figures);
  const { siren, claimId: key } = now;
  recordInLedger(
    change,
    {
      ...line,
      siren,
      key,
      action: 'declaration-published',
      before: before ? told(before, names) : NOTHING,
      after: told(now, names),
    },
    at,
  );
}

export function recordQvctWithdrawn(change: AppWriter, before: Told, at: Date): void {
  const { siren, claimId: key } = before;
  recordInLedger(
    change,
    {
      ...line,
      siren,
      key,
      action: 'declaration-withdrawn',
      before: told(before, Object.keys(before.content.figures)),
      after: NOTHING,
    },
    at,
  );
}
