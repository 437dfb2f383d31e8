import type { Values } from '#domain/extraction.ts';
import type { Block, Expectation, Section } from '../model.ts';
import type { Employer } from '../employer.ts';
import type { Random } from '../random.ts';
import type { Writer } from '../writer.ts';

export type Figures = Record<string, number>;

/** One way of granting a benefit, and the value slots it prints. */
export type Wording = {
  says: readonly string[];
  blocks: (w: Writer, v: Figures) => Block[];
  /** Other benefits whose words it uses: careful readers may differ on them. */
  near?: readonly string[];
};

/** How agreements deal with one benefit. Sentences are written for this project. */
export type Provision = {
  benefit: string;
  headings: readonly string[];
  draw: (random: Random, employer: Employer) => Figures;
  grants: readonly Wording[];
  /** One sentence, as in the measures of pay talks; prints the slots of `offerSays`. */
  offer: (w: Writer, v: Figures) => string;
  offerSays: readonly string[];
  /** What a union asks for: a noun phrase without full stop. */
  demand: (w: Writer, v: Figures) => string;
  /** « il est mis fin à … », « … est supprimé » */
  end?: (w: Writer) => string;
  /** Recalls the law and grants nothing. */
  recall?: (w: Writer) => string;
  isOneOff?: boolean;
  /** As in a wording, for all of them. */
  near?: readonly string[];
};

const printed = (says: readonly string[], figures: Figures): Values =>
  Object.fromEntries(
    says.map((slot) => {
      const isFlag = slot.startsWith('?');
      const name = isFlag ? slot.slice(1) : slot;
      return [name, isFlag ? true : (figures[name] ?? 0)];
    }),
  );

const granted = (provision: Provision, values: Values): Expectation =>
  provision.isOneOff
    ? { benefit: provision.benefit, standing: 'granted', values, isOneOff: true }
    : { benefit: provision.benefit, standing: 'granted', values };

const nearby = (benefit: string): Expectation => ({ benefit, standing: 'ignore', values: {} });

/** The section that grants the benefit, in one of its wordings. */
export function grant(provision: Provision, w: Writer, figures: Figures): Section {
  const wording = w.random.pick(provision.grants);
  return {
    title: w.random.pick(provision.headings),
    blocks: wording.blocks(w, figures),
    expects: [
      granted(provision, printed(wording.says, figures)),
      ...[...(provision.near ?? []), ...(wording.near ?? [])].map(nearby),
    ],
  };
}

/** The same as one sentence. */
export function offer(
  provision: Provision,
  w: Writer,
  figures: Figures,
): { line: string; expects: Expectation[] } {
  const values = printed(provision.offerSays, figures);
  return {
    line: provision.offer(w, figures),
    expects: [granted(provision, values), ...(provision.near ?? []).map(nearby)],
  };
}
