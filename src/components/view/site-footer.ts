import { escapeHtml } from './escape.ts';
import { linkItemsHtml } from './links-html.ts';
import { ADVICE_LINKS, DESK_LINKS, type SiteLink } from './site-links.ts';

const GROUPS: readonly { title: string; links: readonly SiteLink[] }[] = [
  {
    title: 'Choisir',
    links: [
      { href: '/recherche', label: 'Chercher un employeur' },
      { href: '/avantages', label: 'Avantages' },
      { href: '/situations', label: 'Situations de vie' },
      { href: '/comparer', label: 'Comparer' },
      { href: '/ma-liste', label: 'Ma liste' },
      { href: '/questions', label: 'Questions pour l’entretien' },
      { href: '/glossaire', label: 'Glossaire' },
    ],
  },
  {
    title: 'Conseiller',
    links: ADVICE_LINKS,
  },
  {
    title: 'Employeurs et portails',
    links: [
      ...DESK_LINKS,
      { href: '/donnees', label: 'Données ouvertes' },
      { href: '/api', label: 'API' },
      { href: '/integrer', label: 'Intégrer' },
    ],
  },
  {
    title: 'À propos',
    links: [
      { href: '/methode', label: 'Méthode' },
      { href: '/qualite', label: 'Qualité de lecture' },
      { href: '/sources-et-licence', label: 'Sources et licence' },
      { href: '/stats', label: 'L’annuaire en chiffres' },
      { href: '/nouveautes', label: 'Nouveautés' },
      { href: '/contact', label: 'Contact' },
      { href: '/plan-du-site', label: 'Plan du site' },
    ],
  },
];

export const LEGAL_LINKS: readonly SiteLink[] = [
  { href: '/accessibilite', label: 'Accessibilité : non conforme' },
  { href: '/donnees-personnelles', label: 'Données personnelles' },
  { href: '/mentions-legales', label: 'Mentions légales' },
];

/** The groups of links at the foot of every page, the same on all of them. */
export const FOOTER_HTML = GROUPS.map(
  ({ title, links }) =>
    `<div><p class="footer-title">${escapeHtml(title)}</p><ul>${linkItemsHtml(links)}</ul></div>`,
).join('');
