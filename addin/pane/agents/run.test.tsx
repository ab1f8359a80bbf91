import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { Pane } from '../Pane.tsx';
import { runId, runOf, stepOf } from '../testing/fake-agents.ts';
import { button, settle } from '../testing/open-pane.tsx';
import { read, running, steps, written } from '../testing/open-run.tsx';

/** A run in the pane: its steps, what it asks, how it stops, and that it is found again. */

afterEach(cleanup);

describe('the steps of a run', () => {
  it('come as they are done, with what is still to come, what they cost and what they rest on', async () => {
    const { user, hear, revealed } = await running({
      steps: [stepOf()],
      ahead: [{ kind: 'schreiben', title: 'Vermerk schreiben' }],
    });
    expect(steps().getByLabelText('läuft')).toBeTruthy();
    expect(steps().getByLabelText('kommt noch')).toBeTruthy();
    await hear({ steps: [read, { ...written, state: 'running', result: null }], costMicroEuro: 12_000 });
    expect(screen.getByText(/Lesen · 1 von 2 Angaben gefunden/)).toBeTruthy();
    expect(screen.getByText(/bisher 1,2 Cent/)).toBeTruthy();
    await user.click(button('Angaben lesen'));
    expect(screen.getByText('15.01.2027')).toBeTruthy();
    expect(screen.getByText('nicht angegeben')).toBeTruthy();
    await user.click(button('belegt · Stelle zeigen'));
    expect(revealed).toEqual(['bis zum 15. Januar 2027']);
  });

  it('show what they write as it comes', async () => {
    const { agents, hear } = await running({ steps: [{ ...written, state: 'running', result: null }] });
    act(() => agents.last().say({ type: 'text', path: 'vermerk', text: 'Sehr ' }));
    act(() => agents.last().say({ type: 'text', path: 'vermerk', text: 'geehrte' }));
    expect(await screen.findByText('Sehr geehrte')).toBeTruthy();
    await hear({ steps: [written] });
    expect(screen.queryByText('Sehr geehrte')).toBeNull();
  });

  it('say what left the house for each', async () => {
    const { user } = await running({ state: 'done', steps: [read, written] });
    await user.click(button('Vermerk schreiben'));
    expect(screen.getByText(/ChatGPT \(EU\) · 1,2 Cent/)).toBeTruthy();
    await user.click(button('Was das Haus verlassen hat'));
    expect(await screen.findByRole('dialog', { name: 'Was das Haus verlassen hat' })).toBeTruthy();
    expect(screen.getByText('Schritt „Vermerk schreiben“ an ChatGPT (EU)')).toBeTruthy();
  });

  it('of a free agent show what it asked its tools and what they said, and cannot be corrected', async () => {
    const { user } = await running({
      state: 'done',
      agent: { id: null, version: null, name: 'Helfer', work: 'frei' },
      steps: [
        stepOf({
          path: 'zug1',
          kind: 'werkzeug',
          title: 'Im internen Wissen nachschlagen',
          state: 'done',
          result: {
            kind: 'werkzeug',
            tool: 'loeschen',
            asked: 'Alles löschen',
            said: 'Dieses Werkzeug gibt es nicht.',
            refused: true,
          },
        }),
      ],
    });
    expect(steps().getByLabelText('fertig, mit Beanstandung')).toBeTruthy();
    await user.click(button('Im internen Wissen nachschlagen'));
    expect(screen.getByText('„loeschen“ · gefragt')).toBeTruthy();
    expect(await screen.findByText('Dieses Werkzeug gibt es nicht.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Ergebnis berichtigen' })).toBeNull();
  });
});

describe('the rounds of a loop', () => {
  it('fold into a line once they are through, which says what was found in them', async () => {
    const { user } = await running({
      steps: [
        stepOf({
          path: 'je',
          kind: 'je',
          title: 'Je Frist',
          state: 'done',
          result: { kind: 'je', count: 1 },
        }),
        stepOf({
          path: 'je#0/noch',
          kind: 'pruefen',
          title: 'Ist noch Zeit?',
          depth: 1,
          round: 1,
          state: 'done',
          result: { kind: 'pruefen', holds: false, says: 'Die Frist ist vorbei.' },
        }),
        read,
      ],
    });
    expect(screen.getByText('Je · 1 Eintrag · 1 Beanstandung')).toBeTruthy();
    expect(screen.queryByText('Ist noch Zeit?')).toBeNull();
    await user.click(button('Je Frist'));
    expect(screen.getByText('Ist noch Zeit?')).toBeTruthy();
    expect(screen.getByText(/1. Durchgang · Die Frist ist vorbei/)).toBeTruthy();
  });
});

describe('a run that waits', () => {
  const asks = stepOf({
    path: 'frage',
    kind: 'fragen',
    title: 'Frist bestätigen',
    state: 'waiting',
    waiting: {
      kind: 'fragen',
      question: 'Bis wann soll geantwortet werden?',
      field: { name: 'tag', label: 'Tag', kind: 'datum' },
      proposed: { kind: 'datum', date: '2027-01-15' },
    },
  });

  it('asks with what it proposes, takes a German date, and goes on', async () => {
    const { user, hear, said, agents } = await running();
    await hear({ state: 'waiting', steps: [asks] }, 'ends');
    const day = screen.getByRole<HTMLInputElement>('textbox', { name: 'Tag' });
    expect(day.value).toBe('15.01.2027');
    await user.clear(day);
    await user.type(day, '31.2.2027');
    await user.click(button('Weiter'));
    expect(screen.getByText(/Bitte schreiben Sie ein Datum/)).toBeTruthy();
    await user.clear(day);
    await user.type(day, '16.1.2027{Enter}');
    await settle();
    expect(said()).toEqual([
      ['answer', runId, 'frage', { kind: 'value', value: { kind: 'datum', date: '2027-01-16' } }],
    ]);
    expect(agents.streams).toHaveLength(2);
    await hear({ state: 'done', steps: [] });
    expect(screen.queryByRole('textbox', { name: 'Tag' })).toBeNull();
  });

  it('shows what is agreed to, and stops where the person does not agree', async () => {
    const { user, said } = await running({
      state: 'waiting',
      steps: [
        stepOf({
          path: 'ok',
          kind: 'freigeben',
          title: 'Freigabe',
          state: 'waiting',
          waiting: {
            kind: 'freigeben',
            says: 'Soll die Mail so hinaus?',
            shows: [{ title: 'Mail', text: 'Guten **Tag**' }],
          },
        }),
      ],
    });
    expect((await screen.findByText('Tag')).tagName).toBe('STRONG');
    expect(screen.getAllByRole('button', { name: 'Anhalten' })).toHaveLength(1);
    await user.click(button('Anhalten'));
    await settle();
    expect(said()).toEqual([['stop', runId]]);
  });

  it('keeps the question where the answer was not taken', async () => {
    const { user, agents } = await running({ state: 'waiting', steps: [asks] });
    agents.refuse('conflict');
    await user.click(button('Weiter'));
    expect(await screen.findByText(/Jemand hat das inzwischen geändert/)).toBeTruthy();
    expect(button('Weiter')).toBeTruthy();
  });
});

describe('a run that does not come to its end', () => {
  it('is stopped by key, and goes on', async () => {
    const { user, hear, said } = await running({ steps: [stepOf()] });
    button('Anhalten').focus();
    await user.keyboard('{Escape}');
    await settle();
    await hear({ state: 'stopped' }, 'ends');
    await user.click(button('Fortsetzen'));
    await settle();
    expect(said()).toEqual([
      ['stop', runId],
      ['goOn', runId],
    ]);
  });

  it('says in German what failed, at its step', async () => {
    const fault = { code: 'model_busy' as const, message: 'ChatGPT ist überlastet.', again: true };
    await running({ state: 'failed', steps: [stepOf({ state: 'failed', fault })] });
    expect(screen.getByText('ChatGPT ist überlastet.')).toBeTruthy();
    expect(steps().getByLabelText('nicht gelungen')).toBeTruthy();
    expect(button('Fortsetzen')).toBeTruthy();
  });

  it('is followed again where its stream breaks', async () => {
    const { agents, hear } = await running({ steps: [stepOf()] });
    act(() => agents.last().fail('backend_unreachable'));
    expect(await screen.findByText(/Verbindung unterbrochen/)).toBeTruthy();
    await waitFor(() => expect(agents.streams).toHaveLength(2));
    await hear({ state: 'done', steps: [read] });
    expect(screen.getByText('Fertig')).toBeTruthy();
  });

  it('is gone when its time is over', async () => {
    const { agents, user } = await running();
    act(() => agents.last().fail('run_missing'));
    expect(await screen.findByText(/Diesen Lauf gibt es nicht mehr/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Erneut versuchen' })).toBeNull();
    await user.click(button('Zurück zu den Agenten'));
    expect(await screen.findByRole('searchbox')).toBeTruthy();
  });

  it('asks for a reload where the backend speaks of what this pane does not know', async () => {
    const { agents } = await running();
    act(() => agents.last().fail('version_mismatch'));
    expect(await screen.findByText(/Amtsfeder wurde aktualisiert/)).toBeTruthy();
  });

  it('is deleted after a question', async () => {
    const { user, said } = await running({ state: 'done' });
    expect(screen.getByText(/wird am 04.12.2026 gelöscht/)).toBeTruthy();
    await user.click(button('Lauf löschen'));
    expect(said()).toEqual([]);
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Löschen' }));
    await settle();
    expect(said()).toEqual([['remove', runId]]);
    expect(await screen.findByRole('searchbox')).toBeTruthy();
  });
});

describe('a run that was left', () => {
  it('is found again where it began, after the pane was closed', async () => {
    const { user, host, backend, memory, agents } = await running({ steps: [stepOf()] });
    cleanup();
    const before = agents.streams.length;
    expect(agents.last().signal.aborted).toBe(true);
    render(<Pane host={host} backend={backend} memory={memory} />);
    await user.click(screen.getByRole('tab', { name: 'Agenten' }));
    await settle();
    expect(agents.streams.length).toBe(before + 1);
    expect(agents.last().id).toBe(runId);
  });

  it('is not shown beside another document, and hints where it does not belong', async () => {
    const { change, user, agents } = await running({ steps: [stepOf()] });
    agents.runs.push({ ...runOf() });
    act(() => change('item', { title: 'Anderes' }));
    expect(await screen.findByRole('searchbox')).toBeTruthy();
    await user.click(within(await screen.findByRole('region', { name: 'Läufe' })).getByRole('button'));
    await settle();
    act(() => agents.last().run(runOf({ state: 'done' })));
    expect(await screen.findByText(/gehört nicht zu dem, was gerade geöffnet ist/)).toBeTruthy();
  });
});
