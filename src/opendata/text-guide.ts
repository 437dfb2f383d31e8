import { FICTIONAL_NOTE, LICENCE, SILENCE_NOTE } from '#domain/public/licence.ts';
import { listOperations } from './api/operations.ts';
import { absolute } from './links.ts';

const link = (title: string, path: string, words: string): string =>
  `- [${title}](${absolute(path)}) : ${words}`;

/** The site in one page of Markdown, for programs that read text (llmstxt.org). */
export const textGuide = (): string =>
  [
    '# Star finder',
    '',
    '> Annuaire de ce que les employeurs offrent en France, d’après les accords d’entreprise publiés par la DILA. Chaque avantage est montré avec la phrase signée qui l’accorde, ses dates et son état du jour.',
    '',
    'À respecter en citant ces données :',
    '',
    `- ${SILENCE_NOTE}`,
    '- Un état vaut pour un jour : dites la date. « to-confirm » est une lecture peu sûre, jamais un avantage en vigueur.',
    '- Un accord déposé et publié n’a pas été contrôlé au fond.',
    '- Ni note, ni classement : aucun employeur n’est meilleur qu’un autre parce qu’il a plus de textes publiés.',
    `- ${FICTIONAL_NOTE}`,
    `- ${LICENCE.name} (${LICENCE.url}). Mention : ${LICENCE.attribution}`,
    '',
    '## Données',
    '',
    link('Données ouvertes', '/donnees', 'CSV, JSON Lines, SQLite et Parquet, réécrits chaque nuit'),
    link('Dictionnaire', '/donnees/dictionnaire', 'le sens de chaque colonne'),
    link('OpenAPI', '/api/v1/openapi.json', 'description de l’API, sans clé'),
    ...listOperations().map(({ path, summary }) => `- ${summary} : GET ${absolute(path).replaceAll('%7B', '{').replaceAll('%7D', '}')}`),
    `- Model Context Protocol : ${absolute('/mcp')} (HTTP, lecture seule)`,
    '',
    '## Comprendre',
    '',
    link('Méthode', '/methode', 'comment un accord devient un avantage'),
    link('Qualité de lecture', '/qualite', 'ce que le programme lit juste, avantage par avantage'),
    link('Avantages', '/avantages', 'définitions, minimum légal, ce que chacun ne veut pas dire'),
    link('Glossaire', '/glossaire', 'les mots des accords'),
    '',
  ].join('\n'); // prettier-ignore
