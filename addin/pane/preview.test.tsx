import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import type { SendingPreview } from '../../contract/privacy.ts';
import { previewOf, sentMessage } from './testing/fakes.ts';
import { button, openPane, points, settle } from './testing/open-pane.tsx';
import { mark, preview, text } from './testing/sent.ts';

/** "Was verlässt das Haus?", before something is sent. */

afterEach(cleanup);

type Opened = Awaited<ReturnType<typeof openPane>>;

const send = () => screen.getByRole('button', { name: 'Senden' });

/** Answers the preview that was asked for last. */
async function show({ previews }: Opened, what: SendingPreview = preview, count = previews.length) {
  await waitFor(() => expect(previews.length).toBeGreaterThanOrEqual(Math.max(1, count)), { timeout: 3_000 });
  act(() => previews.at(-1)?.show(what));
  await settle();
}

async function opened(): Promise<Opened> {
  const pane = await openPane('document', 'reply');
  await pane.user.click(button('Vorschau'));
  await screen.findByRole('dialog', { name: 'Was verlässt das Haus?' });
  await show(pane);
  return pane;
}

/** Waits for the preview that a change asks for. */
async function asked({ previews }: Opened, count: number) {
  await waitFor(() => expect(previews).toHaveLength(count), { timeout: 3_000 });
  return previews.at(-1)?.call.privacy;
}

describe('the preview', () => {
  it('is asked for with what the task would send, and shows it with a verdict; nothing is sent', async () => {
    const pane = await openPane('document', 'reply');
    await pane.user.type(points(), 'Frist verlängert');
    await pane.user.click(button('Vorschau'));
    await show(pane);
    expect(pane.previews[0]?.call).toMatchObject({
      task: 'reply',
      model: 'gpt',
      turns: [],
      input: { points: 'Frist verlängert', source: { text: 'Text: Bauvoranfrage' } },
      privacy: { dataClass: null, mask: [], release: [] },
    });
    expect(
      screen.getByText('Personenbezogen: 2 Angaben maskiert, bevor der Text an ChatGPT (EU) geht.'),
    ).toBeTruthy();
    expect(text().textContent).toContain('[PERSON_1], Am Alten Markt 7, bittet.');
    expect(within(text()).queryByText('Regeln der Verwaltung')).toBeNull();
    await pane.user.click(button('Anweisungen von Amtsfeder'));
    expect(within(text()).getByText('Regeln der Verwaltung')).toBeTruthy();
    await pane.user.click(button('Abbrechen'));
    await settle();
    expect(pane.calls).toHaveLength(0);
  });

  it('says what is behind a placeholder to who comes by key, and Escape closes that first', async () => {
    const { user } = await opened();
    // Tab needs a real layout within a dialog; the browser tests press it.
    act(() => mark(/^PERSON_1, dahinter: Lena Müller$/).focus());
    expect(within(text()).getByText('Lena Müller')).toBeTruthy();
    expect(within(text()).getByText('Person · PERSON_1')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(within(text()).queryByText('Lena Müller')).toBeNull();
    expect(screen.getByRole('dialog')).toBeTruthy();
    await user.keyboard('{Escape}');
    await settle();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says it to who points at it, one at a time', async () => {
    const { user } = await opened();
    await user.hover(mark(/^PERSON_1/));
    expect(within(text()).getByText('Lena Müller')).toBeTruthy();
    await user.hover(mark(/^PERSON_2/));
    expect(within(text()).queryByText('Lena Müller')).toBeNull();
    expect(within(text()).getByText('Karin Maurer')).toBeTruthy();
    await user.unhover(mark(/^PERSON_2/));
    await waitFor(() => expect(within(text()).queryByText('Karin Maurer')).toBeNull());
  });

  it('releases with one click, asks anew, lists it, and takes it back', async () => {
    const pane = await opened();
    const { user } = pane;
    await user.hover(mark(/^PERSON_1/));
    await user.click(button('Nicht maskieren'));
    expect(text().getAttribute('aria-busy')).toBe('true');
    expect(text().textContent).toContain('[PERSON_1]');
    expect(send().getAttribute('aria-disabled')).toBe('true');
    expect(await asked(pane, 2)).toMatchObject({ release: ['Lena Müller'] });
    const without = sentMessage('user', 'Lena Müller bittet. {[PERSON_1]|Karin Maurer} sagt zu.');
    await show(pane, previewOf([without]));
    expect(text().getAttribute('aria-busy')).toBe('false');
    const list = screen.getByRole('group', { name: 'Von Ihnen freigegeben' });
    await user.click(within(list).getByRole('button', { name: 'Lena Müller wieder maskieren' }));
    expect(await asked(pane, 3)).toMatchObject({ release: [] });
  });

  it('lets a word through in its own source only; what is masked is so in all of them', async () => {
    const pane = await opened();
    const { user, change } = pane;
    const again = async (title: string) => {
      await user.click(button('Abbrechen'));
      act(() => change('item', { title }));
      await settle();
      const count = pane.previews.length + 1;
      // Without a real layout Fluent may keep what is behind a closed dialog hidden.
      await user.click(screen.getByRole('button', { name: 'Vorschau', hidden: true }));
      const privacy = await asked(pane, count);
      await show(pane);
      return privacy;
    };
    await user.hover(mark(/^PERSON_1/));
    await user.click(button('Nicht maskieren'));
    await asked(pane, 2);
    await show(pane);
    await user.type(screen.getByRole('textbox', { name: 'Weiteres maskieren' }), 'Kowalski{Enter}');
    expect(await asked(pane, 3)).toMatchObject({ mask: ['Kowalski'], release: ['Lena Müller'] });
    await show(pane);
    expect(await again('Anderer Brief')).toMatchObject({ mask: ['Kowalski'], release: [] });
    expect(screen.queryByRole('group', { name: 'Von Ihnen freigegeben' })).toBeNull();
    expect(await again('Bauvoranfrage')).toMatchObject({ mask: ['Kowalski'], release: ['Lena Müller'] });
  });

  it('goes on by key with the placeholder that stands there now', async () => {
    const pane = await opened();
    const { user } = pane;
    act(() => mark(/^PERSON_1/).focus());
    act(() => button('Nicht maskieren').focus());
    expect(within(text()).getByText('Lena Müller')).toBeTruthy();
    await user.keyboard('{Enter}');
    await asked(pane, 2);
    await show(pane, previewOf([sentMessage('user', 'Lena Müller. {[PERSON_1]|Karin Maurer} sagt zu.')]));
    expect(document.activeElement?.getAttribute('aria-label')).toBe('PERSON_1, dahinter: Karin Maurer');
  });

  it('masks what is marked in the text, but no placeholder', async () => {
    const pane = await opened();
    const { user } = pane;
    const select = (from: Node, start: number, to: Node, end: number) =>
      act(() => {
        window.getSelection()?.setBaseAndExtent(from, start, to, end);
        document.dispatchEvent(new Event('selectionchange'));
      });
    const words = [...text().querySelectorAll('div')].flatMap(({ childNodes }) => [...childNodes]);
    const street = words.find(
      (node) => node.nodeType === Node.TEXT_NODE && /Am Alten/.test(String(node.textContent)),
    );
    if (street === undefined) throw new Error('the street is not there');
    const marked = () => button('Markiertes maskieren');
    expect(marked().getAttribute('aria-disabled')).toBe('true');
    select(mark(/^PERSON_1/), 0, street, 6);
    expect(marked().getAttribute('aria-disabled')).toBe('true');
    select(street, 2, street, 18);
    await user.click(marked());
    expect(await asked(pane, 2)).toMatchObject({ mask: ['Am Alten Markt 7'] });
    expect(pane.memory.remembered().mask).toEqual(['Am Alten Markt 7']);
  });

  it('masks a word that is typed, says why it cannot, and takes it off again', async () => {
    const pane = await opened();
    const { user } = pane;
    const field = screen.getByRole('textbox', { name: 'Weiteres maskieren' });
    await user.type(field, 'x{Enter}');
    expect(screen.getByText('Bitte geben Sie mindestens zwei Zeichen an.')).toBeTruthy();
    await user.clear(field);
    await user.type(field, 'Kowalski{Enter}');
    expect((field as HTMLInputElement).value).toBe('');
    expect(await asked(pane, 2)).toMatchObject({ mask: ['Kowalski'] });
    expect(pane.calls).toHaveLength(0);
    await show(pane);
    await user.click(button('Kowalski nicht mehr maskieren'));
    expect(await asked(pane, 3)).toMatchObject({ mask: [] });
  });

  it('says of a word that is masked and not in the text that it is not, once it is known', async () => {
    const pane = await opened();
    const { user } = pane;
    await user.type(
      screen.getByRole('textbox', { name: 'Weiteres maskieren' }),
      'Kowalski{Enter}müller{Enter}',
    );
    const list = () => screen.getByRole('group', { name: 'Von Ihnen maskiert' });
    expect(within(list()).queryByText('kommt im Text nicht vor')).toBeNull();
    await asked(pane, 2);
    await show(pane);
    expect(
      within(list())
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Kowalskikommt im Text nicht vor', 'müller']);
  });

  it('asks once for several changes in a row', async () => {
    const pane = await opened();
    const field = screen.getByRole('textbox', { name: 'Weiteres maskieren' });
    await pane.user.type(field, 'Eins{Enter}Zwei{Enter}Drei{Enter}');
    expect(await asked(pane, 2)).toMatchObject({ mask: ['Eins', 'Zwei', 'Drei'] });
  });

  it('sends exactly what was read for it, with what was decided, and later requests the same', async () => {
    const pane = await opened();
    const { user, change } = pane;
    await user.type(screen.getByRole('textbox', { name: 'Weiteres maskieren' }), 'Kowalski{Enter}');
    await asked(pane, 2);
    await show(pane);
    act(() => change('selection', { words: 3 }));
    await user.click(send());
    await settle();
    expect(pane.last().call).toEqual(pane.previews[1]?.call);
    act(() => pane.last().done('Fassung'));
    await settle();
    // Without a real layout Fluent may keep what is behind a closed dialog hidden.
    await user.click(screen.getByRole('button', { name: 'kürzer', hidden: true }));
    await settle();
    expect(pane.last().call).toMatchObject({ turns: [{ wish: 'kürzer' }], privacy: { mask: ['Kowalski'] } });
  });

  it('says what failed and asks once more', async () => {
    const pane = await openPane('document', 'reply');
    await pane.user.click(button('Vorschau'));
    await waitFor(() => expect(pane.previews).toHaveLength(1));
    act(() => pane.previews[0]?.fail('masking_too_slow'));
    await settle();
    expect(screen.getByRole('alert').textContent).toContain(
      'Die Suche nach personenbezogenen Angaben dauerte zu lange.',
    );
    await pane.user.click(button('Erneut versuchen'));
    await waitFor(() => expect(pane.previews).toHaveLength(2), { timeout: 3_000 });
    await show(pane);
    expect(text()).toBeTruthy();
  });

  it('says that nothing leaves the house, and asks nobody', async () => {
    const pane = await openPane('document', 'reply');
    await pane.user.selectOptions(screen.getByRole('combobox', { name: 'Modell' }), 'builtin');
    await pane.user.click(button('Vorschau'));
    const dialog = await screen.findByRole('dialog', { name: 'Was verlässt das Haus?' });
    expect(within(dialog).getByText('Der Text bleibt im Haus.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Senden' })).toBeNull();
    expect(pane.previews).toHaveLength(0);
  });

  it('leads to another model where the content turns out to be refused', async () => {
    const pane = await openPane('document', 'reply');
    await pane.user.selectOptions(screen.getByRole('combobox', { name: 'Modell' }), 'gem');
    await pane.user.click(button('Vorschau'));
    const { verdict } = preview;
    await show(pane, {
      ...preview,
      messages: [],
      verdict: { ...verdict, dataClass: 'social', treatment: 'refused' },
    });
    expect(
      screen.getByText('Gemini ist für Sozial- und Steuerdaten nicht zugelassen. Es wird nichts gesendet.'),
    ).toBeTruthy();
    await pane.user.click(button('Stattdessen: ChatGPT (EU)'));
    expect(pane.memory.remembered().model).toBe('gpt');
  });

  it('shows a text of 300,000 characters bit by bit', async () => {
    const pane = await openPane('document', 'reply');
    await pane.user.click(button('Vorschau'));
    const long = `<material-${'a'.repeat(32)} art="Dokument">\n${'{[PERSON_1]|Lena Müller} bittet um Auskunft.\n'.repeat(10_000)}\n</material-${'a'.repeat(32)}>`;
    await show(pane, previewOf([sentMessage('user', long)], { parts: 4 }));
    expect(screen.getByText(/Der Text ist lang und wird in 4 Teilen gesendet\./)).toBeTruthy();
    const before = within(text()).getAllByRole('button', { name: /^PERSON_1/ }).length;
    expect(before).toBeLessThanOrEqual(400);
    await pane.user.click(button(/^Mehr anzeigen · noch /));
    expect(within(text()).getAllByRole('button', { name: /^PERSON_1/ }).length).toBeGreaterThan(before);
  });
});

describe('with the setting to see it before every sending', () => {
  it('is chosen in the settings, opens before a model outside is asked, and not for one in the house', async () => {
    const pane = await openPane('document', 'reply');
    const { user, memory, calls, last } = pane;
    await user.click(button('Einstellungen'));
    await user.click(
      await screen.findByRole('checkbox', {
        name: 'Vor jedem Senden nach außen zeigen, was das Haus verlässt',
      }),
    );
    await user.click(button('Speichern'));
    expect(memory.remembered().showsSending).toBe(true);
    // Without a real layout Fluent may keep what is behind a closed dialog hidden; the browser tests look at that.
    const hidden = (name: string) => screen.getByRole('button', { name, hidden: true });
    await user.click(hidden('Entwurf erstellen'));
    await show(pane);
    expect(calls).toHaveLength(0);
    await user.click(send());
    await settle();
    act(() => last().done('Fassung'));
    await settle();
    await user.click(hidden('kürzer'));
    await waitFor(() => expect(pane.previews).toHaveLength(2));
    await show(pane);
    expect(pane.previews[1]?.call.turns).toEqual([{ answer: 'Fassung', wish: 'kürzer' }]);
    await user.click(send());
    await settle();
    expect(calls).toHaveLength(2);
    act(() => last().done('Zweite'));
    act(() => memory.remember({ model: 'builtin' }));
    await settle();
    await user.click(hidden('förmlicher'));
    await settle();
    expect(calls).toHaveLength(3);
    expect(pane.previews).toHaveLength(2);
  });
});
