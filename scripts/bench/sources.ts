import { benchEgapro } from './sources-egapro.ts';
import { benchIdcc } from './sources-idcc.ts';
import { benchSirene } from './sources-sirene.ts';

/** Files of the real layouts and sizes (Sirene: a tenth), generated, read by the real command, thrown away. */
export async function benchSources(): Promise<void> {
  benchSirene();
  await benchIdcc();
  await benchEgapro();
}
