import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import type { Agent } from '../../../contract/agents/definition.ts';
import type { Surface } from '../../office/host.ts';
import { agentOf, cardOf, runId } from '../testing/fake-agents.ts';
import { builtin, fakeHost } from '../testing/fakes.ts';
import { button, openPane, settle } from '../testing/open-pane.tsx';

/** An agent before it starts: what it needs, what it may, and what keeps it from starting. */

afterEach(cleanup);

async function chosen(agent: Agent, surface: Surface = 'document', skills = {}, overview = {}) {
  const pane = await openPane(surface, 'reply', overview, skills);
  pane.agents.hold(cardOf({ name: agent.name }), { kind: 'agent', agent });
  await pane.user.click(screen.getByRole('tab', { name: 'Agenten' }));
  await pane.user.click(await screen.findByRole('button', { name: agent.name }));
  await screen.findByRole('button', { name: 'Agent starten' });
  return pane;
}

const field = (change: object) =>
  ({ kind: 'feld', field: { name: 'wert', label: 'Wert', ...change } }) as never;
const free = agentOf({
  name: 'Freier Helfer',
  work: {
    kind: 'frei',
    order: 'Hilf',
    tools: ['dokument', 'wissen'],
    most: { calls: 8, microEuro: 200_000 },
    as: 'vermerk',
  },
});

describe('an agent that starts', () => {
  it('names what it reads, hands over what was filled in, and its run comes into sight', async () => {
    const agent = agentOf({
      inputs: [
        { kind: 'offen', name: 'schreiben', label: 'Das Rundschreiben' },
        field({ kind: 'betrag', label: 'Höchstbetrag' }),
        field({ name: 'eilig', kind: 'ja_nein', label: 'Eilig', optional: true }),
      ],
    });
    const { user, agents, memory } = await chosen(agent);
    expect(screen.getByText('Liest: „Bauvoranfrage“')).toBeTruthy();
    await user.click(button('Agent starten'));
    const amount = screen.getByRole('textbox', { name: 'Höchstbetrag' });
    expect(document.activeElement).toBe(amount);
    await user.type(amount, 'viel');
    expect(screen.getByText('Bitte schreiben Sie einen Betrag in Euro: 1.234,56')).toBeTruthy();
    expect(agents.said).toEqual([]);
    await user.clear(amount);
    await user.type(amount, '1.250,50');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await settle();
    expect(agents.said).toMatchObject([
      [
        'begin',
        {
          agent: { kind: 'library', id: 'rundschreiben' },
          model: 'gpt',
          privacy: { dataClass: null, reason: '', mask: [], release: [] },
          inputs: {
            schreiben: { kind: 'offen', source: { kind: 'document', text: 'Text: Bauvoranfrage' } },
            wert: { kind: 'feld', value: { kind: 'betrag', cents: 125050 } },
            eilig: { kind: 'feld', value: { kind: 'leer' } },
          },
        },
      ],
    ]);
    expect(agents.last().id).toBe(runId);
    expect(Object.values(memory.forms('document'))).toContainEqual({ id: runId });
  });

  it('keeps what was typed when another tab comes into sight', async () => {
    const { user } = await chosen(agentOf({ inputs: [field({ kind: 'text' })] }));
    await user.type(screen.getByRole('textbox', { name: 'Wert' }), 'Anhörung');
    await user.click(screen.getByRole('tab', { name: 'Vermerk' }));
    await user.click(screen.getByRole('tab', { name: 'Agenten' }));
    const again = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Wert' });
    expect(again.value).toBe('Anhörung');
  });

  it('reads chosen attachments under their own input', async () => {
    const agent = agentOf({
      inputs: [
        { kind: 'offen', name: 'mail', label: 'Die E-Mail' },
        { kind: 'anlagen', name: 'anlagen', label: 'Anlagen' },
      ],
    });
    const { user, agents } = await chosen(agent, 'mail-read', {
      attachments: {
        list: () => Promise.resolve([{ id: '1', name: 'Plan.pdf', size: 2_000, kind: 'file' }]),
        read: () => Promise.resolve(new Uint8Array()),
      },
    });
    await user.click(await screen.findByRole('checkbox', { name: /Plan.pdf/ }));
    await settle();
    await user.click(button('Agent starten'));
    await settle();
    expect(agents.said).toMatchObject([
      [
        'begin',
        {
          inputs: {
            mail: { source: { kind: 'mail', attachments: [] } },
            anlagen: { kind: 'anlagen', attachments: [{ name: 'Plan.pdf', text: 'Text von Plan.pdf' }] },
          },
        },
      ],
    ]);
  });

  it('does not start without a text that it reads', async () => {
    const { user, agents } = await chosen(agentOf(), 'document', {}, { words: 0 });
    await user.click(button('Agent starten'));
    expect(screen.getByRole('alert').textContent).toMatch(/Bitte öffnen Sie ein Dokument/);
    expect(agents.said).toEqual([]);
  });

  it('says why it was refused, and keeps its form', async () => {
    const { user, agents } = await chosen(agentOf());
    agents.refuse('too_many_runs');
    await user.click(button('Agent starten'));
    expect(await screen.findByText(/Es laufen schon fünf Agenten/)).toBeTruthy();
    agents.refuse(null);
    await user.click(button('Agent starten'));
    await settle();
    expect(agents.streams).toHaveLength(1);
  });

  it('says what the document program failed with', async () => {
    const { host } = fakeHost('document');
    const { user } = await chosen(agentOf(), 'document', {
      take: () => Promise.reject(new Error('broken')),
      overview: () => host.overview(),
    });
    await user.click(button('Agent starten'));
    expect(await screen.findByText(/Ihre Eingaben sind noch da/)).toBeTruthy();
  });
});

describe('the data class of an agent', () => {
  it('is never below what it asks for, and refuses models that this class is closed to', async () => {
    const { user, agents, models } = {
      ...(await chosen(agentOf({ dataClass: 'social' }))),
      models: () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Modell' }),
    };
    await screen.findByText(/Mindestens Sozial-\/Steuerdaten/);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Datenklasse' }), 'Intern');
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Datenklasse' }).value).toBe('social');
    const gemini = [...models().options].find(({ text }) => text.startsWith('Gemini'));
    expect(gemini?.disabled).toBe(true);
    expect(agents.said).toEqual([]);
  });
});

describe('a free agent', () => {
  it('says what it may use, and offers language models alone', async () => {
    const { user } = await chosen(free);
    expect(screen.getByText(/Dokument lesen, Im internen Wissen nachschlagen/)).toBeTruthy();
    expect(screen.getByText(/Höchstens 8 Aufrufe und 20 Cent/)).toBeTruthy();
    const options = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Modell' }).options;
    expect([...options].map(({ text }) => text)).not.toContain(expect.stringMatching(/^Ohne Sprachmodell/));
    await user.click(button('Agent starten'));
  });

  it('does not start where there is no model for it', async () => {
    const { user, agents } = await chosen({ ...free, models: [builtin.id] });
    expect(screen.getByText(/Dieser Agent braucht ein Sprachmodell/)).toBeTruthy();
    await user.click(button('Agent starten'));
    expect(agents.said).toEqual([]);
  });
});

describe('an agent that is gone', () => {
  it('is not offered any further', async () => {
    const pane = await openPane('document');
    pane.agents.cards.push(cardOf());
    await pane.user.click(screen.getByRole('tab', { name: 'Agenten' }));
    await pane.user.click(await screen.findByRole('button', { name: 'Rundschreiben auswerten' }));
    expect(await screen.findByText(/Diesen Agenten gibt es nicht mehr/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Agent starten' })).toBeNull();
    await pane.user.click(button('Zurück zu den Agenten'));
    expect(await screen.findByRole('searchbox')).toBeTruthy();
  });
});
