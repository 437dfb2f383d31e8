import { AgreementId, isSiretValid, sirenOf, type Siren } from '#domain/ids.ts';
import type { RejectItem } from '../source.ts';

export type WithdrawalItem = {
  type: 'withdrawal';
  id: AgreementId;
  siren: Siren | null;
  documentName: string | null;
};

/**
 * Reads `liste_suppression_acco.dat`: for each agreement a line with its path (`…/ACCOTEXT000053431098`, with or without
 * `.xml`), then a line with the path of its document (`…/T02826061367-56201242700059.docx`).
 */
export function parseDeletions(text: string): (WithdrawalItem | RejectItem)[] {
  const items: (WithdrawalItem | RejectItem)[] = [];
  let last: WithdrawalItem | null = null;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const path = line.trim().replaceAll('\\', '/');
    if (path === '') continue;
    const name = path.split('/').at(-1)!;
    const id = AgreementId.safeParse(name.replace(/\.xml$/i, ''));
    if (id.success) {
      last = { type: 'withdrawal', id: id.data, siren: null, documentName: null };
      items.push(last);
    } else if (last && last.documentName === null && /(^|\/)bureautique\//i.test(path)) {
      last.documentName = name;
      const siret = /-(\d{14})\.[^.]+$/.exec(name)?.[1];
      if (siret && isSiretValid(siret)) last.siren = sirenOf(siret);
    } else {
      const reason = `deletion list: "${path.slice(0, 120)}" names neither an agreement nor the document of one`;
      items.push({ type: 'reject', kind: 'entry', entry: 'liste_suppression_acco.dat', reason });
    }
  }
  return items;
}
