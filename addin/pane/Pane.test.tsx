import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, screen, within } from '@testing-library/react';
import { HostError } from '../office/host.ts';
import { chatGpt, gemini } from './testing/fakes.ts';
import { button, openPane as open, points, result, settle } from './testing/open-pane.tsx';

afterEach(cleanup);

describe('a task', () => {
  it('reads the mail, asks, shows the text as it comes, and opens a reply', async () => {
    const { user, last, done } = await open('mail-read');
    await user.type(points(), 'Frist bis 15.12.');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Ton' }), 'förmlich');
    await user.click(button('Entwurf erstellen'));
    await settle();
    const { call } = last();
    expect(call).toMatchObject({
      task: 'reply',
      model: 'gpt',
      author: { name: 'Karin Maurer' },
      turns: [],
      input: { points: 'Frist bis 15.12.', tone: 'formal', form: 'mail', source: { kind: 'mail' } },
    });
    expect(screen.getByText('Antworten · förmlich · mittel')).toBeTruthy();
    act(() => last().text('Sehr geehrte '));
    await settle();
    expect(result().textContent).toBe('Sehr geehrte');
    act(() => last().done('Sehr geehrte **Frau Weber**'));
    await settle();
    expect(within(result()).getByText('Frau Weber').tagName).toBe('STRONG');
    expect(screen.getByText('KI-Entwurf · ChatGPT · EU')).toBeTruthy();
    await user.click(button('Als Antwort öffnen'));
    await settle();
    expect(done).toMatchObject([{ action: 'reply', result: { title: 'Antwort: Bauvoranfrage' } }]);
    expect(done[0]?.result.blocks[0]).toMatchObject({ type: 'paragraph' });
    expect(screen.getByText(/Der Antwortentwurf ist geöffnet/)).toBeTruthy();
  });

  it.each([
    ['mail-read', ['Antworten', 'Vermerk', 'Zusammenfassen', 'Nachschlagen', 'Freie Anweisung', 'Agenten']],
    [
      'mail-compose',
      ['Antworten', 'Vermerk', 'Umschreiben', 'Nachschlagen', 'Freie Anweisung', 'Prüfen', 'Agenten'],
    ],
    [
      'document',
      [
        'Antworten',
        'Vermerk',
        'Umschreiben',
        'Zusammenfassen',
        'Nachschlagen',
        'Freie Anweisung',
        'Prüfen',
        'Agenten',
      ],
    ],
  ] as const)('stands under a tab only where it applies: %s', async (surface, labels) => {
    await open(surface);
    const shown = labels.map((name) => screen.getByRole('tab', { name }));
    expect(screen.getAllByRole('tab')).toEqual(shown);
  });

  it('ends when it is stopped, and keeps the text with its reason', async () => {
    const { user, last } = await open('document');
    await user.click(button('Entwurf erstellen'));
    await settle();
    act(() => last().text('Ein Anfang'));
    await settle();
    await user.keyboard('{Escape}');
    await settle();
    expect(last().signal.aborted).toBe(true);
    expect(result().textContent).toBe('Ein Anfang');
    expect(screen.getByText('angehalten')).toBeTruthy();
    expect(screen.getByText('Angehalten. Der bisherige Text ist noch da.')).toBeTruthy();
  });

  it('says what failed, keeps the text, and goes on with another model', async () => {
    const { user, last, calls, memory } = await open('document');
    await user.type(points(), 'Punkt');
    await user.click(button('Entwurf erstellen'));
    await settle();
    act(() => last().text('Ein Anfang'));
    act(() => last().fail('model_cut'));
    await settle();
    expect(screen.getByRole('alert').textContent).toContain(
      'Die Verbindung zu ChatGPT ist mitten in der Antwort',
    );
    expect(result().textContent).toBe('Ein Anfang');
    await user.click(button('Anderes Modell'));
    await user.click(await screen.findByRole('menuitem', { name: /Gemini/ }));
    await settle();
    expect(calls).toHaveLength(2);
    expect(last().call).toMatchObject({ model: 'gem', input: { points: 'Punkt' } });
    expect(memory.remembered().model).toBe('gem');
    act(() => last().done('Ganz', gemini));
    await settle();
    expect(screen.getByText('2 von 2')).toBeTruthy();
    expect(screen.getByText('KI-Entwurf · Gemini · extern')).toBeTruthy();
    await user.click(button('Vorige Fassung'));
    expect(result().textContent).toBe('Ein Anfang');
    expect(screen.getByText('abgebrochen')).toBeTruthy();
  });

  it('names what happens while the person waits', async () => {
    const { user, last } = await open('document', 'summarise');
    await user.click(button('Zusammenfassen'));
    await settle();
    act(() => last().say({ type: 'progress', step: 'section', done: 3, total: 12 }));
    await settle();
    expect(screen.getAllByText('Abschnitt 4 von 12')).not.toHaveLength(0);
    act(() =>
      last().say({ type: 'progress', step: 'failover', from: chatGpt, model: gemini, why: 'model_silent' }),
    );
    await settle();
    expect(screen.getAllByText('ChatGPT antwortet nicht, versuche Gemini')).not.toHaveLength(0);
    act(() => last().done('Kurz', gemini));
    await settle();
    expect(screen.getByText('KI-Entwurf · Gemini (statt ChatGPT) · extern')).toBeTruthy();
    expect(screen.getByText('Zusammenfassung fertig')).toBeTruthy();
  });

  it('is changed with the earlier answers as context, and every version can be reached', async () => {
    const { user, last } = await open('document');
    await user.click(button('Entwurf erstellen'));
    await settle();
    act(() => last().done('Erste Fassung'));
    await settle();
    await user.click(button('kürzer'));
    await settle();
    expect(last().call.turns).toEqual([{ answer: 'Erste Fassung', wish: 'kürzer' }]);
    act(() => last().done('Zweite'));
    await settle();
    await user.type(screen.getByRole('textbox', { name: 'Was soll anders werden?' }), 'mit Gruß{Enter}');
    await settle();
    expect(last().call.turns).toEqual([
      { answer: 'Erste Fassung', wish: 'kürzer' },
      { answer: 'Zweite', wish: 'mit Gruß' },
    ]);
    act(() => last().done('Dritte'));
    await settle();
    expect(screen.getByText('3 von 3')).toBeTruthy();
    await user.click(button('Vorige Fassung'));
    await user.click(button('Vorige Fassung'));
    expect(result().textContent).toBe('Erste Fassung');
    await user.click(button('förmlicher'));
    await settle();
    expect(last().call.turns).toEqual([{ answer: 'Erste Fassung', wish: 'förmlicher' }]);
  });

  it('counts what is missing and leads there, in the document once it stands there', async () => {
    const { user, last, revealed } = await open('document');
    await user.click(button('Entwurf erstellen'));
    await settle();
    act(() => last().done('Am [[Bitte ergänzen: Datum]] in [[Bitte ergänzen: Ort]].'));
    await settle();
    expect(screen.getByText('Entwurf fertig. 2 Angaben ergänzen.')).toBeTruthy();
    await user.click(button('2 Angaben ergänzen'));
    await user.click(button('Ort'));
    await settle();
    expect(document.activeElement?.textContent).toBe('[[Bitte ergänzen: Ort]]');
    expect(revealed).toEqual([]);
    await user.click(button('Einfügen'));
    await settle();
    await user.click(button('Ort'));
    await settle();
    expect(revealed).toEqual(['[[Bitte ergänzen: Ort]]']);
  });

  it.each([
    [
      { status: 'changed' },
      'Der Text wurde inzwischen geändert. Es wurde nichts überschrieben. Sie können den Entwurf einfügen oder kopieren.',
    ],
    [{ status: 'unconfirmed' }, 'Word hat es nicht bestätigt. Bitte sehen Sie nach, ob der Text da ist.'],
    [{ status: 'failed', why: 'read-only' }, 'Das hat nicht geklappt. Das Dokument ist schreibgeschützt.'],
    [{ status: 'copied-instead', why: 'too-long' }, /Der Text liegt jetzt in der Zwischenablage/],
  ] as const)('tells honestly what became of an action: %j', async (outcome, words) => {
    const { user, last, answer, done } = await open('document', 'rewrite', { selectedWords: 12 });
    await user.click(button('Umschreiben'));
    await settle();
    act(() => last().done('Neu'));
    await settle();
    answer(outcome);
    await user.click(button('Ersetzen'));
    await settle();
    expect(screen.getByText(words)).toBeTruthy();
    expect(done[0]).toMatchObject({ action: 'replace', taken: { part: 'selection' } });
  });

  it('says what it needs first, and puts the focus there', async () => {
    const { user, calls } = await open('document', 'instruct');
    await user.click(button('Ausführen'));
    expect(screen.getByText('Bitte schreiben Sie, was zu tun ist.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
    expect(calls).toHaveLength(0);
  });

  it('says when the host has nothing to read', async () => {
    const { user, change, calls } = await open('document', 'rewrite');
    act(() => change('item', new HostError('nothing-open')));
    await settle();
    expect(screen.getByText('Noch nichts geöffnet')).toBeTruthy();
    await user.click(button('Umschreiben'));
    expect(screen.getByRole('alert').textContent).toContain('Bitte öffnen Sie ein Dokument');
    expect(calls).toHaveLength(0);
  });
});

describe('what is read', () => {
  it('follows the selection, and the person can choose', async () => {
    const { user, change, last } = await open('document', 'note');
    expect(screen.getByText('Ganzes Dokument · 1.240 Wörter')).toBeTruthy();
    act(() => change('selection', { selectedWords: 85 }));
    expect(await screen.findByText('Markierung · 85 Wörter')).toBeTruthy();
    await user.click(button('Gelesenen Text ändern'));
    await user.click(await screen.findByRole('menuitemradio', { name: 'Ganzes Dokument · 1.240 Wörter' }));
    await settle();
    await user.click(button('Vermerk erstellen'));
    await settle();
    expect(last().call.input).toMatchObject({ source: { part: 'whole' } });
  });

  it('may change while an answer comes: each mail keeps its own work', async () => {
    const { user, change, last } = await open('mail-read');
    await user.type(points(), 'zur ersten');
    await user.click(button('Entwurf erstellen'));
    await settle();
    act(() => last().text('Antwort auf die erste'));
    act(() => change('item', { title: 'Zweite Mail' }));
    await settle();
    expect(screen.getByText('Liest: „Zweite Mail“')).toBeTruthy();
    expect(screen.queryByText(/Antwort auf die erste/)).toBeNull();
    await user.type(points(), 'zur zweiten');
    act(() => last().done('Antwort auf die erste, fertig'));
    await settle();
    expect(screen.queryByText(/fertig/)).toBeNull();
    act(() => change('item', { title: 'Bauvoranfrage' }));
    await settle();
    expect(result().textContent).toBe('Antwort auf die erste, fertig');
    act(() => change('item', { title: 'Zweite Mail' }));
    await settle();
    expect((points() as HTMLTextAreaElement).value).toBe('zur zweiten');
  });
});

describe('the keyboard', () => {
  it('starts with Strg+Enter and chooses tasks with Alt and a digit', async () => {
    const { user, last } = await open('document');
    points().focus();
    await user.keyboard('{Alt>}[Digit2]{/Alt}');
    const field = screen.getByRole('textbox', { name: 'Was soll im Vermerk stehen?' });
    expect(document.activeElement).toBe(field);
    await user.type(field, 'Telefonat');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await settle();
    expect(last().call).toMatchObject({ task: 'note', input: { points: 'Telefonat' } });
  });
});

describe('an empty pane', () => {
  it('teaches with an example that fills the form', async () => {
    const { user } = await open('document');
    await user.click(button('Beispiel: Fristverlängerung zusagen'));
    expect((points() as HTMLTextAreaElement).value).toContain('Frist bis 15.12. verlängert');
  });
});
