import type { APIRoute } from 'astro';
import { app } from '#desk/app.ts';
import { DEPARTURE, setCookie } from '#desk/cookies.ts';
import { notFound, seeOther } from '#desk/guard.ts';
import { countRequest } from '#desk/sign-in/email.ts';
import { beginOpenid, isOpenidConfigured } from '#desk/sign-in/openid.ts';
import { InputError } from '#domain/errors.ts';

export const prerender = false;

/** Departure to ProConnect. By a link: the policy of this site lets no form lead elsewhere. */
export const GET: APIRoute = async ({ cookies, locals }) => {
  if (!isOpenidConfigured()) return notFound();
  try {
    countRequest(locals.visitor);
    const { location, state } = await beginOpenid(app());
    setCookie(cookies, DEPARTURE, state);
    return seeOther(location);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return seeOther('/espace/connexion?proconnect=indisponible');
  }
};
