import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Pane } from './Pane.tsx';
import { fakeBackend, fakeHost, fakeMemory } from './testing/fakes.ts';
import { button, settle } from './testing/open-pane.tsx';

/** "Was verlässt das Haus?", in the first moments, before the models have arrived. */

afterEach(cleanup);

describe('the preview', () => {
  it('sends nothing where it is not yet known to whom', async () => {
    const user = userEvent.setup();
    const { host } = fakeHost('document');
    const { backend, calls } = fakeBackend();
    const waiting = { ...backend, models: () => new Promise<never>(() => undefined) };
    const memory = fakeMemory();
    render(<Pane host={host} backend={waiting} memory={memory} initialTask="reply" />);
    await screen.findByText(/Liest(: | keinen Text)/);
    await user.click(button('Vorschau'));
    act(() => memory.remember({ showsSending: true }));
    await user.click(button('Entwurf erstellen'));
    await settle();
    expect(calls).toHaveLength(0);
    act(() => memory.remember({ showsSending: false }));
    await user.click(button('Entwurf erstellen'));
    await settle();
    expect(calls).toHaveLength(1);
  });
});
