import type { Catalogue } from '#catalogue/catalogue.ts';
import { findDeclaration, type Declaration } from '#db/app/declarations.ts';
import { deleteDraft, findDraft, insertDraft, listDrafts, updateDraft, type Draft } from '#db/app/drafts.ts';
import type { AppDatabase } from '#db/app/open.ts';
import type { AppWriter } from '#db/app/people.ts';
import type { DraftContent } from '#domain/declaration.ts';
import { InputError } from '#domain/errors.ts';
import type { BenefitId, Siren } from '#domain/ids.ts';
import type { Room } from '../guard.ts';
import { readStep, type Step } from './steps.ts';

const DRAFTS_MAX = 50;

/** A draft of this employer; null for any other, so that numbers can be tried in vain. */
export function openDraft(app: AppDatabase, siren: Siren, id: string | undefined): Draft | null {
  const draft = /^\d{1,9}$/.test(id ?? '') ? findDraft(app, Number(id)) : null;
  return draft?.siren === siren ? draft : null;
}

export function openDeclaration(app: AppDatabase, siren: Siren, id: string | undefined): Declaration | null {
  const declaration = /^\d{1,9}$/.test(id ?? '') ? findDeclaration(app, Number(id)) : null;
  return declaration?.siren === siren && declaration.status !== 'withdrawn' ? declaration : null;
}

/** Begins a declaration, of this benefit where one is asked for. @returns its number @throws InputError beyond fifty */
export function startDraft(
  app: AppDatabase,
  { siren, person }: Room,
  benefit: BenefitId | null,
  now = new Date(),
): number {
  checkRoom(app, siren);
  const content: DraftContent = benefit ? { benefit } : {};
  return insertDraft(
    app,
    { siren, personId: person.id, declarationId: null, declarationVersion: null, content },
    now,
  );
}

/** A draft of what is published, to change or confirm it; the one at work, if there is one. */
export function startEdit(
  app: AppDatabase,
  { siren, person }: Room,
  { id, version, content }: Declaration,
  now = new Date(),
): number {
  const open = listDrafts(app, siren).find(
    (draft) => draft.declarationId === id && draft.declarationVersion === version,
  );
  if (open) return open.id;
  checkRoom(app, siren);
  return insertDraft(
    app,
    { siren, personId: person.id, declarationId: id, declarationVersion: version, content },
    now,
  );
}

function checkRoom(app: AppDatabase, siren: Siren): void {
  if (listDrafts(app, siren).length >= DRAFTS_MAX)
    throw new InputError('Cinquante brouillons sont déjà ouverts : publiez ou supprimez-en.');
}

/** Somebody else saved first. What this person wrote is on their screen, and what the other wrote is shown beside it. */
export class OvertakenError extends InputError {
  override name = 'InputError';
}

/** The draft was published or thrown away since the page was made. */
export class LostDraftError extends InputError {
  override name = 'InputError';
}

/** Call it in the transaction that uses a draft. @throws LostDraftError, OvertakenError when it is not what was read */
export function checkUntouched(change: AppWriter, { id, version }: Pick<Draft, 'id' | 'version'>): void {
  const draft = findDraft(change, id);
  if (!draft) throw new LostDraftError('Ce brouillon n’est plus ouvert.');
  if (draft.version !== version)
    throw new OvertakenError(
      'Quelqu’un d’autre a changé ce brouillon depuis cet aperçu. Rien n’a été publié : relisez-le ci-dessous.',
    );
}

/**
 * Saves one page of a draft.
 * @throws InputError with what is wrong in the page; OvertakenError when the draft changed since the page was made
 */
export function saveStep(
  app: AppDatabase,
  { profile }: Pick<Room, 'profile'>,
  draft: Draft,
  sent: { step: Step; form: FormData; version: number },
  catalogue: Catalogue,
  now = new Date(),
): void {
  const patch = readStep(sent.step, sent.form, { catalogue, profile, content: draft.content });
  const content = { ...draft.content, ...patch };
  if (!updateDraft(app, { id: draft.id, version: sent.version }, content, now))
    throw new OvertakenError(
      'Quelqu’un d’autre a enregistré ce brouillon pendant que vous écriviez. Ce que vous avez écrit est ci-dessous ; ce qui est enregistré est rappelé au-dessus. Envoyez de nouveau pour garder votre version.',
    );
}

export const discardDraft = (app: AppDatabase, draft: Draft): void => deleteDraft(app, draft.id);
