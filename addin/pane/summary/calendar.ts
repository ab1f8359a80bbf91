import ical from 'ical-generator';
import type { CalendarEntry } from '../../office/host.ts';

/**
 * A whole day as an iCalendar file (RFC 5545), for calendars that cannot be reached directly.
 * @param now when it was made
 */
export function icsOf({ title, date, notes }: CalendarEntry, now: Date): string {
  const calendar = ical({
    prodId: { company: 'KI-Verbund Westpfalz', product: 'Amtsfeder', language: 'DE' },
  });
  const start = new Date(`${date}T00:00:00Z`);
  calendar.createEvent({
    id: `${date}-${now.getTime()}@amtsfeder`,
    start,
    // The end of a whole day is the day after it (RFC 5545, 3.6.1).
    end: new Date(start.getTime() + 86_400_000),
    allDay: true,
    timezone: 'UTC',
    summary: title,
    description: notes,
    stamp: now,
  });
  return calendar.toString();
}
