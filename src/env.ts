import path from 'node:path';
import { z } from 'zod';
import { todayInParis, type IsoDate } from './domain/dates.ts';
import { describeIssues } from './domain/errors.ts';

/** Every setting of Star finder, with its default. Nothing else reads `process.env`. */
const Settings = z.object({
  DATA_DIR: z.string().default('.data').describe('Everything that is not code: databases, site, logs'),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(4321)
    .describe('Port of the web server; 0 takes a free one'),
  HOST: z.string().default('127.0.0.1').describe('Address the web server listens on'),
  WEB_PROCESSES: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(1)
    .describe('Processes that answer requests; each holds the search index (400 MB at 150,000 employers)'),
  LIMITS_KEY: z
    .string()
    .optional()
    .describe(
      'Key under which addresses are hashed for rate limits. Made by the supervisor for its processes',
    ),
  SITE_URL: z
    .url()
    .default('http://localhost:4321')
    .describe('Public address, for canonical links and sitemaps'),
  ACCO_INDEX_URL: z
    .url()
    .default('https://echanges.dila.gouv.fr/OPENDATA/ACCO/')
    .describe('Index page of the ACCO base'),
  REFRESH_SOURCES: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .optional()
    .describe('Sources that a refresh asks, with commas (acco,sirene …); default: all'),
  SIRENE_UNITS_URL: z
    .url()
    .default('https://www.data.gouv.fr/api/1/datasets/r/350182c9-148a-46e0-8389-76c2ec1374a3')
    .describe('Sirene: StockUniteLegale, parquet'),
  SIRENE_ESTABLISHMENTS_URL: z
    .url()
    .default('https://www.data.gouv.fr/api/1/datasets/r/a29c1297-1f92-4e2a-8f6b-8c902ce96c5f')
    .describe('Sirene: StockEtablissement, parquet'),
  SIRENE_LINKS_URL: z
    .url()
    .default('https://www.data.gouv.fr/api/1/datasets/r/9c4d5d9c-4bbb-4b9c-837a-6155cb589e26')
    .describe('Sirene: StockEtablissementLiensSuccession, CSV in a zip'),
  SIRENE_API_URL: z
    .url()
    .default('https://recherche-entreprises.api.gouv.fr')
    .describe('API recherche-entreprises, for employers that the stock does not hold yet'),
  SIRENE_LOOKUPS_MAX: z.coerce
    .number()
    .int()
    .min(0)
    .default(500)
    .describe('Employers asked of that API in one refresh; 0 asks nothing'),
  IDCC_URL: z
    .url()
    .default('https://www.data.gouv.fr/api/1/datasets/r/a22e54f7-b937-4483-9a72-aad2ea1316f1')
    .describe('Branch agreements by SIRET, monthly CSV'),
  EGAPRO_INDEX_URL: z
    .url()
    .default('https://www.data.gouv.fr/api/1/datasets/r/d434859f-8d3b-4381-bcdb-ec9200653ae6')
    .describe('Egapro: index-egalite-fh.xlsx'),
  EGAPRO_REPRESENTATION_URL: z
    .url()
    .default('https://egapro.travail.gouv.fr/dgt-export-representation.xlsx')
    .describe('Egapro: women among senior managers and on boards'),
  EGAPRO_DIRECTIVE_URL: z
    .url()
    .default('https://egapro.travail.gouv.fr/api/public/declarations/export?format=csv')
    .describe('Egapro: indicators of directive (EU) 2023/970, CSV'),
  RFAR_URL: z
    .url()
    .default('https://www.data.gouv.fr/api/1/datasets/r/a61ad4c3-5656-480d-b71c-bfc3cc99c9b0')
    .describe('Holders of the label « Relations fournisseurs et achats responsables », CSV'),
  ESS_URL: z
    .url()
    .default('https://www.data.gouv.fr/api/1/datasets/r/57bc99ca-0432-4b46-8fcc-e76a35c9efaf')
    .describe('ESS France: list of the social economy, CSV'),
  SIAE_URL: z.url().optional().describe('Structures of inclusion by work (SIAE), CSV; none by default'),
  HIRING_URL: z
    .url()
    .default('https://api.francetravail.io/partenaire/labonneboite/v2')
    .describe('API La Bonne Boîte of France Travail: signal of hirings; asked only with identifier and key'),
  HIRING_TOKEN_URL: z
    .url()
    .default(
      'https://authentification-partenaire.francetravail.io/connexion/oauth2/access_token?realm=/partenaire',
    )
    .describe('Where francetravail.io gives tokens for it'),
  HIRING_CLIENT_ID: z.string().optional().describe('Identifier of our application on francetravail.io'),
  HIRING_CLIENT_SECRET: z.string().optional().describe('Its secret key'),
  HIRING_LOOKUPS_MAX: z.coerce
    .number()
    .int()
    .min(0)
    .default(500)
    .describe('Establishments asked of that API in one refresh; 0 asks nothing'),
  QVCT_URLS: z
    .string()
    .default('')
    .describe('QVCT files that employers publish in our schema: addresses apart by spaces'),
  MEILI_URL: z.url().optional().describe('Meilisearch server; without it the embedded engine answers'),
  MEILI_KEY: z.string().optional().describe('Key of that server'),
  WORKERS: z.coerce.number().int().min(1).max(64).default(2).describe('Threads that read documents'),
  BUILD_CONCURRENCY: z.coerce.number().int().min(1).max(256).default(16).describe('Pages rendered at once'),
  STARFINDER_OUT_DIR: z
    .string()
    .optional()
    .describe('Folder that `astro build` fills; default DATA_DIR/site. Set by the build command'),
  STARFINDER_DELTA: z
    .string()
    .optional()
    .describe('File of SIRENs, one a line: only these employer pages are built. Set by the build command'),
  MODERATORS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    )
    .describe('E-mail addresses of the moderators, with commas; they sign in by e-mail'),
  MAIL: z
    .union([z.enum(['off', 'folder']), z.url({ protocol: /^smtps?$/ })])
    .default('off')
    .describe(
      'SMTP server (smtp://user:password@host:587); folder = files of DATA_DIR/mails, on this machine only; off = no sign-in by e-mail',
    ),
  MAIL_FROM: z.string().default('Star finder <ne-pas-repondre@localhost>').describe('Sender of the mails'),
  PROCONNECT_ISSUER: z
    .url()
    .optional()
    .describe('OpenID Connect provider of the employer room; without it there is no sign-in by ProConnect'),
  PROCONNECT_CLIENT_ID: z.string().optional().describe('Client that the provider knows this site as'),
  PROCONNECT_CLIENT_SECRET: z.string().optional().describe('Its secret'),
  PROCONNECT_ALGORITHM: z
    .enum(['RS256', 'ES256', 'PS256'])
    .default('RS256')
    .describe('Signature of identity token and user information, as declared to the provider'),
  PROCONNECT_ACR: z
    .string()
    .default('eidas1')
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .describe('Levels of identification taken, with commas'),
  CLIENT_ADDRESS_HEADER: z
    .string()
    .toLowerCase()
    .optional()
    .describe('Header in which a trusted proxy writes the address of the visitor, for rate limits'),
  TODAY: z.iso
    .date()
    .optional()
    .describe('Fixes the day, for tests and rehearsals; otherwise today in Europe/Paris'),
});
type Settings = z.infer<typeof Settings>;

function readSettings(): Settings {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const parsed = Settings.safeParse(given);
  if (!parsed.success)
    throw new Error(`settings: ${describeIssues(parsed.error)}. See src/env.ts for what each one takes.`);
  return parsed.data;
}

export const env = readSettings();

/** Folder of the checkout; commands run from it. */
export const ROOT = process.cwd();

/** A file or folder under `DATA_DIR`. */
export const dataPath = (...parts: string[]): string => path.resolve(ROOT, env.DATA_DIR, ...parts);

/** The day the program works for: the one that is set (tests, rehearsals), else today in Europe/Paris. */
export const currentDay = (): IsoDate => (env.TODAY as IsoDate | undefined) ?? todayInParis();
