import type { APIRoute } from 'astro';
import { listSchemaFiles } from '#catalogue/qvct.ts';

/** Addresses of the site are in lower case. */
const files = listSchemaFiles().map(({ path, text }) => ({ address: path.toLowerCase(), text }));

/** Files of the open schema, at addresses that never change once a version is out. */
export const getStaticPaths = () => files.map(({ address }) => ({ params: { file: address } }));

export const GET: APIRoute = ({ params }) => {
  const file = files.find(({ address }) => address === params['file']);
  return new Response(file?.text ?? null, { status: file ? 200 : 404 });
};
