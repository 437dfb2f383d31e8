import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { addDays } from '#domain/dates.ts';
import type { EndingView } from './endings.ts';

/** One all-day event a text, on its last day; its UID stays, so that a calendar moves an event rather than adds one. */
export function endingsCalendar(endings: readonly EndingView[], name: string, site: URL | string): string {
  const host = new URL(site).hostname;
  const calendar = ical({
    name,
    prodId: { company: 'Star finder', product: 'Échéances', language: 'FR' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 24 * 60 * 60,
  });
  for (const { id, title, href, employer, endsOn, basis, benefits, isFictional, publishedOn } of endings)
    calendar.createEvent({
      id: `${id}@${host}`,
      start: endsOn,
      end: addDays(endsOn, 1),
      allDay: true,
      stamp: `${publishedOn}T00:00:00Z`,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: `Fin : ${employer.name} – ${title}${isFictional ? ' (exemple fictif)' : ''}`,
      description: [
        `Dernier jour : ${basis}.`,
        ...(benefits.length > 0 ? [`Sujets abordés : ${benefits.join(', ')}.`] : []),
        'Déposé et publié ; non contrôlé au fond.',
      ].join('\n'),
      url: new URL(href, site).href,
    });
  return calendar.toString();
}
