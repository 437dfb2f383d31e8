import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { IsoDate } from '#domain/dates.ts';
import { isDumpDue } from '#pipeline/dump.ts';

const CHILD = fileURLToPath(new URL('../pipeline/dump-child.ts', import.meta.url));

/** Writes the open data anew when they are of another day, or hold what was withdrawn since; one at a time. */
export function createDumper(log: (line: string) => void = console.error) {
  let running: ChildProcess | null = null;
  return {
    /** Call after a publication. What falls due while a dump is written is seen when it is done. */
    look(today: IsoDate): void {
      if (running || !isDumpDue(today)) return;
      running = fork(CHILD, [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
      running.once('exit', (code) => {
        running = null;
        if (code === 0) this.look(today);
        else
          log('publisher: the open data were not written; those of before stay. The next run tries again.');
      });
    },
    stop(): void {
      running?.removeAllListeners('exit');
      running?.kill();
    },
  };
}
