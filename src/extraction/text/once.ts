/** What holds the results of `once`, by their place. */
export type Worked = { readonly worked: unknown[] };

let places = 0;

/** For the results of all of them: grown place by place, it would be copied again and again. */
export const room = (): unknown[] => new Array<unknown>(places);

/** Works something out of a sentence once, when first asked for. It is kept there: a map beside would have to be searched and collected. */
export function once<Key extends Worked, Value>(workOut: (key: Key) => Value): (key: Key) => Value {
  const place = places++;
  return (key) => {
    const known = key.worked[place] as Value | undefined;
    if (known !== undefined) return known;
    const value = workOut(key);
    key.worked[place] = value;
    return value;
  };
}
