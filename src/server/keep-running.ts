/** Waits before the nth start in a row of something that keeps failing. */
export const backOff = (failures: number, firstMs = 250, longestMs = 30_000): number =>
  failures === 0 ? 0 : Math.min(longestMs, firstMs * 2 ** (failures - 1));

/** A process that ran this long had started well: what ends it later is a new failure. */
const STABLE_MS = 30_000;
const STOP_WITHIN_MS = 15_000;

/** What children of node:child_process and workers of node:cluster have in common. */
export type Process = {
  on(event: 'exit', listener: (code: number | null, signal: string | null) => void): unknown;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  kill(signal?: 'SIGKILL'): unknown;
  send(message: LeaveMessage, done?: (error: Error | null) => void): unknown;
};

/** `hand-over`: another process has taken over, there is time to end well. `stop`: everything ends. */
export type LeaveMessage = 'hand-over' | 'stop';

export type Kept = {
  /** Starts another process; the one at work ends when the new one calls `ready`. */
  replace(): void;
  /** Resolves when every process has ended. */
  stop(): Promise<void>;
};

/**
 * Keeps one process running: starts it again when it ends, later and later while it keeps failing. `start` is given
 * `ready`, to be called when the process has taken over its work.
 */
export function keepRunning(
  name: string,
  start: (ready: () => void) => Process,
  log: (line: string) => void,
): Kept {
  /** Processes that should be running; those told to leave stand in `leaving`. */
  const running = new Set<Process>();
  const leaving = new Map<Process, Promise<void>>();
  let failures = 0;
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;

  const begin = () => {
    const startedAt = Date.now();
    const child = start(() => {
      for (const other of running) if (other !== child) leave(other, 'hand-over');
    });
    running.add(child);
    child.on('exit', (code, signal) => {
      if (!running.delete(child) || isStopping) return;
      failures = Date.now() - startedAt > STABLE_MS ? 1 : failures + 1;
      log(`${name}: ended (${signal ?? code}), starts again in ${backOff(failures)} ms`);
      clearTimeout(timer);
      timer = setTimeout(begin, backOff(failures));
    });
  };

  const leave = (child: Process, message: LeaveMessage) => {
    running.delete(child);
    const gone = new Promise<void>((resolve) => child.on('exit', () => resolve()));
    leaving.set(child, gone);
    void gone.then(() => leaving.delete(child));
    child.send(message, () => {});
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    force.unref();
    child.on('exit', () => clearTimeout(force));
  };

  begin();
  return {
    replace: begin,
    stop: async () => {
      isStopping = true;
      clearTimeout(timer);
      for (const child of leaving.keys()) child.send('stop', () => {});
      for (const child of running) leave(child, 'stop');
      await Promise.all(leaving.values());
    },
  };
}
