import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { addDays, type IsoDate } from '#domain/dates.ts';
import { readJson } from './polite.ts';

/** Answers of a service, one small JSON file each, with the day they were given; none is used once it is `days` old. */
export function answerCache<T extends { on: IsoDate }>(folder: string, today: IsoDate, days: number) {
  const fileOf = (key: string): string => path.join(folder, key.slice(-2), `${key}.json`);

  /** The last answer, however old. */
  async function last(key: string): Promise<T | null> {
    const text = await readFile(fileOf(key), 'utf8').catch(() => null);
    return text === null ? null : (readJson(text) as T | null);
  }

  return {
    last,
    async fresh(key: string): Promise<T | null> {
      const known = await last(key);
      return known && known.on > addDays(today, -days) ? known : null;
    },
    async keep(key: string, answer: T): Promise<void> {
      const file = fileOf(key);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(`${file}.new`, JSON.stringify(answer));
      await rename(`${file}.new`, file);
    },
  };
}
