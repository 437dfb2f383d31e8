import { todayInParis, type IsoDate } from '#domain/dates.ts';
import { env } from '#env';

/** The day the program works for: the one that is set (tests, rehearsals), else today in Europe/Paris. */
export const currentDay = (): IsoDate => (env.TODAY as IsoDate | undefined) ?? todayInParis();
