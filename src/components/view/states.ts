import {
  isLiveState,
  NOT_A_GRANT,
  type Claim,
  type ClaimState,
  type ShownState,
  type ClaimTerm,
} from '#domain/claim.ts';
import { addDays, formatDate, type IsoDate } from '#domain/dates.ts';

/** Short words of each state; the shape beside them is drawn by `StateBadge`. */
export const STATE_LABELS: Record<ShownState, string> = {
  'in-force': 'En vigueur',
  presumed: 'En vigueur, durée présumée',
  upcoming: 'À venir',
  declared: 'Déclaré par l’employeur',
  lapsed: 'Durée dépassée – à confirmer',
  replaced: 'Remplacé',
  ended: 'Supprimé',
  'one-off': 'Prévu une fois',
  'restates-law': 'Rappelle la loi',
  'not-agreed': 'Demande ou intention, non actée',
  'to-confirm': 'À confirmer\u00a0: lecture automatique peu sûre pour cet avantage',
};

export const isLive = isLiveState;
export const isGrant = (state: ClaimState): boolean => !NOT_A_GRANT.includes(state);

const PRESUMED_FROM = {
  effectiveOn: 'de sa date d’effet',
  filedOn: 'du lendemain de son dépôt',
  signedOn: 'de sa signature',
} as const;

/** The badge: the state with the date that makes it understandable. */
export function stateLabel(claim: Pick<Claim, 'state' | 'isToConfirm' | 'term' | 'oneOffYear'>): string {
  if (claim.isToConfirm) return STATE_LABELS['to-confirm'];
  if (claim.state === 'upcoming' && claim.term.effectiveOn)
    return `À partir du ${formatDate(claim.term.effectiveOn)}`;
  if (claim.state === 'one-off' && claim.oneOffYear) return `Prévu une fois, en ${claim.oneOffYear}`;
  return STATE_LABELS[claim.state];
}

/** Where nobody knows the first day, a duration is counted from the signature, some days too early. */
const COUNTED = 'durée comptée de la signature, faute d’un jour d’effet relevé';
const isCounted = ({ effectiveOn, endsOn, endBasis }: ClaimTerm, signedOn: IsoDate | null): boolean =>
  endBasis === 'text' &&
  effectiveOn === null &&
  endsOn !== null &&
  addDays(endsOn, 1).slice(5) === signedOn?.slice(5);

/** What makes an end less than certain: read by a program, or put off by a clause of renewal. */
function endNote(term: ClaimTerm, signedOn: IsoDate | null): string {
  const { endsOn, endBasis, renewedUntil } = term;
  const from = isCounted(term, signedOn) ? `\u00a0: ${COUNTED}` : '';
  const read = (endBasis === 'text' || endBasis === 'clause') && endsOn ? `, d’après le texte${from}` : '';
  return renewedUntil
    ? `${read}, renouvelé tacitement, au plus tard jusqu’au ${formatDate(renewedUntil)}`
    : read;
}

/** « Sous cette forme »: a day of the benefit is that of what the card shows, a scale or a detail, and the benefit may be older. */
const FORM = 'Sous cette forme';
const UNTOLD = 'quand l’avantage lui-même prend fin';
/** A day of the whole text is not said to be that of the benefit. */
const asOfText = ({ effectiveOn }: ClaimTerm): string =>
  effectiveOn ? ` (accord applicable depuis le ${formatDate(effectiveOn)})` : '';

function recall({ endsOn, renewedUntil, presumedFrom }: ClaimTerm): string {
  const last = renewedUntil ?? endsOn;
  if (presumedFrom && last)
    return `Rappelé par un texte sans durée relevée, présumé valable jusqu’au ${formatDate(last)} (article L2222-4 du code du travail)\u00a0: il ne dit pas ${UNTOLD}.`;
  return endsOn && last
    ? `Rappelé par un texte qui vaut jusqu’au ${formatDate(last)}\u00a0: il ne dit pas ${UNTOLD}.`
    : `Rappelé par un texte qui ne dit pas ${UNTOLD}.`;
}

/** A record of disagreement that does not tell how long its measures last; no other silent text is held in force to a day. */
const isUnsettled = ({ endsOn, endBasis, renewedUntil }: ClaimTerm): boolean =>
  endBasis === null && endsOn === null && renewedUntil !== null;
const UNSETTLED = 'Prévu par un procès-verbal de désaccord dont nous n’avons pas relevé la durée';

function period(term: ClaimTerm, signedOn: IsoDate | null): string {
  const { effectiveOn, effectiveBasis, endsOn, endBasis } = term;
  if (endBasis === 'recalled') return recall(term);
  if (isUnsettled(term)) return `${UNSETTLED}.`;
  const isOwnStart = effectiveBasis === 'clause' && effectiveOn !== null;
  if (endBasis === 'event') {
    const until =
      'jusqu’à la négociation annuelle suivante ou un autre événement, dont le texte ne dit pas le jour';
    return isOwnStart
      ? `${FORM} depuis le ${formatDate(effectiveOn)}, ${until}.`
      : `Prévu ${until}${asOfText(term)}.`;
  }
  const read = endNote(term, signedOn);
  if (endBasis === 'clause' && !isOwnStart)
    return endsOn
      ? `Jusqu’au ${formatDate(endsOn)}${read}${asOfText(term)}.`
      : `Sans date de fin${asOfText(term)}.`;
  const of = isOwnStart ? `${FORM} ` : 'Accord applicable ';
  if (effectiveOn && endsOn) return `${of}du ${formatDate(effectiveOn)} au ${formatDate(endsOn)}${read}.`;
  if (effectiveOn) return `${of}depuis le ${formatDate(effectiveOn)}, sans date de fin.`;
  if (endsOn) return `${of}jusqu’au ${formatDate(endsOn)}${read}.`;
  return 'Accord sans date de fin.';
}

function presumption(term: ClaimTerm, read: string): string {
  const { effectiveOn, effectiveBasis, endsOn, endBasis, presumedFrom } = term;
  if (endBasis === 'recalled') return recall(term);
  const opening = `${effectiveBasis === 'clause' ? FORM : 'Accord applicable'} depuis`;
  const since = effectiveOn ? `${opening} le ${formatDate(effectiveOn)}, jusqu’au` : 'Jusqu’au';
  const until = endsOn ? `${since} ${formatDate(endsOn)}` : 'Durée de cinq ans';
  const from = presumedFrom ? ` à compter ${PRESUMED_FROM[presumedFrom]}` : '';
  return `${until}\u00a0: nous n’avons pas relevé de durée ${read}, la loi la fixe alors à cinq ans${from} (article L2222-4 du code du travail).`;
}

const OF_BENEFIT = 'L’avantage a pu être reconduit\u00a0: demandez-le à l’employeur.';
const OF_AGREEMENT = 'Il a pu être reconduit, et un avantage peut durer plus que lui.';

function lapse(term: ClaimTerm, signedOn: IsoDate | null): string {
  const { endsOn, endBasis, renewedUntil, presumedFrom } = term;
  if (isUnsettled(term)) return `${UNSETTLED}\u00a0: demandez à l’employeur si l’avantage existe toujours.`;
  const last = renewedUntil ?? endsOn;
  const isGuess = isCounted(term, signedOn) && !renewedUntil;
  const day = last ? `${isGuess ? 'vers le' : 'le'} ${formatDate(last)}` : 'passé';
  if (endBasis === 'recalled') {
    const was = presumedFrom ? 'dont le terme présumé était' : 'dont le terme était';
    const text = endsOn
      ? `un texte ${was} ${day}`
      : 'un texte conclu jusqu’à la négociation annuelle suivante ou un autre événement';
    return `Rappelé par ${text}, sans dire ${UNTOLD}\u00a0: demandez à l’employeur s’il existe toujours.`;
  }
  if (endBasis === 'event')
    return 'Prévu jusqu’à la négociation annuelle suivante ou un autre événement, dont le texte ne dit pas le jour\u00a0: demandez à l’employeur si l’avantage existe toujours.';
  const of =
    endBasis === 'clause' ? 'Terme' : endBasis === 'presumed' ? 'Terme présumé du texte' : 'Terme du texte';
  const from = isGuess ? `, ${COUNTED}` : '';
  return `${of} ${day}${from}. ${OF_BENEFIT}`;
}

const declaration = ({ effectiveOn, endsOn }: ClaimTerm): string =>
  [
    effectiveOn ? `Déclaré le ${formatDate(effectiveOn)}` : 'Déclaré par l’employeur, non vérifié',
    endsOn ? `, expire le ${formatDate(endsOn)}` : '',
    '.',
  ].join('');

/** One sentence that says what the state means here, with absolute dates only. The link of `closedBy` is drawn apart. */
export function stateSentence(
  claim: Pick<Claim, 'state' | 'term' | 'oneOffYear' | 'closedBy'>,
  signedOn: IsoDate | null,
): string {
  switch (claim.state) {
    case 'in-force':
    case 'upcoming':
      return period(claim.term, signedOn);
    case 'presumed':
      return presumption(claim.term, 'dans le texte');
    case 'lapsed':
      return lapse(claim.term, signedOn);
    case 'declared':
      return declaration(claim.term);
    case 'replaced':
      return claim.closedBy
        ? 'Remplacé par un accord plus récent\u00a0:'
        : 'Remplacé par un accord plus récent.';
    case 'ended':
      return claim.closedBy
        ? 'Supprimé par un accord plus récent\u00a0:'
        : 'Supprimé par un accord plus récent.';
    case 'one-off':
      return 'Le texte prévoit ce que dit la phrase citée pour une fois ou une année.';
    case 'restates-law':
      return 'La phrase rappelle la règle légale sans rien y ajouter.';
    case 'not-agreed':
      return 'La phrase rapporte une demande, une intention ou un refus\u00a0: elle n’accorde rien.';
  }
}

/** « signé le 12 mars 2024 », or what else is known. */
export const signedOnWords = (signedOn: IsoDate | null): string =>
  signedOn ? `signé le ${formatDate(signedOn)}` : 'date de signature inconnue';

/** The same of an agreement. Single articles of a text without a duration may have their own. */
export const agreementSentence = ({
  state,
  term,
  signedOn,
}: {
  state: ClaimState;
  term: ClaimTerm;
  signedOn: IsoDate | null;
}): string =>
  state === 'presumed'
    ? presumption(term, 'pour l’ensemble du texte')
    : stateSentence({ state, term, oneOffYear: null, closedBy: null }, signedOn).replace(
        OF_BENEFIT,
        OF_AGREEMENT,
      );
