import { openApp, type AppDatabase } from '#db/app/open.ts';
import { dataPath } from '#env';

/** While one request waits for somebody else's writing to end, this process answers nobody. */
const BUSY_MS = 2000;

let opened: AppDatabase | null = null;

/** app.db of this process, opened at the first request that needs it. */
export function app(): AppDatabase {
  if (opened) return opened;
  const database = openApp(dataPath('app.db'));
  database.$client.pragma(`busy_timeout = ${BUSY_MS}`);
  return (opened = database);
}
