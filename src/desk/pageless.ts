import { listDeclarations } from '#db/app/declarations.ts';
import type { AppWriter } from '#db/app/people.ts';
import { listQvct } from '#db/app/qvct.ts';
import { listSuppressions } from '#db/app/read.ts';
import type { Right } from '#db/app/rights.ts';
import { readProfile } from '#db/facts/read.ts';
import type { Siren } from '#domain/ids.ts';
import { currentDay } from '#env';
import { registered } from './register.ts';

/** Why an employer of the desk has no page, and what makes one. `isFinal`: nothing the person does here will. */
export type Pageless = { words: string; isFinal: boolean };

const FINAL = (words: string): Pageless => ({ words, isFinal: true });
const UNTIL = (words: string): Pageless => ({ words, isFinal: false });

/** Null when it has its page. */
export function whyPageless(app: AppWriter, siren: Siren, { isApproved }: Pick<Right, 'isApproved'>): Pageless | null {
  if (readProfile(siren)) return null;
  if (listSuppressions(app).some(({ kind, key }) => kind === 'employer' && key === siren))
    return FINAL('La modération a retiré la page de cet employeur. Écrivez-nous si vous pensez que c’est une erreur.');
  const known = registered(siren);
  if (known?.name === null)
    return FINAL('Ce numéro est celui d’une personne physique (entrepreneur individuel), ou d’une entreprise que l’Insee ne diffuse pas entièrement. Nous ne publions aucune page pour elles : ce que vous déclareriez ne paraîtrait pas.');
  if (!isApproved)
    return UNTIL('Votre page sera créée quand votre accès sera validé et que vous aurez publié une première déclaration.');
  const today = currentDay();
  const declares =
    listDeclarations(app, siren).some(({ status, expiresOn }) => status === 'published' && expiresOn > today) ||
    listQvct(app, siren).some(({ expiresOn }) => expiresOn > today);
  if (!declares) return UNTIL('Votre page sera créée quand vous aurez publié une première déclaration : un avantage, ou des chiffres de QVCT.');
  if (!known)
    return UNTIL('Votre page sera créée quand le répertoire Sirene nous aura dit le nom de l’entreprise. Nous l’interrogeons à chaque publication, puis une fois par jour ; vous n’avez rien à faire.');
  return UNTIL('Votre page sera créée dans la minute, quand votre déclaration aura été traitée.');
} // prettier-ignore
