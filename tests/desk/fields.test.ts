import { describe, expect, it } from 'vitest';
import { inField, readFields } from '#desk/fields.ts';
import { InputError } from '#domain/errors.ts';

const refuse = (words: string) => () => {
  throw new InputError(words);
};
const faultsOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error.faults;
    throw error;
  }
  return [];
};

describe('fields of a form', () => {
  it('are read by name', () => {
    expect(readFields({ motif: () => 'misread', mois: () => 6 })).toEqual({ motif: 'misread', mois: 6 });
  });

  it('say everything that is wrong at once, each fault at its field, the nearest one', () => {
    const read = () =>
      readFields({
        qui: () => inField('categorie', refuse('Nommez la catégorie.')),
        mois: () => 6,
        exclus: refuse('Retirez le nom.'),
      });
    expect(faultsOf(read)).toEqual([
      { words: 'Nommez la catégorie.', field: 'categorie' },
      { words: 'Retirez le nom.', field: 'exclus' },
    ]);
    expect(read).toThrow('Nommez la catégorie. Retirez le nom.');
  });

  it('leave other failures alone', () => {
    const fail = () => {
      throw new TypeError('a fault of ours');
    };
    expect(() => readFields({ motif: fail })).toThrow(TypeError);
  });
});
