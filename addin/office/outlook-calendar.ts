import { answered, outcomeOf, within } from './call.ts';
import type { CalendarEntry, Host, Outcome } from './host.ts';
import { limitsOf, subjectOf } from './outlook.ts';
import type { OutlookDeps } from './outlook.ts';

/** Characters of the notes; the form takes 32 KB, and one of ours may need four bytes. */
const MAX_NOTES = 8 * 1024;

/**
 * Opens Outlook's form for a new appointment; the person saves it. Microsoft documents the form for reading mails only,
 * so beside a draft it is looked for.
 * @returns null where Outlook has no such form
 */
export function calendarOf(deps: OutlookDeps): Host['addToCalendar'] {
  const { write } = limitsOf(deps);
  const { mailbox } = deps;
  const has = (name: 'displayNewAppointmentForm' | 'displayNewAppointmentFormAsync') =>
    typeof (mailbox as Partial<typeof mailbox>)[name] === 'function';
  const later = deps.supports('1.9') && has('displayNewAppointmentFormAsync');
  if (!later && !has('displayNewAppointmentForm')) return null;

  async function open(entry: CalendarEntry): Promise<Outcome> {
    const form = formOf(entry);
    if (form === null) return { status: 'failed', why: 'unsupported' };
    if (later) await answered((done) => mailbox.displayNewAppointmentFormAsync(form, done), write);
    else mailbox.displayNewAppointmentForm(form);
    return { status: 'done' };
  }
  return (entry) => within(open(entry), write).catch(outcomeOf);
}

/** From midnight to midnight in the time of this machine, which Outlook shows as the whole day. */
function formOf({ title, date, notes }: CalendarEntry): Office.AppointmentForm | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const at = (later: number) => new Date(Number(year), Number(month) - 1, Number(day) + later);
  return { subject: subjectOf(title), body: notes.slice(0, MAX_NOTES), start: at(0), end: at(1) };
}
