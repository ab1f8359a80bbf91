import { describe, expect, it } from '@jest/globals';
import { openReading, openWriting } from './testing/open-outlook.ts';

const entry = { title: 'Frist: Stellungnahme', date: '2026-12-31', notes: 'Rundschreiben 12/2026' };

describe('a date in the calendar', () => {
  it.each([
    ['1.9', 'displayNewAppointmentFormAsync'],
    ['1.5', 'displayNewAppointmentForm'],
  ])('opens a form for the whole day with Mailbox %s', async (version, call) => {
    const { host, outlook } = openReading(version);
    expect(await host.addToCalendar?.(entry)).toEqual({ status: 'done' });
    expect(outlook.opened).toEqual([
      {
        call,
        itemId: null,
        data: {
          subject: 'Frist: Stellungnahme',
          body: 'Rundschreiben 12/2026',
          start: new Date(2026, 11, 31),
          end: new Date(2027, 0, 1),
        },
      },
    ]);
  });

  it('fits into the form whatever its lengths', async () => {
    const { host, outlook } = openReading();
    const long = { ...entry, title: 't'.repeat(999), notes: '😀'.repeat(99_999) };
    expect(await host.addToCalendar?.(long)).toEqual({ status: 'done' });
    expect(outlook.opened).toHaveLength(1);
  });

  it('says what Outlook did not do', async () => {
    const { host, outlook } = openReading();
    expect(await host.addToCalendar?.({ ...entry, date: 'morgen' })).toEqual({
      status: 'failed',
      why: 'unsupported',
    });
    outlook.faults.dropped.add('displayNewAppointmentFormAsync');
    expect(await host.addToCalendar?.(entry)).toEqual({ status: 'unconfirmed' });
  });

  it('is not offered where Outlook has no such form', () => {
    expect(openReading('1.15', false).host.addToCalendar).toBeNull();
    expect(openWriting('html', '', '', { appointments: false }).host.addToCalendar).toBeNull();
    expect(openWriting('html', '').host.addToCalendar).not.toBeNull();
  });
});
