import { listProfileKeys, readProfile } from '#db/facts/read.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { EMBED_SIZES, embedHref } from './embed-address.ts';
import { showName } from './names.ts';
import { embedSnippet } from './oembed.ts';

export type Samples = {
  /** The employer of the examples. */
  name: string;
  siret: string;
  siren: string;
  link: string;
  curl: string;
  script: string;
  frame: string;
  changes: string;
  protocol: string;
};

/** An employer with a known establishment: the first one there is. */
function chooseEmployer(): EmployerProfile | null {
  for (const { siren } of listProfileKeys()) {
    const profile = readProfile(siren);
    if (profile?.identity?.establishments[0]) return profile;
  }
  return null;
}

/** Numbers of an employer that exists here, by name of the parameter of the API; none without any. */
export function exampleValues(): Record<string, string> {
  const profile = chooseEmployer();
  if (!profile) return {};
  const { siren, identity, agreements } = profile;
  const id = agreements[0]?.id;
  return { siren, siret: identity!.establishments[0]!.siret, ...(id ? { id } : {}) };
}

/** What a portal copies, for an employer that exists here; null without any. `site`: without a trailing slash. */
export function integrationSamples(site: string): Samples | null {
  const profile = chooseEmployer();
  if (!profile) return null;
  const { siren } = profile;
  const { siret } = profile.identity!.establishments[0]!;
  const name = showName(profile.name);
  return {
    ...{ name, siret, siren },
    link: `<a href="${site}/siret/${siret}">Avantages attestés par un accord</a>`,
    curl: `curl --silent '${site}/api/v1/siret/${siret}'`,
    script: `const answer = await fetch('${site}/api/v1/employeurs/${siren}');
const { employer, links, licence } = await answer.json();
const list = document.createElement('ul');
for (const { lead } of employer.entries) {
  if (lead.isToConfirm || !['in-force', 'presumed', 'declared'].includes(lead.state)) continue;
  const item = document.createElement('li');
  item.textContent = lead.quote;
  list.append(item);
}
const source = document.createElement('a');
source.href = links.page;
source.textContent = licence.attribution;
document.body.append(list, source);`,
    frame: embedSnippet(`${site}${embedHref(siren, 'large')}`, name, EMBED_SIZES.large),
    changes: `curl --silent '${site}/api/v1/changes?since=0&limit=100'`,
    protocol: JSON.stringify(
      { mcpServers: { 'star-finder': { type: 'http', url: `${site}/mcp` } } },
      null,
      2,
    ),
  };
}
