import { eq } from 'drizzle-orm';
import type { AppWriter } from './people.ts';
import { secrets } from './schema-accounts.ts';

/** The value of this name; `make` gives it the first time, and whoever comes first wins. */
export function readSecret(app: AppWriter, name: string, make: () => string): string {
  const known = app.select().from(secrets).where(eq(secrets.name, name)).get();
  if (known) return known.value;
  app.insert(secrets).values({ name, value: make() }).onConflictDoNothing().run();
  return app.select().from(secrets).where(eq(secrets.name, name)).get()!.value;
}
