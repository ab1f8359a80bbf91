import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Pane } from './Pane.tsx';
import { fakeBackend, fakeHost, fakeMemory } from './testing/fakes.ts';
import { button, settle } from './testing/open-pane.tsx';

afterEach(cleanup);

describe('several panes of a page', () => {
  it('share who signs and which model answers, and keep their own forms', async () => {
    const memory = fakeMemory();
    const { backend, last } = fakeBackend();
    const user = userEvent.setup();
    render(
      <>
        <section aria-label="Word">
          <Pane host={fakeHost('document').host} backend={backend} memory={memory} />
        </section>
        <section aria-label="Outlook">
          <Pane host={fakeHost('mail-read').host} backend={backend} memory={memory} />
        </section>
      </>,
    );
    await waitFor(() => expect(screen.getAllByRole('combobox', { name: 'Modell' })).toHaveLength(2));
    const word = within(screen.getByRole('region', { name: 'Word' }));
    const outlook = within(screen.getByRole('region', { name: 'Outlook' }));
    await user.selectOptions(word.getByRole('combobox', { name: 'Modell' }), 'gem');
    await user.click(word.getByRole('button', { name: 'Einstellungen' }));
    await user.type(await screen.findByRole('textbox', { name: 'Behörde' }), 'Landkreis Kusel');
    await user.click(button('Speichern'));
    // Without a real layout Fluent may keep what is behind a closed dialog hidden; the browser tests look at that.
    const field = await word.findByRole('textbox', { name: 'Was soll drinstehen?', hidden: true });
    await user.type(field, 'Punkt');
    expect(await outlook.findByText('Landkreis Kusel')).toBeTruthy();
    await user.click(outlook.getByRole('button', { name: 'Entwurf erstellen', hidden: true }));
    await settle();
    expect(last().call).toMatchObject({ model: 'gem', author: { authority: 'Landkreis Kusel' } });
    expect(last().call.input).toMatchObject({ points: '' });
    cleanup();
    expect(Object.values(memory.forms('document'))).toMatchObject([{ points: 'Punkt' }]);
    expect(Object.values(memory.forms('mail-read'))).toMatchObject([{ points: '' }]);
  });
});
