import { MIDDLE_DOT } from '#domain/french.ts';
import { FIGURE_THEMES } from '#domain/qvct.ts';
import type { QvctField, QvctSchema } from '#domain/qvct-schema.ts';
import { typeset } from '#domain/typeset.ts';

export type FieldView = {
  name: string;
  title: string;
  description: string;
  /** « nombre, de 0 à 100, en % » */
  format: string;
  example: string;
  isRequired: boolean;
  /** « BDESE 1°A a) i · VSME B8 §39 » */
  references: string;
};
export type FieldGroup = { id: string; label: string; fields: FieldView[] };

const GROUPS: readonly { id: QvctField['theme']; label: string }[] = [
  { id: 'identification', label: 'Qui publie, et quand' },
  ...FIGURE_THEMES,
];

const TYPES: Record<QvctField['type'], string> = {
  string: 'texte',
  year: 'année, quatre chiffres',
  date: 'date, comme 2026-03-02',
  integer: 'nombre entier',
  number: 'nombre, avec un point pour la décimale',
  boolean: 'true ou false',
};

/** Every field under its theme, in the order of the schema. */
export const viewSchema = ({ fields }: QvctSchema): FieldGroup[] =>
  GROUPS.map(({ id, label }) => ({
    id,
    label,
    fields: fields.filter(({ theme }) => theme === id).map(viewField),
  }));

function viewField(field: QvctField): FieldView {
  const { name, title, description, example, references, constraints } = field;
  const { bdese, vsme, esrs } = references;
  const listed = [bdese && `BDESE ${bdese}`, vsme && `VSME ${vsme}`, esrs && `ESRS ${esrs}`].filter(Boolean);
  return {
    name,
    title: typeset(title),
    description: typeset(description),
    format: typeset(formatOf(field)),
    example,
    isRequired: constraints.required,
    references: typeset(listed.join(MIDDLE_DOT)),
  };
}

function formatOf({ type, format, constraints, unit, group }: QvctField): string {
  const { minimum, maximum, enum: choices } = constraints;
  const parts = [
    choices ? `l'un de : ${choices.join(', ')}` : format === 'uri' ? 'adresse, avec https://' : TYPES[type],
    minimum !== undefined && maximum !== undefined && type !== 'year' ? `de ${minimum} à ${maximum}` : '',
    unit ? `en ${unit === '%' ? 'pour cent' : unit}` : '',
    group === 'femmes' ? 'au moins cinq femmes' : group === 'hommes' ? 'au moins cinq hommes' : '',
  ];
  return parts.filter(Boolean).join(', ');
}
