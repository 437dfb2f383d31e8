import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One address of every template, found by following links as a visitor would. */
export type Template = { name: string; path: string; status: number };

async function firstLink(url: string, page: string, pattern: RegExp): Promise<string> {
  const html = await (await fetch(url + page)).text();
  const found = pattern.exec(html)?.[1];
  if (!found) throw new Error(`no link like ${pattern} on ${page}`);
  return found;
}

/** An agreement that the increment of the sample withdraws: its address answers 410. */
function withdrawnAgreement(): string {
  const folder = 'content/sample';
  const increment = readdirSync(folder).find((name) => name.startsWith('ACCO_'))!;
  const tar = gunzipSync(readFileSync(path.join(folder, increment))).toString('latin1');
  return /acco\/global\/ACCO\/TEXT\/[\d/]+\/(ACCOTEXT\d{12})\r?\n/.exec(tar)![1]!;
}

export async function listTemplates(url: string): Promise<Template[]> {
  const search = '/recherche?avantage=creche';
  const employer = await firstLink(url, search, /href="(\/employeurs\/\d{9})"/);
  const agreement = await firstLink(url, employer, /href="(\/accords\/ACCOTEXT\d{12})"/);
  const report = await firstLink(url, employer, /href="(\/signaler\?avantage=ACCOTEXT[\w-]+)"/);
  const family = await firstLink(url, '/avantages', /href="(\/familles\/[a-z-]+)"/);
  const preset = await firstLink(url, '/situations', /href="(\/situations\/[a-z-]+)"/);
  const results = await (await fetch(url + search)).text();
  const six = [...new Set([...results.matchAll(/name="e" value="(\d{9})"/g)].map((match) => match[1]))].slice(
    0,
    6,
  );
  const pages = [
    ['home', '/'],
    ['search, bare', '/recherche'],
    ['search, filtered', search],
    [
      'search by value',
      '/recherche?avantage=titres-restaurant&minimum=titres-restaurant.employerShare:50&tri=valeur',
    ],
    [
      'search around a town',
      '/recherche?famille=parentalite&pres=35238&rayon=50&ou=teletravail&tri=distance',
    ],
    ['search by priorities', '/recherche?priorite=creche&priorite=mutuelle&priorite=cet'],
    [
      'search, required and wished',
      '/recherche?avantage=teletravail&priorite=creche&priorite=mutuelle&priorite=cet&priorite=rtt&priorite=formation',
    ],
    ['search, something to relax', '/recherche?avantage=creche&q=zzzzzzzzzz&departement=35&secteur=62'],
    ['search, a misspelt name', '/recherche?q=savonerie'],
    ['search, which place', '/recherche?lieu=sa'],
    ['search, nothing found', '/recherche?q=zzzzzzzzzz'],
    ['employer', employer],
    ['agreement', agreement],
    ['benefits', '/avantages'],
    ['benefits by QVCT theme', '/avantages/qvct'],
    ['benefit', '/avantages/creche'],
    ['family', family],
    ['life situations', '/situations'],
    ['life situation', preset],
    ['comparison, bare', '/comparer'],
    ['comparison of one', `/comparer?e=${six[0]}`],
    ['comparison of two', `/comparer?e=${six.slice(0, 2).join('-')}`],
    ['comparison of six', `/comparer?e=${six.join('-')}`],
    ['comparison, names to choose', `/comparer?e=${six[0]}-999999999&q=savonnerie&q=zzzzzzzzzz`],
    ['comparison, unreadable', `/comparer?e=${six.slice(0, 2).join('-')}-abc`],
    [
      'benefit in a department',
      await firstLink(url, '/avantages/teletravail', /href="(\/avantages\/teletravail\/[a-z-]+)"/),
    ],
    ['employers of one name', '/noms/les-halles-du-berger'],
    ['territories', '/territoires'],
    ['territory', '/territoires/bretagne'],
    ['territory, too small', '/territoires/cotes-d-armor'],
    ['sectors', '/secteurs'],
    ['sector', '/secteurs/62'],
    ['clauses', '/clauses?avantage=teletravail&engagement=propre'],
    ['clauses, none', '/clauses?avantage=teletravail&minimum=99'],
    ['peers, bare', '/comparer-ma-pme'],
    ['peers', `/comparer-ma-pme?siret=${employer.slice(-9)}`],
    ['peers, unknown number', '/comparer-ma-pme?siret=123'],
    ['peers, which firm', '/comparer-ma-pme?siret=savonnerie'],
    ['peers, unknown firm', '/comparer-ma-pme?siret=zzzzzzzz'],
    ['endings', '/echeances'],
    ['endings of a region', '/echeances/bretagne'],
    ['where nothing is published', '/zones-sans-trace?sujet=creche'],
    ['visit brief', `${employer}/fiche-conseil`],
    ['questions about nobody', '/questions'],
    ['shortlist', '/ma-liste'],
    ['method', '/methode'],
    ['quality of reading', '/qualite'],
    ['sources', '/sources-et-licence'],
    ['QVCT schema', '/schema-qvct'],
    ['open data', '/donnees'],
    ['data dictionary', '/donnees/dictionnaire'],
    ['API', '/api'],
    ['for portals', '/integrer'],
    ['statistics', '/stats'],
    ['SIRET, form', '/siret'],
    ['legal notice', '/mentions-legales'],
    ['personal data', '/donnees-personnelles'],
    ['accessibility', '/accessibilite'],
    ['contact', '/contact'],
    ['report, about a claim', report],
    ['report', '/signaler'],
    ['ledger of corrections', '/corrections'],
    ['card, badge and QR code', `${employer}/integrer`],
    ['right of reply', '/droit-de-reponse'],
    ['changelog', '/nouveautes'],
    ['site map', '/plan-du-site'],
    ['glossary', '/glossaire'],
  ] as const;
  return [
    ...pages.map(([name, path]) => ({ name, path, status: 200 })),
    { name: 'withdrawn', path: `/accords/${withdrawnAgreement()}`, status: 410 },
    {
      name: 'report, about nothing any more',
      path: '/signaler?avantage=ACCOTEXT000000000000-creche',
      status: 404,
    },
    { name: 'SIRET, nothing published', path: '/siret/73282932000074', status: 404 },
    { name: 'SIRET, wrong', path: '/siret/12345678901234', status: 404 },
    { name: 'not found', path: '/rien-ici', status: 404 },
  ];
}
