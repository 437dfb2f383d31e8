/**
 * Communes the fictional employers live in: INSEE code, one postcode, name, department. Facts of the Code officiel
 * géographique (INSEE, Licence Ouverte 2.0). Paris, Lyon and Marseille carry an arrondissement code, as in SIRENE.
 */
const ROWS = [
  ['35238', '35000', 'Rennes', '35'],
  ['35360', '35500', 'Vitré', '35'],
  ['35115', '35300', 'Fougères', '35'],
  ['35288', '35400', 'Saint-Malo', '35'],
  ['44109', '44000', 'Nantes', '44'],
  ['44184', '44600', 'Saint-Nazaire', '44'],
  ['49099', '49300', 'Cholet', '49'],
  ['49007', '49000', 'Angers', '49'],
  ['56260', '56000', 'Vannes', '56'],
  ['56121', '56100', 'Lorient', '56'],
  ['29019', '29200', 'Brest', '29'],
  ['29232', '29000', 'Quimper', '29'],
  ['22278', '22000', 'Saint-Brieuc', '22'],
  ['53130', '53000', 'Laval', '53'],
  ['72181', '72000', 'Le Mans', '72'],
  ['14118', '14000', 'Caen', '14'],
  ['76540', '76000', 'Rouen', '76'],
  ['76351', '76600', 'Le Havre', '76'],
  ['59350', '59000', 'Lille', '59'],
  ['59512', '59100', 'Roubaix', '59'],
  ['59606', '59300', 'Valenciennes', '59'],
  ['59183', '59140', 'Dunkerque', '59'],
  ['80021', '80000', 'Amiens', '80'],
  ['51454', '51100', 'Reims', '51'],
  ['67482', '67000', 'Strasbourg', '67'],
  ['68224', '68100', 'Mulhouse', '68'],
  ['57463', '57000', 'Metz', '57'],
  ['54395', '54000', 'Nancy', '54'],
  ['21231', '21000', 'Dijon', '21'],
  ['25056', '25000', 'Besançon', '25'],
  ['69383', '69003', 'Lyon', '69'],
  ['69266', '69100', 'Villeurbanne', '69'],
  ['42218', '42000', 'Saint-Étienne', '42'],
  ['38185', '38000', 'Grenoble', '38'],
  ['74010', '74000', 'Annecy', '74'],
  ['73065', '73000', 'Chambéry', '73'],
  ['63113', '63000', 'Clermont-Ferrand', '63'],
  ['26362', '26000', 'Valence', '26'],
  ['13208', '13008', 'Marseille', '13'],
  ['13001', '13080', 'Aix-en-Provence', '13'],
  ['06088', '06000', 'Nice', '06'],
  ['84007', '84000', 'Avignon', '84'],
  ['34172', '34000', 'Montpellier', '34'],
  ['31555', '31000', 'Toulouse', '31'],
  ['31069', '31700', 'Blagnac', '31'],
  ['64445', '64000', 'Pau', '64'],
  ['33063', '33000', 'Bordeaux', '33'],
  ['33281', '33700', 'Mérignac', '33'],
  ['17300', '17000', 'La Rochelle', '17'],
  ['86194', '86000', 'Poitiers', '86'],
  ['87085', '87000', 'Limoges', '87'],
  ['37261', '37000', 'Tours', '37'],
  ['45234', '45000', 'Orléans', '45'],
  ['92050', '92000', 'Nanterre', '92'],
  ['93048', '93100', 'Montreuil', '93'],
  ['78646', '78000', 'Versailles', '78'],
  ['75111', '75011', 'Paris', '75'],
  ['75115', '75015', 'Paris', '75'],
  ['2A004', '20000', 'Ajaccio', '2A'],
  ['2B033', '20200', 'Bastia', '2B'],
  ['97103', '97122', 'Baie-Mahault', '971'],
  ['97209', '97200', 'Fort-de-France', '972'],
  ['97302', '97300', 'Cayenne', '973'],
  ['97411', '97400', 'Saint-Denis', '974'],
  ['97416', '97410', 'Saint-Pierre', '974'],
  ['97611', '97600', 'Mamoudzou', '976'],
] as const;

export type Place = { code: string; postcode: string; name: string; department: string };

export const PLACES: readonly Place[] = ROWS.map(([code, postcode, name, department]) => ({
  code,
  postcode,
  name,
  department,
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
