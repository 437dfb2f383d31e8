import { openApp, type AppDatabase } from '#db/app/open.ts';
import { dataPath } from '#env';

let opened: AppDatabase | null = null;

/** app.db of this process, opened at the first request that needs it. */
export const app = (): AppDatabase => (opened ??= openApp(dataPath('app.db')));
