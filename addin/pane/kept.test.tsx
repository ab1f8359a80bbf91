import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { Pane } from './Pane.tsx';
import { button, openPane as open, points, result, settle } from './testing/open-pane.tsx';

/** What the pane keeps while something else changes. */

afterEach(cleanup);

describe('nothing is lost', () => {
  it('when the task changes, or the pane is closed and opened again', async () => {
    const { user, host, backend, memory } = await open('document');
    await user.type(points(), 'Mein Stichpunkt');
    await user.click(screen.getByRole('tab', { name: 'Vermerk' }));
    await user.click(screen.getByRole('tab', { name: 'Antworten' }));
    expect((points() as HTMLTextAreaElement).value).toBe('Mein Stichpunkt');
    cleanup();
    expect(JSON.stringify(memory.forms('document'))).not.toContain('Bauvoranfrage');
    render(<Pane host={host} backend={backend} memory={memory} />);
    await settle();
    expect((points() as HTMLTextAreaElement).value).toBe('Mein Stichpunkt');
  });

  it('when the form is opened again beside its result', async () => {
    const { user, last } = await open('document');
    await user.type(points(), 'Punkt');
    await user.click(button('Entwurf erstellen'));
    await settle();
    act(() => last().done('Fassung'));
    await settle();
    await user.click(button('Auftrag bearbeiten'));
    expect((points() as HTMLTextAreaElement).value).toBe('Punkt');
    await user.click(button('Zurück zum Ergebnis'));
    expect(result().textContent).toBe('Fassung');
  });
});

describe('two mails of the same subject', () => {
  it('are two pieces of work', async () => {
    const { user, change } = await open('mail-read', 'reply', { id: 'A' });
    await user.type(points(), 'zur ersten');
    act(() => change('item', { id: 'B' }));
    await settle();
    expect((points() as HTMLTextAreaElement).value).toBe('');
    act(() => change('item', { id: 'A' }));
    await settle();
    expect((points() as HTMLTextAreaElement).value).toBe('zur ersten');
  });
});

describe('the settings', () => {
  it('hold who signs', async () => {
    const { user, memory } = await open('document');
    await user.click(button('Einstellungen'));
    await user.type(await screen.findByRole('textbox', { name: 'Behörde' }), 'Landkreis Kusel');
    expect((screen.getByRole('textbox', { name: 'Ihr Name' }) as HTMLInputElement).value).toBe(
      'Karin Maurer',
    );
    await user.click(button('Speichern'));
    await waitFor(() => expect(memory.remembered().author?.authority).toBe('Landkreis Kusel'));
    expect(await screen.findByText('Landkreis Kusel')).toBeTruthy();
  });
});
