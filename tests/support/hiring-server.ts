import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Reply = { status: number; body?: unknown; headers?: Record<string, string> };

/** One item as La Bonne Boîte v2 prints it, invented. */
export const office = (siret: string, changes: Record<string, unknown> = {}) => ({
  ...{ rome: 'M1607', id: 1000, siret, email: 'camille.exemple@example.fr' },
  ...{ company_name: 'FORGES IMAGINAIRES', office_name: 'CAMILLE EXEMPLE', headcount_min: 200, headcount_max: 249 },
  ...{ naf: '2562B', naf_label: 'Mécanique industrielle', location: { lat: 48.64, lon: -2.02 } },
  ...{ city: 'SAINT-MALO', citycode: '35288', postcode: '35400', department: 'Ille-et-Vilaine' },
  ...{ department_number: '35', region: 'Bretagne', hiring_potential: 27.6, is_high_potential: true },
  ...changes,
}); // prettier-ignore

/** Token and questions of francetravail.io, on this machine. `answer` says what a question about that SIRET gets. */
export async function startHiringServer(answer: (siret: string) => Reply) {
  const asked: { siret: string; authorization: string | undefined; at: number }[] = [];
  const forms: URLSearchParams[] = [];
  const token: Reply = {
    status: 200,
    body: { access_token: 'jeton', expires_in: 1499, token_type: 'Bearer' },
  };
  const server = createServer((request, response) => {
    void replyTo(request).then(({ status, body, headers }) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(typeof body === 'string' ? body : JSON.stringify(body ?? {}));
    });
  });
  async function replyTo(request: IncomingMessage): Promise<Reply> {
    const url = new URL(request.url!, 'http://localhost');
    if (url.pathname === '/token') {
      let form = '';
      for await (const piece of request) form += String(piece);
      forms.push(new URLSearchParams(form));
      return { ...token };
    }
    if (url.pathname !== '/labonneboite/v2/potentielEmbauche') return { status: 403 };
    const siret = url.searchParams.get('siret') ?? '';
    asked.push({ siret, authorization: request.headers.authorization, at: performance.now() });
    return answer(siret);
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    asked,
    forms,
    /** What the next questions for a token get. */
    token,
    url: `${origin}/labonneboite/v2`,
    tokenUrl: `${origin}/token?realm=/partenaire`,
    close(): void {
      server.closeAllConnections();
      server.close();
    },
  };
}
export type HiringServer = Awaited<ReturnType<typeof startHiringServer>>;
