import { loadCatalogue } from '#catalogue/catalogue.ts';
import { findGone, findMoved, readAgreement, readProfile } from '#db/facts/read.ts';
import { isLiveState, SHOWN_STATES } from '#domain/claim.ts';
import { AgreementId, Siren, Siret, sirenOf } from '#domain/ids.ts';
import type { BenefitDefinition } from '#domain/public/api.ts';
import { judge } from '#domain/quality.ts';
import type { z } from 'zod';
import { absolute, agreementPageOf, feedOf, jsonOf, pageOf } from '../links.ts';
import { about } from './answer.ts';

/** What was asked for, or the kind of problem and its words. */
export type Found<T> =
  { found: T } | { problem: 'parametre-refuse' | 'introuvable' | 'retire'; detail: string };

const SILENT =
  'Aucun accord publié n’a été trouvé pour lui. Ce n’est pas un employeur sans avantages : seuls ceux qui ont un accord publié, ou une déclaration qui tient, figurent ici.';
const missing = (path: string, words: string): Found<never> =>
  findGone(path)
    ? { problem: 'retire', detail: 'Retiré : supprimez votre copie.' }
    : { problem: 'introuvable', detail: words };

export function findEmployer(text: string) {
  const siren = Siren.safeParse(text);
  if (!siren.success)
    return { problem: 'parametre-refuse', detail: 'Un SIREN s’écrit en neuf chiffres.' } as const;
  const employer = readProfile(siren.data);
  if (!employer) return missing(`/employeurs/${siren.data}`, SILENT);
  const links = { page: pageOf(siren.data), json: jsonOf(siren.data), feed: feedOf(siren.data) };
  return { found: { employer, links, ...about } };
}

export function findSiret(text: string) {
  const siret = Siret.safeParse(text);
  if (!siret.success)
    return { problem: 'parametre-refuse', detail: 'Un SIRET s’écrit en quatorze chiffres.' } as const;
  const own = sirenOf(siret.data);
  const profile = readProfile(own) ?? readProfile(findMoved(own)?.to ?? own);
  if (!profile) return missing(`/employeurs/${own}`, SILENT);
  const { siren, name, isFictional, identity } = profile;
  const establishment = identity?.establishments.find((each) => each.siret === siret.data) ?? null;
  return {
    found: {
      ...{ siret: siret.data, siren, name, isFictional, establishment },
      page: pageOf(siren),
      employer: absolute(`/api/v1/employeurs/${siren}`),
      ...about,
    },
  };
}

export function findAgreement(text: string) {
  const id = AgreementId.safeParse(text.toUpperCase());
  if (!id.success)
    return {
      problem: 'parametre-refuse',
      detail: 'Un identifiant d’accord s’écrit ACCOTEXT et douze chiffres.',
    } as const;
  const agreement = readAgreement(id.data);
  if (!agreement) return missing(`/accords/${id.data}`, 'Aucun accord publié ne porte cet identifiant.');
  return { found: { agreement, page: agreementPageOf(id.data), ...about } };
}

/** Every benefit, in the order of the catalogue. */
export const listDefinitions = (): z.input<typeof BenefitDefinition>[] => {
  const { benefits, quality } = loadCatalogue();
  return benefits.map((benefit) => ({
    id: benefit.id,
    label: benefit.label,
    family: benefit.family,
    qvctTheme: benefit.qvctTheme,
    definition: benefit.definition,
    limits: benefit.limits,
    visibility: benefit.visibility,
    isOptional: benefit.isOptional,
    isToConfirm: judge(quality, benefit.id).isToConfirm,
    floors: benefit.floor.map(({ since, rule, article, url, verifiedOn }) => ({ since, rule, article, url, verifiedOn })), // prettier-ignore
    values: Object.fromEntries(
      Object.entries(benefit.values).map(([slot, { label, unit, better }]) => [slot, { label, unit, better }]), // prettier-ignore
    ),
    mainValue: benefit.mainValue,
    question: benefit.question,
    page: absolute(`/avantages/${benefit.id}`),
  }));
};

export const listStates = () => SHOWN_STATES.map((id) => ({ id, isLive: isLiveState(id) }));
