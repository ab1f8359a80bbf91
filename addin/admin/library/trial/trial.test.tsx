import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { RunRequest, RunView } from '../../../../contract/agents/run.ts';
import { BackendError } from '../../../pane/backend.ts';
import { circular, ITEM, RUN, run, runStep } from '../../testing/library-fakes.ts';
import { openLibrary } from '../../testing/open-library.tsx';

const AT = `#/bibliothek/${ITEM}/bearbeiten`;
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const startButton = async () => {
  const start = await screen.findByRole('button', { name: 'Probelauf starten' });
  await waitFor(() => expect(start.getAttribute('aria-disabled')).not.toBe('true'));
  return start;
};

describe('a trial', () => {
  it('runs on a text that is pasted, and shows each step with what was said for it and what it cost', async () => {
    const { user, said } = openLibrary(AT);
    await user.type(await screen.findByRole('textbox', { name: 'Rundschreiben' }), 'Frist: 15.01.2027');
    await user.click(await startButton());
    const steps = within(await screen.findByRole('list', { name: 'Schritte des Probelaufs' }));
    steps.getByText('15.01.2027');
    steps.getByText('Belegt: „Frist: 15.01.2027“');
    await user.click(steps.getByText('So wird es gesagt'));
    steps.getByText('Lesen Sie die Frist.');
    screen.getByText('Fertig. Kosten: 0,1 Cent.');
    const [, request] = said[0] as [string, Omit<RunRequest, 'version'>];
    expect(request).toMatchObject({
      agent: { kind: 'trial', agent: { name: circular.name } },
      model: null,
      inputs: { dokument: { kind: 'offen', source: { kind: 'document', text: 'Frist: 15.01.2027' } } },
    });
  });

  it('runs on an example as it is', async () => {
    const { user, said } = openLibrary(AT);
    await startButton();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Womit' }), 'Beispiel: Mit Frist');
    await user.click(await startButton());
    await screen.findByRole('list', { name: 'Schritte des Probelaufs' });
    expect(said[0]).toMatchObject(['startRun', { inputs: circular.examples?.[0]?.inputs }]);
  });

  it('is looked at until it waits, is answered, and ends', async () => {
    const waiting = runStep({
      path: 'frage',
      kind: 'fragen',
      title: 'Bis wann?',
      state: 'waiting',
      result: null,
      sent: [],
      waiting: {
        kind: 'fragen',
        question: 'Bis wann soll es fertig sein?',
        field: { name: 'antwort', label: 'Tag', kind: 'datum' },
        proposed: { kind: 'datum', date: '2027-01-15' },
      },
    });
    const views: RunView[] = [
      run({ state: 'waiting', steps: [runStep(), waiting] }),
      run({
        steps: [
          runStep(),
          {
            ...waiting,
            state: 'done',
            waiting: null,
            result: { kind: 'fragen', value: { kind: 'datum', date: '2027-01-20' } },
          },
        ],
      }),
    ];
    const { user, said } = openLibrary(AT, {
      startRun: () => Promise.resolve(run({ state: 'running', steps: [] })),
      run: () => Promise.resolve(views.shift() ?? run()),
    });
    await user.click(await startButton());
    await screen.findByText('Bis wann soll es fertig sein?');
    screen.getByText('Der Agent wartet auf Sie.');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Bis wann?'));
    const day = screen.getByLabelText<HTMLInputElement>(/^Tag/);
    expect(day.value).toBe('2027-01-15');
    await user.clear(day);
    await user.type(day, '2027-01-20');
    await user.click(button('Antworten'));
    await screen.findByText(/^Fertig\./);
    expect(said.at(-1)).toEqual([
      'answerRun',
      RUN,
      { path: 'frage', answer: { kind: 'value', value: { kind: 'datum', date: '2027-01-20' } } },
    ]);
  });

  it('can be stopped and goes on from there', async () => {
    let state: RunView['state'] = 'running';
    const { user, said } = openLibrary(AT, {
      startRun: () => Promise.resolve(run({ state })),
      run: () => Promise.resolve(run({ state })),
    });
    await user.click(await startButton());
    state = 'stopped';
    await user.click(await screen.findByRole('button', { name: 'Anhalten' }));
    await screen.findByText('Angehalten.');
    state = 'done';
    await user.click(button('Von dort weiter'));
    await screen.findByText(/^Fertig\./);
    expect(said.map(([what]) => what)).toEqual(['stopRun', 'goOn']);
  });

  it('that cannot begin says why', async () => {
    const { user } = openLibrary(AT, { startRun: () => Promise.reject(new BackendError('too_many_runs')) });
    await user.click(await startButton());
    await screen.findByText(/Es laufen schon fünf Agenten/);
  });

  it('becomes an example with what must come out again', async () => {
    const { user, said } = openLibrary(AT);
    await user.click(await startButton());
    await user.click(await screen.findByRole('button', { name: 'Als Beispiel übernehmen …' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.clear(dialog.getByRole('textbox', { name: /Name des Beispiels/ }));
    await user.type(dialog.getByRole('textbox', { name: /Name des Beispiels/ }), 'Haushalt');
    await user.click(dialog.getByRole('checkbox', { name: 'Angaben: thema: Haushalt' }));
    await user.click(dialog.getByRole('button', { name: 'Übernehmen' }));
    await screen.findByText('Haushalt (1 Erwartung)');
    await user.click(button('Entwurf speichern'));
    await waitFor(() => expect(said.at(-1)?.[0]).toBe('saveDraft'));
    expect(said.at(-1)?.[2]).toMatchObject({
      agent: {
        examples: [
          { name: 'Mit Frist' },
          { name: 'Haushalt', expects: [{ at: 'angaben.frist', is: '15.01.2027' }] },
        ],
      },
    });
  });

  it('of all examples shows what was expected beside what came', async () => {
    const { user } = openLibrary(AT, {
      runExamples: () =>
        Promise.resolve([
          {
            name: 'Mit Frist',
            outcome: 'other',
            message: null,
            expectations: [{ at: 'angaben.frist', expected: '15.01.2027', got: '16.01.2027', holds: false }],
          },
        ]),
    });
    await startButton();
    await user.click(button('Beispiele prüfen'));
    const table = await screen.findByRole('table', { name: 'Erwartungen von Mit Frist' });
    expect(within(table).getAllByRole('row')[1]?.textContent).toBe('angaben.frist15.01.202716.01.2027✗ nein');
    screen.getByText('0 von 1 Beispielen gehen aus wie erwartet.');
  });
});
