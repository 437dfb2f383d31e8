import { and, asc, eq, ne, type SQL } from 'drizzle-orm';
import type { Siren } from '#domain/ids.ts';
import type { AppWriter } from './people.ts';
import { people, rights, type ROLES } from './schema-accounts.ts';

export type Role = (typeof ROLES)[number];
export type Right = { siren: Siren; role: Role; isApproved: boolean };
/** A right as colleagues and moderators see it. */
export type Holder = Right & { personId: number; label: string; email: string | null; createdAt: string };

export const listRights = (app: AppWriter, personId: number): Right[] =>
  app
    .select({ siren: rights.siren, role: rights.role, isApproved: rights.isApproved })
    .from(rights)
    .where(eq(rights.personId, personId))
    .orderBy(asc(rights.siren))
    .all() as Right[];

const holders = {
  siren: rights.siren,
  role: rights.role,
  isApproved: rights.isApproved,
  personId: people.id,
  label: people.label,
  email: people.email,
  createdAt: rights.createdAt,
};

const selectHolders = (app: AppWriter, which: SQL): Holder[] =>
  app
    .select(holders)
    .from(rights)
    .innerJoin(people, eq(people.id, rights.personId))
    .where(which)
    .orderBy(asc(rights.createdAt))
    .all() as Holder[];

export const listHolders = (app: AppWriter, siren: Siren): Holder[] =>
  selectHolders(app, eq(rights.siren, siren));

/** Everybody who waits for an approval, first come first. */
export const listUnapproved = (app: AppWriter): Holder[] => selectHolders(app, eq(rights.isApproved, false));

/** Gives a right, or changes the role of one; an approval given stays. */
export function putRight(app: AppWriter, personId: number, right: Right, now: Date, by: number | null): void {
  const at = now.toISOString();
  const { siren, role, isApproved } = right;
  const approval = isApproved ? { isApproved, approvedAt: at, approvedBy: by } : {};
  app
    .insert(rights)
    .values({ personId, siren, role, isApproved, createdAt: at, ...approval })
    .onConflictDoUpdate({ target: [rights.personId, rights.siren], set: { role, ...approval } })
    .run();
}

export function deleteRight(app: AppWriter, personId: number, siren: Siren): boolean {
  return (
    app
      .delete(rights)
      .where(and(eq(rights.personId, personId), eq(rights.siren, siren)))
      .run().changes > 0
  );
}

/** An employer nobody answers for could never be given back. */
export const hasOtherOwner = (app: AppWriter, siren: Siren, personId: number): boolean =>
  app
    .select({ id: rights.personId })
    .from(rights)
    .where(
      and(
        eq(rights.siren, siren),
        eq(rights.role, 'owner'),
        eq(rights.isApproved, true),
        ne(rights.personId, personId),
      ),
    )
    .get() !== undefined;

/** Employers that somebody answers for here, in order. */
export const listClaimedSirens = (app: AppWriter): Siren[] =>
  (
    app
      .select({ siren: rights.siren })
      .from(rights)
      .where(eq(rights.isApproved, true))
      .groupBy(rights.siren)
      .orderBy(asc(rights.siren))
      .all() as { siren: Siren }[]
  ).map(({ siren }) => siren);
