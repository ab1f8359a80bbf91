import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { chatGpt } from './testing/fakes.ts';
import { button, openPane, settle } from './testing/open-pane.tsx';
import { letter, mark, preview, rules, text } from './testing/sent.ts';

/** What was sent, under the answer. */

afterEach(cleanup);

describe('the protocol', () => {
  const { verdict } = preview;
  const sent = { type: 'sent', model: chatGpt, verdict, masked: 2, messages: [rules, letter] } as const;

  it('stands under the answer with what was masked, and shows it letter by letter, to read only', async () => {
    const { user, last } = await openPane('document', 'reply');
    await user.click(button('Entwurf erstellen'));
    await settle();
    act(() => {
      last().say({ ...sent, messages: [...sent.messages] });
      last().done('Sehr geehrte Frau Müller');
    });
    await settle();
    expect(screen.getByText(/^KI-Entwurf · ChatGPT · EU/)).toBeTruthy();
    await user.click(button('gesendet: 2 maskiert'));
    const dialog = await screen.findByRole('dialog', { name: 'Was wurde gesendet?' });
    expect(
      within(dialog).getByText(/^\d\d:\d\d Uhr an ChatGPT \(EU\) · Personenbezogen · 2 Angaben maskiert$/),
    ).toBeTruthy();
    expect(text().textContent).toContain('[PERSON_1], Am Alten Markt 7, bittet.');
    await user.hover(mark(/^PERSON_1, dahinter: Lena Müller/));
    expect(within(text()).getByText('Lena Müller')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Nicht maskieren' })).toBeNull();
    expect(screen.queryByRole('textbox', { name: 'Weiteres maskieren' })).toBeNull();
  });

  it('shows a long source part by part, and counts what was masked once', async () => {
    const { user, last } = await openPane('document', 'reply');
    await user.click(button('Entwurf erstellen'));
    await settle();
    act(() => {
      last().say({ ...sent, messages: [letter] });
      last().say({ ...sent, messages: [letter] });
      last().done('Kurz');
    });
    await settle();
    await user.click(button('gesendet: 2 maskiert'));
    expect(await screen.findByText(/^Teil 1 von 2: /)).toBeTruthy();
    expect(screen.getAllByRole('region', { name: 'Text, wie er gesendet wird' })).toHaveLength(2);
  });

  it('is there also where no answer came', async () => {
    const { user, last } = await openPane('document', 'reply');
    await user.click(button('Entwurf erstellen'));
    await settle();
    act(() => {
      last().say({ ...sent, messages: [letter] });
      last().fail('model_silent');
    });
    await settle();
    await user.click(button('Was wurde gesendet?'));
    expect(await screen.findByRole('dialog', { name: 'Was wurde gesendet?' })).toBeTruthy();
  });

  it('is there also where a person stops before the first word', async () => {
    const { user, last } = await openPane('document', 'reply');
    await user.click(button('Entwurf erstellen'));
    await settle();
    act(() => last().say({ ...sent, messages: [letter] }));
    await settle();
    await user.click(button('Stopp'));
    await settle();
    expect(screen.getByText('Angehalten. Es wurde schon etwas gesendet.')).toBeTruthy();
    await user.click(button('Was wurde gesendet?'));
    expect(await screen.findByRole('dialog', { name: 'Was wurde gesendet?' })).toBeTruthy();
  });

  it('says why a lower class was chosen', async () => {
    const pane = await openPane('document', 'reply');
    const { user, last } = pane;
    pane.suggest({ dataClass: 'social', because: [] });
    act(() => pane.change('item', { title: 'Brief' }));
    const classes = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Datenklasse' });
    await waitFor(() => expect(classes.value).toBe('social'));
    await user.selectOptions(classes, 'personal');
    await user.type(screen.getByRole('textbox', { name: /^Warum/ }), 'Es ist nur ein Muster');
    await user.click(button('Entwurf erstellen'));
    await settle();
    act(() => {
      last().say({
        ...sent,
        verdict: { ...verdict, suggestion: { dataClass: 'social', because: [] } },
        messages: [letter],
      });
      last().done('Fassung');
    });
    await settle();
    await user.click(button('gesendet: 2 maskiert'));
    expect(await screen.findByText('Niedrigere Klasse gewählt, weil: Es ist nur ein Muster')).toBeTruthy();
  });

  it('says of a text that stayed in the house that it did', async () => {
    const { user, last } = await openPane('document', 'reply');
    await user.click(button('Entwurf erstellen'));
    await settle();
    act(() => last().done('Auszug', { ...chatGpt, label: 'Modell im Haus', place: 'intern' }));
    await settle();
    expect(
      screen.getByText('KI-Entwurf · Modell im Haus · Nicht gesendet: Der Text blieb im Haus.'),
    ).toBeTruthy();
  });
});
