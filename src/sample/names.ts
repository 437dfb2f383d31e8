import type { Sector } from './sectors.ts';

/**
 * Places that exist on no map: an imperative and a small thing of the air or the field, then a river of the same kind
 * (« Cueille-Lune-sur-Givre »). An activity before such a place cannot be the name of a real firm.
 */
const VERBS = [
  'Cueille', 'Souffle', 'Danse', 'Veille', 'Trouve', 'Conte', 'Sème', 'Guette', 'Berce', 'Songe', 'Tresse', 'Vogue',
  'Frôle', 'Murmure', 'Patiente', 'Grimpe', 'Écoute', 'Allume', 'Glane', 'Réveille', 'Compte', 'Invente', 'Dessine',
] as const; // prettier-ignore
const THINGS = [
  'Lune', 'Brume', 'Nuage', 'Plume', 'Rosée', 'Luciole', 'Mousse', 'Étoile', 'Libellule', 'Coquelicot', 'Alouette',
  'Girouette', 'Noisette', 'Marmotte', 'Violette', 'Loutre', 'Écureuil', 'Pomme-de-Pin', 'Mirabelle',
] as const; // prettier-ignore
const RIVERS = [
  'Givre', 'Songe', 'Brindille', 'Claire-Onde', 'Mirette', 'Rivelaine', 'Sourdille', 'Ombrelle', 'Tourterelle', 'Fablette',
  'Ourserine', 'Plumelle', 'Vervelle', 'Chuchotte', 'Ronronne', 'Vaguette', 'Gazouille',
] as const; // prettier-ignore

/** Distinct for neighbouring indices; repeats after 23 × 19 × 17 employers. */
function inventedPlace(index: number): string {
  const at = (index * 2741 + 1013) % (VERBS.length * THINGS.length * RIVERS.length);
  const verb = VERBS[at % VERBS.length];
  const thing = THINGS[Math.floor(at / VERBS.length) % THINGS.length];
  const river = RIVERS[Math.floor(at / (VERBS.length * THINGS.length))];
  return `${verb}-${thing}-sur-${river}`;
}

const joined = (place: string): string => (/^[AÉI]/.test(place) ? `d’${place}` : `de ${place}`);

/** e.g. « Imprimerie de Cueille-Lune-sur-Givre ». */
export function fictionalName(sector: Sector, activity: number, index: number): string {
  const word = sector.activities[activity % sector.activities.length] as string;
  return `${word} ${joined(inventedPlace(index))}`;
}

/** As registers print it: capitals without accents, straight apostrophes. */
export const registerName = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").replaceAll('œ', 'oe').toUpperCase();
