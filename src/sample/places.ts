import type { Position } from '#domain/place.ts';

/**
 * Communes the fictional employers live in: INSEE code, one postcode, name, department, about where (to a kilometre). Facts of the Code officiel
 * géographique (INSEE, Licence Ouverte 2.0). Paris, Lyon and Marseille carry an arrondissement code, as in SIRENE.
 */
const ROWS = [
  ['35238', '35000', 'Rennes', '35', 48.11, -1.68],
  ['35360', '35500', 'Vitré', '35', 48.12, -1.21],
  ['35115', '35300', 'Fougères', '35', 48.35, -1.2],
  ['35288', '35400', 'Saint-Malo', '35', 48.64, -2.01],
  ['44109', '44000', 'Nantes', '44', 47.22, -1.55],
  ['44184', '44600', 'Saint-Nazaire', '44', 47.27, -2.21],
  ['49099', '49300', 'Cholet', '49', 47.06, -0.88],
  ['49007', '49000', 'Angers', '49', 47.47, -0.55],
  ['56260', '56000', 'Vannes', '56', 47.66, -2.76],
  ['56121', '56100', 'Lorient', '56', 47.75, -3.37],
  ['29019', '29200', 'Brest', '29', 48.39, -4.49],
  ['29232', '29000', 'Quimper', '29', 47.99, -4.1],
  ['22278', '22000', 'Saint-Brieuc', '22', 48.51, -2.76],
  ['53130', '53000', 'Laval', '53', 48.07, -0.77],
  ['72181', '72000', 'Le Mans', '72', 48.0, 0.2],
  ['14118', '14000', 'Caen', '14', 49.18, -0.37],
  ['76540', '76000', 'Rouen', '76', 49.44, 1.1],
  ['76351', '76600', 'Le Havre', '76', 49.5, 0.11],
  ['59350', '59000', 'Lille', '59', 50.63, 3.06],
  ['59512', '59100', 'Roubaix', '59', 50.69, 3.17],
  ['59606', '59300', 'Valenciennes', '59', 50.36, 3.52],
  ['59183', '59140', 'Dunkerque', '59', 51.04, 2.37],
  ['80021', '80000', 'Amiens', '80', 49.89, 2.3],
  ['51454', '51100', 'Reims', '51', 49.26, 4.03],
  ['67482', '67000', 'Strasbourg', '67', 48.58, 7.75],
  ['68224', '68100', 'Mulhouse', '68', 47.75, 7.34],
  ['57463', '57000', 'Metz', '57', 49.12, 6.18],
  ['54395', '54000', 'Nancy', '54', 48.69, 6.18],
  ['21231', '21000', 'Dijon', '21', 47.32, 5.04],
  ['25056', '25000', 'Besançon', '25', 47.24, 6.02],
  ['69383', '69003', 'Lyon', '69', 45.76, 4.85],
  ['69266', '69100', 'Villeurbanne', '69', 45.77, 4.88],
  ['42218', '42000', 'Saint-Étienne', '42', 45.44, 4.39],
  ['38185', '38000', 'Grenoble', '38', 45.19, 5.72],
  ['74010', '74000', 'Annecy', '74', 45.9, 6.13],
  ['73065', '73000', 'Chambéry', '73', 45.57, 5.92],
  ['63113', '63000', 'Clermont-Ferrand', '63', 45.78, 3.08],
  ['26362', '26000', 'Valence', '26', 44.93, 4.89],
  ['13208', '13008', 'Marseille', '13', 43.27, 5.38],
  ['13001', '13080', 'Aix-en-Provence', '13', 43.53, 5.45],
  ['06088', '06000', 'Nice', '06', 43.7, 7.26],
  ['84007', '84000', 'Avignon', '84', 43.95, 4.81],
  ['34172', '34000', 'Montpellier', '34', 43.61, 3.88],
  ['31555', '31000', 'Toulouse', '31', 43.6, 1.44],
  ['31069', '31700', 'Blagnac', '31', 43.64, 1.39],
  ['64445', '64000', 'Pau', '64', 43.3, -0.37],
  ['33063', '33000', 'Bordeaux', '33', 44.84, -0.58],
  ['33281', '33700', 'Mérignac', '33', 44.84, -0.65],
  ['17300', '17000', 'La Rochelle', '17', 46.16, -1.15],
  ['86194', '86000', 'Poitiers', '86', 46.58, 0.34],
  ['87085', '87000', 'Limoges', '87', 45.83, 1.26],
  ['37261', '37000', 'Tours', '37', 47.39, 0.69],
  ['45234', '45000', 'Orléans', '45', 47.9, 1.91],
  ['92050', '92000', 'Nanterre', '92', 48.89, 2.2],
  ['93048', '93100', 'Montreuil', '93', 48.86, 2.44],
  ['78646', '78000', 'Versailles', '78', 48.8, 2.13],
  ['75111', '75011', 'Paris', '75', 48.86, 2.38],
  ['75115', '75015', 'Paris', '75', 48.84, 2.3],
  ['2A004', '20000', 'Ajaccio', '2A', 41.93, 8.74],
  ['2B033', '20200', 'Bastia', '2B', 42.7, 9.45],
  ['97103', '97122', 'Baie-Mahault', '971', 16.27, -61.59],
  ['97209', '97200', 'Fort-de-France', '972', 14.61, -61.07],
  ['97302', '97300', 'Cayenne', '973', 4.93, -52.32],
  ['97411', '97400', 'Saint-Denis', '974', -20.88, 55.45],
  ['97416', '97410', 'Saint-Pierre', '974', -21.32, 55.48],
  ['97611', '97600', 'Mamoudzou', '976', -12.78, 45.23],
] as const;

export type Place = { code: string; postcode: string; name: string; department: string; position: Position };

export const PLACES: readonly Place[] = ROWS.map(([code, postcode, name, department, lat, lon]) => ({
  code,
  postcode,
  name,
  department,
  position: { lat, lon },
}));

/** The place of that INSEE code; throws on a code missing from the table. */
export function placeAt(code: string): Place {
  const place = PLACES.find((one) => one.code === code);
  if (!place) throw new Error(`sample: no commune ${code} in src/sample/places.ts`);
  return place;
}

export const STREETS = [
  ['RUE', 'DES TILLEULS'],
  ['AVENUE', 'DE L ETANG'],
  ['RUE', 'DU MOULIN NEUF'],
  ['BOULEVARD', 'DES LAVANDIERES'],
  ['CHEMIN', 'DES GENETS'],
  ['ALLEE', 'DES PRUNELLIERS'],
  ['PLACE', 'DU PUITS'],
  ['IMPASSE', 'DES HIRONDELLES'],
  ['RUE', 'DE LA BRIQUETERIE'],
  ['ROUTE', 'DES QUATRE CHENES'],
] as const;

/** « d’Avignon », « du Mans », « de Rennes » */
export function ofPlace(name: string): string {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
  return /^[AEÉIOU]/.test(name) ? `d’${name}` : `de ${name}`;
}

/** « au Mans », « à Rennes » */
export const atPlace = (name: string): string =>
  name.startsWith('Le ') ? `au ${name.slice(3)}` : `à ${name}`;
