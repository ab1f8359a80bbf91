import { describe, expect, it } from '@jest/globals';
import { icsOf } from './calendar.ts';

describe('an iCalendar file', () => {
  const entry = {
    title: 'Stellungnahme abgeben',
    date: '2026-12-31',
    notes: 'Rundschreiben; Abs. 2,\nZeile',
  };
  const lines = icsOf(entry, new Date('2026-11-23T10:00:00Z')).split('\r\n');

  it('holds one whole day, over the end of the year too', () => {
    expect(lines).toContain('DTSTART;VALUE=DATE:20261231');
    expect(lines).toContain('DTEND;VALUE=DATE:20270101');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  });

  it('escapes what would end a line or a value', () => {
    expect(lines).toContain('SUMMARY:Stellungnahme abgeben');
    expect(lines).toContain('DESCRIPTION:Rundschreiben\\; Abs. 2\\,\\nZeile');
  });
});
