import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { Host } from '../office/host.ts';
import { Pane } from './Pane.tsx';
import { fakeBackend, fakeHost, fakeMemory } from './testing/fakes.ts';
import { button, openPane, points, settle } from './testing/open-pane.tsx';

/** The data class of what is in sight, and what it means for the models. */

afterEach(cleanup);

const classes = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Datenklasse' });
const models = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Modell' });
const chosen = (select: HTMLSelectElement) => select.selectedOptions[0]?.textContent;
const reason = () => screen.getByRole('textbox', { name: /^Warum trifft die niedrigere Klasse zu\?/ });

async function judged(dataClass: 'public' | 'personal' | 'social' | 'restricted', because: string[] = []) {
  const pane = await openPane('document', 'reply');
  pane.suggest({ dataClass, because });
  act(() => pane.change('item', { title: 'Brief' }));
  await waitFor(() => expect(classes().value).toBe(dataClass));
  return pane;
}

describe('the data class', () => {
  it('is suggested once the source rests, with the reason and what it means', async () => {
    const { judged: sources, user, last } = await judged('personal', ['Namen und Anschriften']);
    expect(sources.at(-1)).toMatchObject({ kind: 'document', text: 'Text: Brief' });
    const meaning =
      'Namen, Anschriften und Nummern werden maskiert, bevor der Text an ChatGPT geht.Klasse nach Inhalt: Namen und Anschriften';
    expect(document.getElementById(classes().getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      meaning,
    );
    await user.click(button('Entwurf erstellen'));
    await settle();
    // What the content says the backend knows better: it sees all that is sent.
    expect(last().call.privacy).toEqual({ dataClass: null, reason: '', mask: [], release: [] });
  });

  it('is asked for neither at once nor for what is only passed by', async () => {
    const { change, judged: sources } = await openPane('document');
    for (const title of ['A', 'B', 'C']) {
      act(() => change('item', { title }));
      await settle();
    }
    expect(sources).toEqual([]);
    await waitFor(() => expect(sources).toHaveLength(1), { timeout: 3_000 });
    expect(sources).toMatchObject([{ text: 'Text: C' }]);
  });

  it('is left to the moment of sending where it cannot be found out, and blocks nothing', async () => {
    const { user, last, suggest, change } = await openPane('document');
    suggest(null);
    act(() => change('item', { title: 'Brief' }));
    expect(chosen(classes())).toBe('Nach Inhalt');
    await user.click(button('Entwurf erstellen'));
    await settle();
    expect(last().call.privacy.dataClass).toBeNull();
  });

  it('can be raised without a question, holds for that source, and falls back for another', async () => {
    const { user, last, change } = await judged('personal');
    await user.selectOptions(classes(), 'social');
    expect(screen.queryByRole('textbox', { name: /Warum/ })).toBeNull();
    act(() => change('item', { title: 'Anderer Brief' }));
    await waitFor(() => expect(chosen(classes())).toBe('Personenbezogen'));
    act(() => change('item', { title: 'Brief' }));
    await settle();
    expect(chosen(classes())).toBe('Sozial-/Steuerdaten');
    await user.click(button('Entwurf erstellen'));
    await settle();
    expect(last().call.privacy).toMatchObject({ dataClass: 'social', reason: '' });
  });

  it('is lowered only with a reason, which has the focus until it is there', async () => {
    const { user, calls, last } = await judged('social', ['Begriffe „Wohngeld“']);
    await user.type(points(), 'Punkt');
    await user.selectOptions(classes(), 'internal');
    expect(
      screen.getByText(/Der Inhalt spricht für Sozial-\/Steuerdaten: Begriffe „Wohngeld“\./),
    ).toBeTruthy();
    await user.click(button('Entwurf erstellen'));
    await waitFor(() => expect(document.activeElement).toBe(reason()));
    expect(
      screen.getByText('Bitte geben Sie den Grund in ein paar Worten an, bevor der Text gesendet wird.'),
    ).toBeTruthy();
    expect(calls).toHaveLength(0);
    await user.keyboard('Muster ohne Personen{Control>}{Enter}{/Control}');
    await settle();
    expect(last().call).toMatchObject({
      input: { points: 'Punkt' },
      privacy: { dataClass: 'internal', reason: 'Muster ohne Personen' },
    });
  });

  it('needs no reason any more once the suggestion is taken again', async () => {
    const { user, last } = await judged('personal');
    await user.selectOptions(classes(), 'public');
    expect(reason()).toBeTruthy();
    await user.selectOptions(classes(), 'Personenbezogen (Vorschlag)');
    expect(screen.queryByRole('textbox', { name: /Warum/ })).toBeNull();
    await user.click(button('Entwurf erstellen'));
    await settle();
    expect(last().call.privacy).toMatchObject({ dataClass: 'personal', reason: '' });
  });

  it('stays as it was chosen when the content later suggests a lower one', async () => {
    const { user, last, suggest, change, judged: sources } = await judged('personal');
    await user.selectOptions(classes(), 'social');
    await user.selectOptions(classes(), 'Personenbezogen (Vorschlag)');
    const before = sources.length;
    suggest({ dataClass: 'internal', because: [] });
    act(() => change('selection', { title: 'Brief', selectedWords: 3 }));
    await waitFor(() => expect(sources.length).toBeGreaterThan(before), { timeout: 3_000 });
    await settle();
    expect(chosen(classes())).toBe('Personenbezogen');
    await user.click(button('Entwurf erstellen'));
    await settle();
    expect(last().call.privacy.dataClass).toBe('personal');
  });

  it('that was chosen before the host said what is open belongs to that and to nothing else', async () => {
    const { host, change } = fakeHost('document');
    const { overview } = host;
    let answer: () => void = () => undefined;
    const slow: Host = {
      ...host,
      overview: () => new Promise((resolve) => (answer = () => resolve(overview()))),
    };
    const { backend, last } = fakeBackend();
    const user = userEvent.setup();
    render(<Pane host={slow} backend={backend} memory={fakeMemory()} />);
    await screen.findByRole('combobox', { name: 'Modell' });
    await user.selectOptions(classes(), 'social');
    act(() => answer());
    await settle();
    expect(classes().value).toBe('social');
    act(() => change('item', { title: 'Anderer Brief' }));
    act(() => answer());
    await settle();
    await user.click(button('Entwurf erstellen'));
    await settle();
    expect(last().call.privacy.dataClass).toBeNull();
  });
});

describe('a model that the class refuses', () => {
  it('is named with the reason, cannot be chosen, and the nearest that may is one click away', async () => {
    const { user, calls, last } = await judged('personal');
    await user.selectOptions(models(), 'gem');
    await user.selectOptions(classes(), 'social');
    expect(screen.getByText('Gemini ist für Sozial- und Steuerdaten nicht zugelassen.')).toBeTruthy();
    expect(
      screen.getByText(/Sozial- und Steuerdaten gehen nur maskiert an Modelle in der EU oder unmaskiert/),
    ).toBeTruthy();
    await user.click(button('Entwurf erstellen'));
    const instead = button('Stattdessen: ChatGPT (EU)');
    await waitFor(() => expect(document.activeElement).toBe(instead));
    expect(screen.getByRole('alert').textContent).toBe(
      'Gemini ist für Sozial- und Steuerdaten nicht zugelassen.',
    );
    expect(calls).toHaveLength(0);
    await user.keyboard('{Enter}');
    expect(chosen(models())).toBe('ChatGPT (EU)');
    const gemini = [...models().options].find(({ value }) => value === 'gem');
    expect(gemini).toMatchObject({
      disabled: true,
      textContent: 'Gemini (extern) – nicht für Sozial- und Steuerdaten',
    });
    await user.click(button('Entwurf erstellen'));
    await settle();
    expect(last().call).toMatchObject({ model: 'gpt', privacy: { dataClass: 'social' } });
  });
});

describe('a refusal of the backend', () => {
  it('asks for the reason it lacks, and loses nothing that was typed', async () => {
    const { user, last } = await judged('personal');
    await user.selectOptions(classes(), 'social');
    await user.type(points(), 'Punkt');
    await user.click(button('Entwurf erstellen'));
    await settle();
    act(() => last().fail('class_reason_missing'));
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('Es wurde nichts gesendet.');
    await user.click(button('Grund angeben'));
    await waitFor(() => expect(document.activeElement).toBe(reason()));
    await user.keyboard('Nur ein Muster');
    await user.click(button('Entwurf erstellen'));
    await settle();
    expect(last().call).toMatchObject({
      input: { points: 'Punkt' },
      privacy: { dataClass: 'social', reason: 'Nur ein Muster' },
    });
  });

  it('to mask leads to a model in the house only', async () => {
    const { user, last } = await judged('personal');
    await user.type(points(), 'Punkt');
    await user.click(button('Entwurf erstellen'));
    await settle();
    act(() => last().fail('masking_failed'));
    await settle();
    expect(button('Erneut versuchen')).toBeTruthy();
    await user.click(button('Anderes Modell'));
    expect((await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent)).toEqual([
      'Ohne Sprachmodell (im Haus)',
    ]);
    await user.click(screen.getByRole('menuitem'));
    await settle();
    expect(last().call).toMatchObject({ model: 'builtin', input: { points: 'Punkt' } });
  });

  it('gives a typed wish back', async () => {
    const { user, last } = await judged('personal');
    await user.click(button('Entwurf erstellen'));
    await settle();
    act(() => last().done('Fassung'));
    await settle();
    const wish = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Was soll anders werden?' });
    await user.type(wish(), 'mit Gruß{Enter}');
    await settle();
    act(() => last().fail('masking_too_slow'));
    await settle();
    expect(wish().value).toBe('mit Gruß');
  });
});

describe('a mail', () => {
  const files = [{ id: 'a', name: 'Lageplan.pdf', size: 1_000, kind: 'file' as const }];
  const attachments: Host['attachments'] = {
    list: () => Promise.resolve(files),
    read: () => Promise.resolve(new Uint8Array([1])),
  };

  it('is judged with the files that are read along', async () => {
    const { user, judged: sources } = await openPane('mail-read', 'reply', {}, { attachments });
    await user.click(await screen.findByRole('checkbox', { name: /^Lageplan/ }));
    await waitFor(
      () =>
        expect(sources.at(-1)).toMatchObject({
          kind: 'mail',
          attachments: [{ name: 'Lageplan.pdf', text: 'Text von Lageplan.pdf' }],
        }),
      { timeout: 3_000 },
    );
  });
});
