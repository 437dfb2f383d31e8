import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { backUpApp } from '#db/app/backup.ts';
import { SourceError } from '#domain/errors.ts';
import { dataPath } from '#env';
import { runCommand } from '#pipeline/command.ts';

/**
 * `npm run backup [-- FOLDER]`: a copy of what cannot be made again (app.db and the private documents), while the site
 * runs. Default: a folder named by the instant under DATA_DIR/backups.
 */
await runCommand(
  'backup',
  async () => {
    const file = dataPath('app.db');
    if (!existsSync(file)) throw new SourceError(`backup: there is no ${file} yet: nothing to copy.`);
    const stamp = new Date()
      .toISOString()
      .replace(/[-:]|\..*/g, '')
      .replace('T', '-');
    const folder = path.resolve(process.argv[2] ?? dataPath('backups', stamp));
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    await backUpApp(file, path.join(folder, 'app.db'));
    // After the database: a document it names is there, one it does not name yet does no harm.
    const documents = dataPath('documents');
    if (existsSync(documents)) cpSync(documents, path.join(folder, 'documents'), { recursive: true });
    return { folder, documents: existsSync(documents) ? readdirSync(documents).length : 0 };
  },
  ({ folder, documents }) => `app.db and ${documents} documents are in ${folder}`,
);
