/** Sectors of the fictional employers. `naf` without dot, `label` as NAF rev. 2 prints it (INSEE), `idcc` of the usual branch. */
export type Sector = {
  naf: string;
  label: string;
  idcc: string | null;
  /** First words of a legal name. */
  activities: readonly string[];
  /** Where the work can be done from home. */
  isOffice: boolean;
  /** An association rather than a company. */
  isAssociation?: boolean;
  weight: number;
};

export const SECTORS: readonly Sector[] = [
  { naf: '6201Z', label: 'Programmation informatique', idcc: '1486', activities: ['Logiciels', 'Ateliers numériques', 'Algorithmes'], isOffice: true, weight: 9 },
  { naf: '6202A', label: 'Conseil en systèmes et logiciels informatiques', idcc: '1486', activities: ['Conseil numérique', 'Systèmes'], isOffice: true, weight: 5 },
  { naf: '7112B', label: 'Ingénierie, études techniques', idcc: '1486', activities: ['Bureau d’études', 'Ingénierie'], isOffice: true, weight: 6 },
  { naf: '7022Z', label: 'Conseil pour les affaires et autres conseils de gestion', idcc: '1486', activities: ['Conseil', 'Cabinet'], isOffice: true, weight: 3 },
  { naf: '6920Z', label: 'Activités comptables', idcc: '787', activities: ['Comptabilité', 'Cabinet comptable'], isOffice: true, weight: 3 },
  { naf: '6419Z', label: 'Autres intermédiations monétaires', idcc: '2120', activities: ['Banque', 'Caisse d’épargne imaginaire'], isOffice: true, weight: 3 },
  { naf: '6622Z', label: 'Activités des agents et courtiers d’assurances', idcc: '2247', activities: ['Courtage', 'Assurances'], isOffice: true, weight: 2 },
  { naf: '8220Z', label: 'Activités de centres d’appels', idcc: '2098', activities: ['Relations clients', 'Centre de contact'], isOffice: true, weight: 3 },
  { naf: '5814Z', label: 'Édition de revues et périodiques', idcc: null, activities: ['Éditions', 'Gazette'], isOffice: true, weight: 2 },
  { naf: '7219Z', label: 'Recherche-développement en autres sciences physiques et naturelles', idcc: '44', activities: ['Laboratoire', 'Institut'], isOffice: true, weight: 3 },
  { naf: '2562B', label: 'Mécanique industrielle', idcc: '3248', activities: ['Ateliers mécaniques', 'Usinage', 'Forges'], isOffice: false, weight: 7 },
  { naf: '2822Z', label: 'Fabrication de matériel de levage et de manutention', idcc: '3248', activities: ['Levage', 'Palans'], isOffice: false, weight: 3 },
  { naf: '3030Z', label: 'Construction aéronautique et spatiale', idcc: '3248', activities: ['Aéronautique', 'Cerfs-volants industriels'], isOffice: false, weight: 3 },
  { naf: '2042Z', label: 'Fabrication de parfums et de produits pour la toilette', idcc: '44', activities: ['Parfumerie', 'Savonnerie'], isOffice: false, weight: 3 },
  { naf: '2120Z', label: 'Fabrication de préparations pharmaceutiques', idcc: '176', activities: ['Laboratoires', 'Pharmacie'], isOffice: false, weight: 2 },
  { naf: '2229A', label: 'Fabrication de pièces techniques à base de matières plastiques', idcc: '292', activities: ['Plasturgie', 'Moulage'], isOffice: false, weight: 4 },
  { naf: '1071A', label: 'Fabrication industrielle de pain et de pâtisserie fraîche', idcc: '1747', activities: ['Fournil', 'Biscuiterie'], isOffice: false, weight: 4 },
  { naf: '1812Z', label: 'Autre imprimerie (labeur)', idcc: '184', activities: ['Imprimerie', 'Cartonnages'], isOffice: false, weight: 3 },
  { naf: '4632A', label: 'Commerce de gros (commerce interentreprises) de viandes de boucherie', idcc: '573', activities: ['Négoce', 'Comptoir'], isOffice: false, weight: 2 },
  { naf: '4711F', label: 'Hypermarchés', idcc: '2216', activities: ['Halles', 'Hypermarché'], isOffice: false, weight: 5 },
  { naf: '4761Z', label: 'Commerce de détail de livres en magasin spécialisé', idcc: '3013', activities: ['Librairie', 'Papeterie'], isOffice: false, weight: 2 },
  { naf: '4931Z', label: 'Transports urbains et suburbains de voyageurs', idcc: '1424', activities: ['Tramways', 'Autobus'], isOffice: false, weight: 3 },
  { naf: '4941A', label: 'Transports routiers de fret interurbains', idcc: '16', activities: ['Transports', 'Messageries'], isOffice: false, weight: 5 },
  { naf: '4120B', label: 'Construction d’autres bâtiments', idcc: '1597', activities: ['Bâtisseurs', 'Charpentes'], isOffice: false, weight: 5 },
  { naf: '4321A', label: 'Travaux d’installation électrique dans tous locaux', idcc: '1597', activities: ['Électricité', 'Lumières'], isOffice: false, weight: 3 },
  { naf: '5510Z', label: 'Hôtels et hébergement similaire', idcc: '1979', activities: ['Auberge', 'Hôtellerie'], isOffice: false, weight: 3 },
  { naf: '5610A', label: 'Restauration traditionnelle', idcc: '1979', activities: ['Tables', 'Restaurant'], isOffice: false, weight: 2 },
  { naf: '8121Z', label: 'Nettoyage courant des bâtiments', idcc: '3043', activities: ['Propreté', 'Nettoyage'], isOffice: false, weight: 4 },
  { naf: '3811Z', label: 'Collecte des déchets non dangereux', idcc: '2149', activities: ['Recyclage', 'Ressourcerie'], isOffice: false, weight: 2 },
  { naf: '3600Z', label: 'Captage, traitement et distribution d’eau', idcc: '2147', activities: ['Eaux', 'Sources'], isOffice: false, weight: 2 },
  { naf: '8610Z', label: 'Activités hospitalières', idcc: '2264', activities: ['Clinique', 'Centre hospitalier privé'], isOffice: false, weight: 5 },
  { naf: '8710A', label: 'Hébergement médicalisé pour personnes âgées', idcc: '2264', activities: ['Résidence', 'Maison'], isOffice: false, weight: 4 },
  { naf: '8810A', label: 'Aide à domicile', idcc: '2941', activities: ['Aide à domicile', 'Services'], isOffice: false, isAssociation: true, weight: 4 },
  { naf: '8899B', label: 'Action sociale sans hébergement n.c.a.', idcc: '413', activities: ['Entraide', 'Foyer'], isOffice: false, isAssociation: true, weight: 4 },
  { naf: '8559A', label: 'Formation continue d’adultes', idcc: '1516', activities: ['École', 'Formations'], isOffice: true, isAssociation: true, weight: 3 },
  { naf: '9004Z', label: 'Gestion de salles de spectacles', idcc: '1285', activities: ['Théâtre', 'Salle de spectacle'], isOffice: true, isAssociation: true, weight: 1 },
]; // prettier-ignore

/** Sectors of planted cases only: their own trade uses the words of a benefit. */
export const NURSERY: Sector = { naf: '8891A', label: 'Accueil de jeunes enfants', idcc: '1518', activities: ['Crèches'], isOffice: false, isAssociation: true, weight: 0 }; // prettier-ignore
export const HEALTH_INSURER: Sector = { naf: '6512Z', label: 'Autres assurances', idcc: '2128', activities: ['Mutuelle'], isOffice: true, weight: 0 }; // prettier-ignore

export function sectorAt(naf: string): Sector {
  const sector = SECTORS.find((one) => one.naf === naf);
  if (!sector) throw new Error(`sample: no sector ${naf} in src/sample/sectors.ts`);
  return sector;
}
