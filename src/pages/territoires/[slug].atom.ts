import type { APIRoute } from 'astro';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { listChangesIn } from '#db/changes/read.ts';
import { readFigures, readProfile } from '#db/facts/read.ts';
import { findTerritory, territoryHref } from '#components/view/advice/territories.ts';
import { answerFeed } from '#components/view/atom.ts';
import { changesFeed } from '#components/view/changes-feed.ts';
import { showName } from '#components/view/names.ts';

export const prerender = false;

const LINES = 300;

export const GET: APIRoute = ({ params, url, site }) => {
  const catalogue = loadCatalogue();
  const territory = findTerritory(catalogue, params['slug']);
  if (!territory) return new Response(null, { status: 404 });
  const feed = changesFeed(listChangesIn(territory.departments, LINES), {
    title: `${territory.name} : ce qui change`,
    path: territoryHref(territory),
    site: site ?? url.origin,
    catalogue,
    employerOf: (siren) => {
      const profile = readProfile(siren);
      return profile && { name: showName(profile.name), isFictional: profile.isFictional };
    },
    since: readFigures().derivedOn,
  });
  return answerFeed(feed);
};
