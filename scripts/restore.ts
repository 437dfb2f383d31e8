import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { restoreApp } from '#db/app/backup.ts';
import { InputError } from '#domain/errors.ts';
import { dataPath } from '#env';
import { runCommand } from '#pipeline/command.ts';

/**
 * `npm run restore -- FOLDER`: app.db and the documents of a backup, in the place of those there are. What was withheld,
 * withdrawn or erased since then stays so; the publisher renders the pages that change.
 */
await runCommand(
  'restore',
  async () => {
    const [folder] = process.argv.slice(2);
    if (!folder) throw new InputError('restore: say which backup: npm run restore -- FOLDER.');
    const restored = await restoreApp(
      path.join(folder, 'app.db'),
      dataPath('app.db'),
      dataPath('app.restored.db'),
    );
    const documents = path.join(folder, 'documents');
    if (existsSync(documents)) cpSync(documents, dataPath('documents'), { recursive: true });
    return restored;
  },
  ({ withheldAgain, withdrawnAgain, erasedAgain, queued }) =>
    `done; since that backup ${withheldAgain} things were withheld, ${withdrawnAgain} taken back and ${erasedAgain} people erased, and stay so; ${queued} employers to publish again`,
);
