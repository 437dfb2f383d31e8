/** An address of the site and the words of its link. */
export type SiteLink = { href: string; label: string };

/** What advisers come for. */
export const ADVICE_LINKS: readonly SiteLink[] = [
  { href: '/territoires', label: 'Territoires' },
  { href: '/secteurs', label: 'Secteurs' },
  { href: '/clauses', label: 'Bibliothèque de clauses' },
  { href: '/comparer-ma-pme', label: 'Comparer ma PME' },
  { href: '/echeances', label: 'Échéances' },
  { href: '/zones-sans-trace', label: 'Zones sans trace' },
];

/** What HR teams come for. */
export const DESK_LINKS: readonly SiteLink[] = [
  { href: '/espace', label: 'Espace employeur' },
  { href: '/signaler', label: 'Signaler une erreur' },
  { href: '/corrections', label: 'Registre des corrections' },
];
