import { textGuide } from '#opendata/text-guide.ts';

export const GET = () =>
  new Response(textGuide(), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
