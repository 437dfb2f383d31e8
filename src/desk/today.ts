import { todayInParis, type IsoDate } from '#domain/dates.ts';
import { env } from '#env';

/** The day of the desk: the one that is set (tests, rehearsals), else today in Europe/Paris. */
export const today = (): IsoDate => (env.TODAY as IsoDate | undefined) ?? todayInParis();
