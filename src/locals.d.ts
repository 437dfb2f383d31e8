import type { SignedInPerson } from './desk/sessions.ts';
import type { Fault } from './domain/errors.ts';

declare global {
  namespace App {
    interface Locals {
      /** Who signed in; null on every page made at build time, and for seekers. */
      person: SignedInPerson | null;
      /** Value of the hidden field `jeton` of every form that posts. */
      csrf: string;
      /** What was posted, once the middleware has checked where it comes from; null on GET. */
      form: FormData | null;
      /** Milliseconds between the making of the form and its sending; null on GET. */
      formAge: number | null;
      /** Stands for the visitor in rate limits; forgotten with the request. */
      visitor: string;
      /** Hash of the session; empty without one. */
      sessionHash: string;
      /** What is wrong with what was sent, for the fields of the page that comes back. */
      faults?: readonly Fault[];
      /** Why a form was refused, for the page that says so. */
      refusal: { status: number; title: string; words: string } | null;
    }
  }
}
