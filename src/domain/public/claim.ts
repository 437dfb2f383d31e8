import { z } from 'zod';
import { CLAIM_STATES } from '../claim.ts';
import { IsoDate } from '../dates.ts';
import { ProofKind } from '../declaration.ts';
import { AgreementId, BenefitId, Siret } from '../ids.ts';
import { PASSAGE_LENGTH_MAX, QUOTE_LENGTH_MAX } from '../quote.ts';

export const PublicTerm = z.strictObject({
  effectiveOn: IsoDate.nullable().describe('Prise d’effet'),
  effectiveBasis: z
    .enum(['metadata', 'text', 'presumed', 'clause'])
    .nullable()
    .describe('D’où vient la prise d’effet ; clause : jour dit pour cet avantage, et non pour tout le texte'),
  endsOn: IsoDate.nullable().describe(
    'Dernier jour d’effet ; null : sans date de fin, ou à un jour que le texte ne dit pas (event, recalled)',
  ),
  endBasis: z
    .enum(['metadata', 'text', 'event', 'presumed', 'clause', 'recalled'])
    .nullable()
    .describe(
      'D’où vient la fin ; event : la négociation annuelle suivante ou un autre événement, à un jour que le texte ne dit pas ; clause : dite pour cet avantage, et non pour tout le texte ; recalled : celle du texte s’il en a une, qui rappelle un autre accord sans dire sa fin ; null : rien n’est dit',
    ),
  renewedUntil: IsoDate.nullable().describe(
    'Tacite reconduction, ou fin sans date : tenu en vigueur jusqu’à ce jour',
  ),
  presumedFrom: z
    .enum(['effectiveOn', 'filedOn', 'signedOn'])
    .nullable()
    .describe('Départ des cinq ans présumés (article L2222-4 du code du travail)'),
});

export const PublicAgreementLink = z.strictObject({
  id: AgreementId,
  title: z.string(),
  signedOn: IsoDate.nullable(),
});

const floor = {
  slot: z.string().describe('Valeur comparée'),
  minimum: z.number().describe('Minimum légal en vigueur à la date d’effet'),
  unit: z.string(),
  article: z.string(),
  url: z.url(),
  verifiedOn: IsoDate,
  isBranchUnknown: z.boolean().describe('Hors convention collective'),
};
const difference = z.number().describe('Écart au minimum légal, dans la même unité');

export const PublicGap = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('beyond'), difference, ...floor }),
    z.strictObject({ kind: z.literal('at-floor'), ...floor }),
    z.strictObject({ kind: z.literal('below'), difference, ...floor }),
    z.strictObject({ kind: z.literal('optional') }),
    z.strictObject({ kind: z.literal('not-comparable'), reason: z.string() }),
  ])
  .describe('Écart au minimum légal, calculé entre mêmes unités seulement');

export const PublicValues = z
  .record(z.string(), z.union([z.number(), z.boolean(), z.string()]))
  .describe('Valeurs typées ; unités : voir les définitions des avantages');

export const PublicClaim = z.strictObject({
  id: z.string().describe('Accord (ou déclaration) + avantage + champ ; stable d’une lecture à l’autre'),
  benefit: BenefitId,
  state: z.enum(CLAIM_STATES).describe('État à la date de publication'),
  isToConfirm: z.boolean().describe('Lecture automatique peu sûre : à confirmer, jamais compté en vigueur'),
  values: PublicValues,
  quote: z
    .string()
    .max(QUOTE_LENGTH_MAX)
    .describe('Extrait littéral du texte signé, ou mots de l’employeur qui déclare'),
  context: z
    .strictObject({
      titles: z
        .array(z.string().max(QUOTE_LENGTH_MAX))
        .describe('Titres au-dessus de l’extrait, le plus proche en dernier'),
      above: z
        .string()
        .max(QUOTE_LENGTH_MAX)
        .nullable()
        .describe(
          'Ligne plus haut qui nomme l’avantage, si ni l’extrait ni les titres ne le font, ou qui ouvre la liste',
        ),
      head: z.string().max(QUOTE_LENGTH_MAX).nullable().describe('Début de la phrase'),
      tail: z.string().max(QUOTE_LENGTH_MAX).nullable().describe('Suite de la phrase'),
      before: z
        .string()
        .max(PASSAGE_LENGTH_MAX)
        .nullable()
        .describe('Ce qui précède la phrase dans le même article'),
      after: z.string().max(PASSAGE_LENGTH_MAX).nullable().describe('Ce qui la suit dans le même article'),
      conditions: z
        .array(z.string().max(PASSAGE_LENGTH_MAX))
        .describe(
          'Autres phrases de l’article, ou d’un titre à part, sur qui y a droit et à quelles conditions',
        ),
    })
    .nullable()
    .describe('Ce qui entoure l’extrait dans le texte ; null : l’extrait se suffit'),
  article: z.string().nullable(),
  scope: z.strictObject({
    kind: z.enum(['employer', 'establishment', 'ues', 'group', 'category']),
    label: z.string().nullable(),
    sirets: z.array(Siret),
  }),
  eligibility: z.strictObject({
    seniorityMonths: z.number().nullable(),
    included: z.array(z.string()),
    excluded: z.array(z.string()),
    isConditional: z.boolean(),
  }),
  agreement: PublicAgreementLink.nullable().describe('Texte où il est lu ; null pour une déclaration'),
  declaration: z
    .strictObject({
      declaredOn: IsoDate,
      expiresOn: IsoDate.describe('Premier jour où elle ne vaut plus'),
      proof: z.strictObject({ kind: ProofKind, url: z.string().nullable() }),
    })
    .nullable()
    .describe('Déclaration de l’employeur ; null pour ce que dit un texte'),
  term: PublicTerm,
  closedBy: PublicAgreementLink.nullable().describe('Texte qui remplace ou supprime'),
  oneOffYear: z.int().nullable().describe('Année d’un versement unique'),
  gap: PublicGap.nullable(),
  rules: z.array(z.string()).describe('Règles de lecture qui ont joué'),
  departments: z
    .array(z.string())
    .nullable()
    .describe('Départements couverts ; null : partout où est l’employeur'),
});
