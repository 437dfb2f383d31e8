import { formatCount, runCommand } from '#pipeline/command.ts';
import { publish } from '#pipeline/publish.ts';

/** `npm run build`: every page anew, put live in one step. */
await runCommand(
  'build',
  (progress) => publish({ isFull: true, progress }),
  ({ build }) =>
    build
      ? `${formatCount(build.pages)} pages, ${formatCount(build.pages / build.seconds)}/s, ${formatCount(build.rssBytes / 1e6)} MB`
      : 'nothing to build',
);
