import { defineMiddleware } from 'astro:middleware';
import { fillerOf } from '#components/view/search-frame.ts';
import { makeSearchPage } from '#components/view/search-page.ts';
import { readSecret } from '#db/app/secrets.ts';
import { visitorOf } from '#db/limits/visitor.ts';
import { type MakePage, offerPages } from '#search/made-pages.ts';
import { app } from './desk/app.ts';
import { dropCookie, readCookie, SESSION } from './desk/cookies.ts';
import { ageOfForm, issueFormToken } from './desk/form-token.ts';
import { readSession } from './desk/sessions.ts';
import { newToken } from './desk/tokens.ts';

/** Rooms with forms and accounts; every other page knows nobody. The front door lets a body into these alone. */
const ROOMS = /^\/(?:espace|moderation|signaler|repondre)(?:\/|$)/;
const REFUSED_PAGE = '/espace/refus';
const SEARCH = '/recherche';

/**
 * Who is there, and whether what is posted comes from a form we made for them. Pages read `Astro.locals`; they need to
 * check rights, never forms.
 */
export const onRequest = defineMiddleware(async (context, next) => {
  const { locals, request, url, cookies } = context;
  Object.assign(locals, { person: null, csrf: '', form: null, formAge: null, visitor: '', sessionHash: '', refusal: null }); // prettier-ignore
  if (url.pathname === SEARCH && !context.isPrerendered) return answerSearch(url, await next());
  if (context.isPrerendered || !ROOMS.test(url.pathname)) return next();

  const now = new Date();
  const token = readCookie(cookies, SESSION);
  const open = token === null ? null : readSession(app(), token, now);
  if (token !== null && !open) dropCookie(cookies, SESSION);
  const key = readSecret(app(), 'forms', newToken);
  locals.person = open?.person ?? null;
  locals.sessionHash = open?.session.tokenHash ?? '';
  locals.csrf = issueFormToken(key, locals.sessionHash, now);
  locals.visitor = visitorOf((name) => request.headers.get(name), context.clientAddress);
  if (request.method !== 'POST') return next();

  locals.form = await request.formData().catch(() => null);
  const sent = locals.form?.get('jeton');
  locals.formAge = typeof sent === 'string' ? ageOfForm(key, locals.sessionHash, sent, now) : null;
  if (locals.form && locals.formAge !== null) return next();
  locals.refusal = {
    status: 403,
    title: 'Le formulaire n’a pas été reçu',
    words:
      'La page est restée ouverte trop longtemps, ou votre connexion a pris fin. Rien n’a été enregistré : revenez à la page précédente, copiez ce que vous aviez écrit, rechargez la page et renvoyez-le.',
  };
  // A request of its own: the body of this one has been read.
  return next(new Request(new URL(REFUSED_PAGE, url)));
});

/** The frame is the same for every search: with it, the next ones are made without drawing anything again. */
async function answerSearch(url: URL, frame: Response): Promise<Response> {
  const fill = fillerOf(await frame.text());
  const make: MakePage = async (asked) => {
    const made = await makeSearchPage(asked);
    return 'location' in made ? made : { html: fill(made) };
  };
  offerPages(make);
  const made = await make(url);
  return 'location' in made
    ? new Response(null, { status: 302, headers: { Location: made.location } })
    : new Response(made.html, frame);
}
