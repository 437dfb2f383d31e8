import { findGone, readProfile } from '#db/facts/read.ts';
import { Siren } from '#domain/ids.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { employerHref } from './links.ts';

/** More columns would fit neither a screen nor a sheet of paper. */
export const COMPARED_MAX = 6;

/** Parts of `e` that are looked at: an address is 2 kB at most, and nobody compares fifty employers. */
const PARTS_MAX = 50;

/** Employers asked for by an address, in its order, each once. */
export type Choice = {
  sirens: Siren[];
  /** Beyond the sixth. */
  left: Siren[];
  /** How many parts of the address are no SIREN. */
  unreadable: number;
};

/** Part of the address that opens every family of the table on a phone. */
export const OPEN_ALL = 'familles=ouvertes';

/** Name of the field that answers the open name of this rank; each group of choices needs its own. */
export const answerField = (rank: number): string => `choix${rank}`;
const answersOf = (params: URLSearchParams): string[] =>
  Array.from({ length: COMPARED_MAX }, (_, rank) => params.getAll(answerField(rank))).flat();

/**
 * Reads `e=siren-siren` and `e=siren&e=siren`, also mixed, and the answers of the form of open names; blanks inside a
 * number are allowed. Never throws.
 */
export function readChoice(params: URLSearchParams): Choice {
  const parts = [...params.getAll('e'), ...answersOf(params)]
    .flatMap((value) => value.split(/[-,;]/, PARTS_MAX))
    .map((part) => part.replace(/\s/g, ''))
    .filter((part) => part !== '')
    .slice(0, PARTS_MAX);
  return chooseAmong(parts);
}

function chooseAmong(parts: readonly string[]): Choice {
  const read = parts.map((part) => Siren.safeParse(part));
  const sirens = [...new Set(read.flatMap(({ data }) => data ?? []))];
  return {
    sirens: sirens.slice(0, COMPARED_MAX),
    left: sirens.slice(COMPARED_MAX),
    unreadable: read.filter(({ success }) => !success).length,
  };
}

/** The same choice with these employers after the others. */
export function addToChoice(choice: Choice, added: readonly Siren[]): Choice {
  const all = chooseAmong([...choice.sirens, ...choice.left, ...added]);
  return { ...all, unreadable: choice.unreadable };
}

/** True where the address already is the one that people share. */
export const isCanonical = (params: URLSearchParams, { sirens }: Choice): boolean =>
  params.getAll('e').join('&') === sirens.join('-') &&
  params.has('e') === sirens.length > 0 &&
  !Array.from(params.keys()).some((name) => /^choix\d$/.test(name));

export type Compared = {
  profiles: EmployerProfile[];
  /** Asked for, but without a page: `isGone` where the page was withdrawn. */
  absent: { siren: Siren; isGone: boolean }[];
};

/** What the facts know of each employer; a number nobody knows is no error. */
export function readCompared(sirens: readonly Siren[]): Compared {
  const found = sirens.map((siren) => ({ siren, profile: readProfile(siren) }));
  return {
    profiles: found.flatMap(({ profile }) => profile ?? []),
    absent: found
      .filter(({ profile }) => profile === null)
      .map(({ siren }) => ({ siren, isGone: findGone(employerHref(siren)) !== null })),
  };
}
