/**
 * Theme codes read so far in published records or public parsers of the base. DILA publishes no list: other codes are
 * kept as they come and reported.
 */
export const KNOWN_THEMES: ReadonlySet<string> = new Set([
  '011', // Intéressement
  '051', // Durée collective du temps de travail
  '052', // Heures supplémentaires
  '053', // Compte épargne temps
  '054', // Travail du dimanche
  '055', // Travail de nuit
  '058', // Fixation des congés
  '059', // Aménagement du temps de travail
  '075', // Accords de méthode (PSE)
  '079', // Rupture conventionnelle collective
  '080', // Performance collective
  '081', // Egalité salariale F/H
  '111', // Couverture complémentaire santé - maladie
  '112', // Prévoyance collective, autre que santé maladie
  '113', // Retraite complémentaire - supplémentaire
  '123', // Calendrier des négociations
  '131', // Autre, précisez
]);

/** NATURE is an open list: other values are kept as they come and reported. */
export const KNOWN_NATURES: ReadonlySet<string> = new Set(['ACCORD', 'AVENANT', 'RECTIFICATIF']);
