import { formatDate } from '#domain/dates.ts';
import type { Label, LabelId } from '#domain/label.ts';
import type { Provenance } from '#domain/profile.ts';
import { producerOf } from './claim-card.ts';

export type LabelLine = {
  name: string;
  meaning: string;
  note: string | null;
  producer: string;
  provenance: Provenance;
};

/** What each mark means, in plain words. */
const LABEL_WORDS: Record<LabelId, { name: string; meaning: string; producer: string }> = {
  rfar: {
    name: 'Relations fournisseurs et achats responsables',
    meaning: 'Label d’État sur la façon de traiter ses fournisseurs.',
    producer: 'Médiateur des entreprises',
  },
  ess: {
    name: 'Économie sociale et solidaire',
    meaning: 'Association, coopérative, mutuelle, fondation ou entreprise qui en suit les règles.',
    producer: 'ESS France',
  },
  mission: {
    name: 'Société à mission',
    meaning: 'Inscrit dans ses statuts des objectifs sociaux et environnementaux.',
    producer: 'Insee',
  },
  siae: {
    name: 'Insertion par l’activité économique',
    meaning: 'Embauche et accompagne des personnes éloignées de l’emploi.',
    producer: 'Plateforme de l’inclusion',
  },
};

export const viewLabels = (labels: readonly Label[]): LabelLine[] =>
  labels.map(({ id, scope, since, until, provenance }) => ({
    ...LABEL_WORDS[id],
    note:
      [
        since ? `depuis le ${formatDate(since)}` : '',
        until ? `jusqu’au ${formatDate(until)}` : '',
        scope ? `périmètre\u00a0: ${scope}` : '',
      ]
        .filter(Boolean)
        .join(', ') || null,
    producer: provenance.source === 'sirene' ? producerOf('sirene') : LABEL_WORDS[id].producer,
    provenance,
  }));
