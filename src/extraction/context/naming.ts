/** A sentence or title holds words of a benefit. */
export const names = ({ hits }: { hits: readonly { owner: number }[] }, owner: number): boolean =>
  hits.some((hit) => hit.owner === owner);
