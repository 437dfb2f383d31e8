import type { Section } from '../model.ts';
import type { Writer } from '../writer.ts';

export type SectionWriter = (w: Writer) => Section;

/** What stands around the grants of a topic. */
export type TopicContext = { before: readonly SectionWriter[]; after: readonly SectionWriter[] };

/** A section that grants nothing and asks for nothing. */
export const plain = (title: string, ...blocks: Section['blocks']): Section => ({
  title,
  blocks,
  expects: [],
});
