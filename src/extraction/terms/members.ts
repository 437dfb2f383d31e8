import { isSirenValid, isSiretValid, sirenOf } from '../../domain/ids.ts';
import type { Siren } from '../../domain/ids.ts';
import type { TextTerms } from '../../domain/extraction.ts';
import { gated } from '../text/gates.ts';
import type { Opened } from '../text/gates.ts';
import { matchesOf } from '../text/matches.ts';

/** A text about several companies says so. */
const SEVERAL = gated(
  /\bues\b|\bu\.e\.?s\b|\bue\.s\b|unite economique et sociale|accord (?:de|du) groupe|\bgroupe\b[^.;]{0,60}(?:compos|constitu|comprend|entreprises)|societes (?:suivantes|ci-apres|composant|signataires|du groupe)/,
);
const REGISTERED =
  /(?:siren|siret|r\.?c\.?s\.?|immatricul\w+|registre du commerce|numero|n ?°)[^\d]{0,60}?((?:\d[ .]?){8}\d(?:(?:[ .]?\d){5})?)(?!\d)/g;
const LIST_OPENS =
  /(?:unite economique et sociale|\bues\b|\bgroupe\b|perimetre|societes).{0,160}(?:compos|constitu|comprend|suivantes|ci-apres|formee?)/;
const COMPANY =
  /(?:^|[-•▪*·–] ?|\d[.)] ?|\b(?:la|les) )?(?:[Ss]ociétés? |[Ll]a [Ss]ociété |SAS |SARL |SA |SASU |SNC |GIE )?((?:\p{Lu}[\p{L}\p{N}&'’.-]*)(?: (?:\p{Lu}[\p{L}\p{N}&'’.-]*|&|de|du|des|et|la|le|les|d['’]\p{Lu}\p{L}+|\(\p{Lu}+\)|\d+)){0,7})/u;
const NAMES_MAX = 60;

const digitsOf = (text: string): string => text.replace(/\D/g, '');

function readSirens(plain: string): Siren[] {
  const found = new Set<Siren>();
  for (const match of matchesOf(REGISTERED, plain)) {
    const digits = digitsOf(match[1]!);
    if (digits.length === 14 && isSiretValid(digits)) found.add(sirenOf(digits));
    else if (digits.length === 9 && isSirenValid(digits)) found.add(digits);
  }
  return [...found];
}

/** Members of a UES or group: SIREN printed anywhere, names in the list that follows « composée des sociétés suivantes : ». */
export function readMembers(
  folded: string,
  blocks: readonly {
    start: number;
    end: number;
    plain: string;
    kind: string;
    level: number;
    endsWithColon: boolean;
  }[],
  opened: readonly (Opened | null)[],
): TextTerms['members'] {
  const opening = blocks.slice(0, 120);
  if (!opening.some(({ plain }, i) => (opened[i]?.allows(SEVERAL) ?? true) && SEVERAL.test(plain)))
    return { sirens: [], names: [] };
  const sirens = new Set<Siren>();
  const names = new Set<string>();
  let isListing = false;
  for (const block of opening) {
    if (
      /\d/.test(block.plain) &&
      /siren|siret|rcs|r\.c\.s|immatricul|registre|numero|n ?°/.test(block.plain)
    ) {
      for (const siren of readSirens(block.plain)) sirens.add(siren);
    }
    // A numbered title closes the list; a company's name alone on its line looks like a bare one.
    if (block.kind === 'heading' && block.level < 4) isListing = false;
    if (
      isListing &&
      (block.kind === 'item' || block.plain.length <= 160) &&
      !block.endsWithColon &&
      names.size < NAMES_MAX
    ) {
      const name = COMPANY.exec(folded.slice(block.start, block.end))?.[1]?.trim();
      if (name && name.length > 2 && /\p{Lu}/u.test(name)) names.add(name.replace(/[.,;]+$/, ''));
      continue;
    }
    isListing = block.endsWithColon && LIST_OPENS.test(block.plain);
  }
  return { sirens: [...sirens], names: [...names] };
}
