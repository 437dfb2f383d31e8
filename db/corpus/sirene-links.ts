import { and, eq, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { IsoDate } from '#domain/dates.ts';
import type { Siren } from '#domain/ids.ts';
import type { LinkedUnit } from '#domain/profile.ts';
import type { Corpus } from './open.ts';
import { agreements } from './schema.ts';
import { sireneLinks, sireneUnits } from './sirene-schema.ts';

/**
 * Employers of the corpus, with the units they took over and those that took them over, in order: a stock is read for
 * all of them, so that both ends of a succession have a name and a state.
 */
export const listLinkedSirens = (corpus: Corpus): Siren[] =>
  corpus
    .all<{ siren: Siren }>(
      sql`SELECT siren FROM agreements
          UNION SELECT from_siren FROM sirene_links WHERE to_siren IN (SELECT siren FROM agreements)
          UNION SELECT to_siren FROM sirene_links WHERE from_siren IN (SELECT siren FROM agreements)
          ORDER BY 1`,
    )
    .map(({ siren }) => siren);

/**
 * Who took over whom. A unit is followed by another one when it has ceased, when its head office went on there, and when
 * no second unit took that head office over on the same latest day. Units that may not be shown are never named.
 */
export function linkReader(corpus: Corpus) {
  const former = alias(sireneUnits, 'former');
  const follower = alias(sireneUnits, 'follower');
  const siren = sql.placeholder('siren');
  const rows = corpus
    .selectDistinct({
      from: sireneLinks.fromSiren,
      fromName: former.legalName,
      to: sireneLinks.toSiren,
      toName: follower.legalName,
      isToShown: follower.isPublishable,
      on: sireneLinks.on,
    })
    .from(sireneLinks)
    .innerJoin(former, eq(former.siren, sireneLinks.fromSiren))
    .leftJoin(follower, eq(follower.siren, sireneLinks.toSiren))
    .where(
      and(
        eq(former.isActive, false),
        eq(former.isPublishable, true),
        ne(former.legalName, ''),
        eq(sireneLinks.from, sql`${former.siren} || ${former.headOfficeNic}`),
        eq(sireneLinks.fromSiren, siren),
      ),
    )
    .prepare();
  const formers = corpus
    .selectDistinct({ siren: sireneLinks.fromSiren })
    .from(sireneLinks)
    .where(eq(sireneLinks.toSiren, siren))
    .prepare();
  const agreement = corpus
    .select({ id: agreements.id })
    .from(agreements)
    .where(eq(agreements.siren, siren))
    .limit(1)
    .prepare();
  const linked = (of: Siren, name: string, on: IsoDate): LinkedUnit => ({
    ...{ siren: of, name, on },
    hasAgreements: agreement.get({ siren: of }) !== undefined,
  });

  /** The one unit that followed last; several on one day are no succession. */
  function lastLink(of: Siren) {
    const links = rows.all({ siren: of });
    const latest = links.reduce((last, { on }) => (on > last ? on : last), '');
    const last = links.filter(({ on }) => on === latest);
    return last.length === 1 ? last[0]! : null;
  }

  return {
    followerOf(of: Siren): LinkedUnit | null {
      const link = lastLink(of);
      return link?.isToShown && link.toName ? linked(link.to, link.toName, link.on) : null;
    },
    formerOf: (of: Siren): LinkedUnit[] =>
      formers
        .all({ siren: of })
        .flatMap(({ siren: each }) => {
          const link = lastLink(each);
          return link?.to === of ? [linked(link.from, link.fromName, link.on)] : [];
        })
        .sort((a, b) => (a.on === b.on ? (a.siren < b.siren ? -1 : 1) : a.on < b.on ? 1 : -1)),
  };
}
