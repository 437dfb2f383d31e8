import type { APIRoute } from 'astro';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { listChangesOf } from '#db/changes/read.ts';
import { readFigures, readProfile } from '#db/facts/read.ts';
import { Siren } from '#domain/ids.ts';
import { answerFeed } from '#components/view/atom.ts';
import { changesFeed } from '#components/view/changes-feed.ts';
import { employerHref } from '#components/view/links.ts';
import { showName } from '#components/view/names.ts';

export const prerender = false;

const LINES = 200;

export const GET: APIRoute = ({ params, url, site }) => {
  const siren = Siren.safeParse(params['siren']);
  const profile = siren.success ? readProfile(siren.data) : null;
  if (!profile) return new Response(null, { status: 404 });
  const name = showName(profile.name);
  const feed = changesFeed(listChangesOf(profile.siren, LINES), {
    title: `${name} : ce qui change`,
    path: employerHref(profile.siren),
    site: site ?? url.origin,
    catalogue: loadCatalogue(),
    employerOf: () => ({ name, isFictional: profile.isFictional }),
    since: readFigures().derivedOn,
  });
  return answerFeed(feed);
};
