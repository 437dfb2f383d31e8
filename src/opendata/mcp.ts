import { createMcpHandler, McpServer, type CallToolResult } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { SHOWN_STATES } from '#domain/claim.ts';
import { LICENCE, SILENCE_NOTE } from '#domain/public/licence.ts';
import type { SearchEngine } from '#search/engine.ts';
import { API_VERSION } from './api/openapi.ts';
import { operationOf } from './api/operations.ts';
import { refusedParameters } from './api/parameters.ts';
import { findAgreement, findEmployer, findSiret, listDefinitions, listStates } from './api/read.ts';
import { searchAnswer } from './api/search.ts';

const INSTRUCTIONS = [
  'Annuaire de ce que les employeurs offrent en France, d’après les accords d’entreprise publiés.',
  SILENCE_NOTE,
  'Chaque avantage porte la phrase du texte (quote), son état au jour de la réponse et ses dates : citez-les.',
  'Un état « to-confirm » est une lecture peu sûre, jamais un avantage en vigueur.',
  `Licence : ${LICENCE.name}. ${LICENCE.attribution}`,
].join(' ');

const said = (value: object): CallToolResult => ({
  content: [{ type: 'text', text: JSON.stringify(value) }],
  structuredContent: value as Record<string, unknown>,
});
const failed = (words: string): CallToolResult => ({
  content: [{ type: 'text', text: words }],
  isError: true,
});

type Found = { found: object } | { problem: string; detail: string };
const told = (answer: Found): CallToolResult =>
  'found' in answer ? said(answer.found) : failed(answer.detail);

const READ_ONLY = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};
const codes = (description: string) => z.array(z.string()).optional().describe(description);

const SearchInput = z.object({
  texte: z.string().max(120).optional().describe('Nom, enseigne, commune, SIREN ou mots d’un avantage'),
  avantages: codes('Identifiants d’avantages, tous exigés : voir definir_avantages'),
  regions: codes('Codes INSEE de régions'),
  departements: codes('Codes de départements : 35, 2A, 974'),
  communes: codes('Codes INSEE de communes'),
  branches: codes('Codes IDCC de conventions collectives'),
  secteurs: codes('Divisions NAF, deux chiffres'),
  effectifs: codes('Tranches d’effectif, codes Sirene'),
  etats: z.array(z.enum(SHOWN_STATES)).optional().describe('Sans lui : en vigueur, présumé ou déclaré'),
  page: z.int().min(1).max(10_000).optional(),
  taille: z.int().min(1).max(50).optional().describe('Résultats par page ; 10 sans lui'),
});

const NAMES = {
  avantages: 'avantage',
  regions: 'region',
  departements: 'departement',
  communes: 'commune',
  branches: 'branche',
  secteurs: 'secteur',
  effectifs: 'effectif',
  etats: 'etat',
} as const;

async function search(input: z.infer<typeof SearchInput>, engine: SearchEngine): Promise<CallToolResult> {
  const params = new URLSearchParams({ taille: String(input.taille ?? 10) });
  if (input.texte) params.set('q', input.texte);
  if (input.page) params.set('page', String(input.page));
  for (const [name, parameter] of Object.entries(NAMES))
    for (const value of input[name as keyof typeof NAMES] ?? []) params.append(parameter, value);
  const errors = refusedParameters(operationOf('search').parameters, params);
  if (errors.length > 0)
    return failed(errors.map(({ name, value, reason }) => `${name} = ${value} : ${reason}`).join('\n'));
  const { facets: _, ...answer } = await searchAnswer(engine, params);
  return said({ ...answer, note: SILENCE_NOTE });
}

function createServer(engine: () => SearchEngine): McpServer {
  const server = new McpServer(
    { name: 'star-finder', title: 'Star finder', version: API_VERSION },
    { instructions: INSTRUCTIONS },
  );
  server.registerTool(
    'chercher_employeurs',
    {
      title: 'Chercher des employeurs',
      description:
        'Employeurs dont un accord publié accorde ce qui est demandé, avec l’état de chaque avantage.',
      inputSchema: SearchInput,
      annotations: READ_ONLY,
    },
    (input) => search(input, engine()),
  );
  server.registerTool(
    'lire_employeur',
    {
      title: 'Lire un employeur',
      description:
        'Tout ce que montre la page d’un employeur : avantages avec extrait, état et dates, accords, sources.',
      inputSchema: z.object({ siren: z.string().describe('SIREN (9 chiffres) ou SIRET (14 chiffres)') }),
      annotations: READ_ONLY,
    },
    ({ siren }) => {
      const number = siren.replace(/\s/g, '');
      if (number.length !== 14) return told(findEmployer(number));
      const by = findSiret(number);
      return told('problem' in by ? by : findEmployer(by.found.siren));
    },
  );
  server.registerTool(
    'lire_accord',
    {
      title: 'Lire un accord',
      description: 'Ce qu’un texte accorde, avec ses extraits. Déposé et publié ; non contrôlé au fond.',
      inputSchema: z.object({
        id: z.string().describe('Identifiant de la DILA : ACCOTEXT et douze chiffres'),
      }),
      annotations: READ_ONLY,
    },
    ({ id }) => told(findAgreement(id)),
  );
  server.registerTool(
    'definir_avantages',
    {
      title: 'Définir les avantages',
      description:
        'Ce que veut dire chaque avantage, ce qu’il ne veut pas dire, le minimum légal, et pourquoi rien ne peut être visible même là où il existe.',
      inputSchema: z.object({ avantages: codes('Identifiants ; sans eux : la liste, sans le détail') }),
      annotations: READ_ONLY,
    },
    ({ avantages }) => {
      const all = listDefinitions();
      const chosen = all.filter(({ id }) => avantages?.includes(id));
      if (avantages && chosen.length < new Set(avantages).size)
        return failed('Un identifiant est inconnu : appelez definir_avantages sans lui pour avoir la liste.');
      const list = all.map(({ id, label, family }) => ({ id, label, family }));
      return said({ avantages: avantages ? chosen : list, etats: listStates(), note: SILENCE_NOTE });
    },
  );
  return server;
}

/** The read-only endpoint of the Model Context Protocol: one server a request, nothing kept between two. */
export const createMcp = (engine: () => SearchEngine, onError: (error: Error) => void) =>
  createMcpHandler(() => createServer(engine), {
    // A stream that stays open would hold a page for ever, and nothing here changes under a reader.
    maxSubscriptions: 0,
    responseMode: 'json',
    onerror: onError,
  });
