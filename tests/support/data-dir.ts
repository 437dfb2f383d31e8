import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** A DATA_DIR of this test file's own. Import this module first: src/env.ts reads the settings once. */
export const DATA_DIR = mkdtempSync(path.join(tmpdir(), 'star-finder-'));
process.env.DATA_DIR = DATA_DIR;
afterAll(() => rmSync(DATA_DIR, { recursive: true, force: true }));
