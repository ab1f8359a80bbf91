import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, screen, within } from '@testing-library/react';
import type { Statement, Summary } from '../../contract/summary.ts';
import type { CalendarEntry, Host, Remark } from '../office/host.ts';
import { button, openPane, result, settle } from './testing/open-pane.tsx';

/** A summary that proves itself. */

afterEach(cleanup);

const proven: Statement = {
  id: 0,
  section: 'Fristen',
  text: 'Die Meldung ist bis zum **15.12.2026** abzugeben.',
  evidence: { state: 'proven', passage: 'bis zum 15.12.2026 zu melden' },
};
const inexact: Statement = {
  id: 1,
  section: 'Fristen',
  text: 'Nachmeldungen kosten 40 €.',
  evidence: { state: 'inexact', passage: 'Nachmeldungen kosten 30 €', figures: ['40 €'] },
};
const unproven: Statement = {
  id: 2,
  section: 'Zuständigkeit',
  text: 'Zuständig ist das Ordnungsamt.',
  evidence: { state: 'unproven' },
};
const absent: Statement = {
  id: 3,
  section: 'Anlagen',
  text: 'nicht angegeben',
  evidence: { state: 'absent' },
};
const summary: Summary = {
  layout: 'fields',
  statements: [proven, inexact, unproven, absent],
  dueDates: [
    { statement: 0, what: 'Meldung abgeben', date: '2026-12-15', rule: null },
    { statement: 0, what: 'Widerspruch', date: '2027-01-04', rule: 'ein Monat nach dem 03.12.2026' },
  ],
};

async function summarised(surface: 'document' | 'mail-read', skills: Partial<Host> = {}) {
  const pane = await openPane(surface, 'summarise', {}, skills);
  await pane.user.click(button('Zusammenfassen'));
  await settle();
  return pane;
}

describe('a summary', () => {
  it('comes statement by statement, each with what is known of it', async () => {
    const { last } = await summarised('document');
    act(() => last().say({ type: 'statement', statement: proven }));
    await settle();
    expect(await within(result()).findByRole('heading', { name: 'Fristen' })).toBeTruthy();
    expect(within(result()).getAllByRole('listitem')).toHaveLength(1);
    act(() => last().finish({ text: 'Text', summary }));
    await settle();
    expect(screen.getByText('1 belegt · 1 ungenau · 1 nicht belegt')).toBeTruthy();
    expect(screen.getByText('In der Textstelle steht nicht: 40 €')).toBeTruthy();
    expect(result().textContent).toContain('nicht angegeben');
  });

  it('leads to the passage in the document', async () => {
    const { user, last, revealed } = await summarised('document');
    act(() => last().finish({ text: 'Text', summary }));
    await user.click(await screen.findByRole('button', { name: 'belegt · Stelle zeigen' }));
    expect(revealed).toEqual(['bis zum 15.12.2026 zu melden']);
  });

  it('shows the passage in a window where the host cannot', async () => {
    const { user, last } = await summarised('mail-read', { reveal: () => Promise.resolve(false) });
    act(() =>
      last().finish({
        text: 'Text',
        summary: {
          ...summary,
          statements: [{ ...proven, evidence: { state: 'proven', passage: 'Text: Bauvoranfrage' } }],
        },
      }),
    );
    await user.click(await screen.findByRole('button', { name: 'belegt · Stelle zeigen' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.querySelector('mark')?.textContent).toBe('Text: Bauvoranfrage');
    expect(dialog.textContent).toContain('Eva Weber');
  });

  it('puts its days into the calendar', async () => {
    const entries: CalendarEntry[] = [];
    const { user, last } = await summarised('mail-read', {
      addToCalendar: (entry) => {
        entries.push(entry);
        return Promise.resolve({ status: 'done' });
      },
    });
    act(() => last().finish({ text: 'Text', summary }));
    await user.click(await screen.findByRole('button', { name: 'In den Kalender: Mo., 04.01.2027' }));
    await settle();
    expect(entries).toEqual([
      { title: 'Widerspruch', date: '2027-01-04', notes: 'Bauvoranfrage\nein Monat nach dem 03.12.2026' },
    ]);
    expect(screen.getByText(/Das Formular für den Termin ist geöffnet/)).toBeTruthy();
    expect(screen.getByText('Berechnet: ein Monat nach dem 03.12.2026')).toBeTruthy();
  });

  it('becomes comments at the passages', async () => {
    const written: Remark[] = [];
    const { user, last } = await summarised('document', {
      comment: (_taken, remarks) => {
        written.push(...remarks);
        return Promise.resolve({ status: 'done' });
      },
    });
    act(() => last().finish({ text: 'Text', summary }));
    await user.click(await screen.findByRole('button', { name: 'Als Kommentare an die Stellen' }));
    await settle();
    expect(written).toEqual([
      {
        passage: 'bis zum 15.12.2026 zu melden',
        text: 'Fristen: Die Meldung ist bis zum 15.12.2026 abzugeben.',
      },
      { passage: 'Nachmeldungen kosten 30 €', text: 'Fristen: Nachmeldungen kosten 40 €.' },
    ]);
    expect(screen.getByText('Die Kommentare stehen an ihren Stellen.')).toBeTruthy();
  });
});
