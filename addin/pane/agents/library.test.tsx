import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import { BackendError } from '../backend.ts';
import { agentOf, cardOf, runId, runOf } from '../testing/fake-agents.ts';
import { button, openPane, settle } from '../testing/open-pane.tsx';

/** The library in the pane: found by what it does, favourites first, own instructions, runs to go back to. */

afterEach(cleanup);

async function library(fill: (agents: Awaited<ReturnType<typeof openPane>>['agents']) => void) {
  const pane = await openPane('document');
  fill(pane.agents);
  await pane.user.click(screen.getByRole('tab', { name: 'Agenten' }));
  await screen.findByRole('searchbox', { name: 'Was möchten Sie erledigen?' });
  await screen.findByRole('region', { name: 'Anweisungen' });
  return pane;
}

const names = (region: string) =>
  within(screen.getByRole('region', { name: region }))
    .queryAllByRole('listitem')
    .map((row) => within(row).getAllByRole('button')[0]?.textContent);

const prompt = {
  kind: 'prompt',
  name: 'Frist verlängern',
  purpose: 'Verlängert eine Frist',
  text: 'Verlängern Sie die Frist bis {{ frist }}.',
  variables: [{ name: 'frist', label: 'Neue Frist', kind: 'datum' }],
} as const;
const promptCard = cardOf({
  id: 'eigene-1',
  kind: 'prompt',
  name: prompt.name,
  purpose: prompt.purpose,
  origin: 'own',
  owner: '',
  work: null,
  dataClass: null,
  reviewOn: null,
});
const held = { ...prompt, variables: [...prompt.variables] };

describe('the library', () => {
  it('shows favourites first, with who answers for each and where it is from', async () => {
    await library(({ hold }) => {
      hold(cardOf(), { kind: 'agent', agent: agentOf() });
      hold(cardOf({ id: 'b', name: 'Telefonnotiz', owner: 'Verbund', origin: 'verbund', favourite: true }), {
        kind: 'agent',
        agent: agentOf(),
      });
    });
    expect(names('Agenten')).toEqual(['Telefonnotiz', 'Rundschreiben auswerten']);
    expect(screen.getByText('Hauptamt · mitgeliefert')).toBeTruthy();
    expect(screen.queryByText(/überprüft/)).toBeNull();
  });

  it('hints at what should have been reviewed', async () => {
    await library(({ hold }) =>
      hold(cardOf({ reviewOn: '2020-03-31' }), { kind: 'agent', agent: agentOf() }),
    );
    expect(screen.getByText(/Sollte bis 31.03.2020 überprüft werden/)).toBeTruthy();
  });

  it('finds by what something does, and says where nothing does it', async () => {
    const { user } = await library(({ hold }) => {
      hold(cardOf(), { kind: 'agent', agent: agentOf() });
      hold(cardOf({ id: 'b', name: 'Telefonnotiz', purpose: 'Notiz über ein Gespräch' }), {
        kind: 'agent',
        agent: agentOf(),
      });
    });
    const search = screen.getByRole('searchbox');
    await user.type(search, 'gespräch');
    await screen.findByText('1 Treffer');
    expect(names('Agenten')).toEqual(['Telefonnotiz']);
    await user.type(search, 'xyz');
    expect(await screen.findByText(/Dazu gibt es keinen Agenten/)).toBeTruthy();
  });

  it('keeps a star, and takes it back where that was refused', async () => {
    const { user, agents } = await library(({ hold }) => hold(cardOf(), { kind: 'agent', agent: agentOf() }));
    const star = button('Favorit: Rundschreiben auswerten');
    await user.click(star);
    expect(star.getAttribute('aria-pressed')).toBe('true');
    agents.refuse('store_unavailable');
    await user.click(star);
    await settle();
    expect(star.getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByText(/Datenbank von Amtsfeder/)).toBeTruthy();
    expect(agents.said).toEqual([
      ['favour', 'rundschreiben', true],
      ['favour', 'rundschreiben', false],
    ]);
  });

  it('says what is wrong where it cannot be had, and tries again', async () => {
    const pane = await openPane('document');
    const { library: whole } = pane.agents.api;
    pane.agents.api.library = () => Promise.reject(new BackendError('store_unavailable'));
    await pane.user.click(screen.getByRole('tab', { name: 'Agenten' }));
    expect(await screen.findByText(/Datenbank von Amtsfeder/)).toBeTruthy();
    pane.agents.api.library = whole;
    await pane.user.click(button('Erneut versuchen'));
    expect(await screen.findByRole('region', { name: 'Agenten' })).toBeTruthy();
  });

  it('leads back to runs, the unfinished first', async () => {
    const { user, agents } = await library(({ runs }) => {
      const { agent, startedAt, keptUntil } = runOf();
      const card = { agent, startedAt, keptUntil };
      runs.push(
        { ...card, id: '7b0c9f4e-25a5-4d0c-8f43-000000000001', state: 'done' },
        { ...card, id: runId, state: 'waiting', agent: { ...agent, name: 'Bescheid prüfen' } },
      );
    });
    expect(names('Läufe')).toEqual(['Bescheid prüfen', 'Rundschreiben auswerten']);
    expect(screen.getByText(/^wartet auf Sie · 27.11., 14:00 Uhr$/)).toBeTruthy();
    await user.click(button('Bescheid prüfen'));
    await settle();
    expect(agents.last().id).toBe(runId);
  });
});

describe('an own instruction', () => {
  it('is filled in and then lies in "Freie Anweisung", unsent', async () => {
    const { user, calls } = await library(({ hold }) => hold(promptCard, held));
    await user.click(button('Frist verlängern'));
    const frist = await screen.findByRole('textbox', { name: 'Neue Frist' });
    await user.click(button('Anweisung übernehmen'));
    expect(screen.getByText('Bitte füllen Sie dieses Feld aus.')).toBeTruthy();
    expect(document.activeElement).toBe(frist);
    await user.type(frist, '15.1.2027');
    await user.click(button('Anweisung übernehmen'));
    const order = await screen.findByRole<HTMLTextAreaElement>('textbox', {
      name: 'Was soll Amtsfeder tun?',
    });
    expect(order.value).toBe('Verlängern Sie die Frist bis 15.01.2027.');
    expect(calls).toHaveLength(0);
  });

  it('is written with its variables described', async () => {
    const { user, agents } = await library(() => undefined);
    await user.click(button('Neue eigene Anweisung'));
    await user.click(await screen.findByRole('button', { name: 'Speichern' }));
    expect(screen.getByText('Bitte geben Sie der Anweisung einen Namen.')).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Termin');
    await user.type(screen.getByRole('textbox', { name: 'Anweisung' }), 'Am {{{{ Tag }}');
    expect(screen.getByText(/„{{ Tag }}“ ist kein Name/)).toBeTruthy();
    await user.clear(screen.getByRole('textbox', { name: 'Anweisung' }));
    await user.type(screen.getByRole('textbox', { name: 'Anweisung' }), 'Am {{{{ tag }}');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Art' }), 'Datum');
    await user.click(button('Speichern'));
    await settle();
    expect(agents.said).toEqual([
      [
        'savePrompt',
        null,
        {
          kind: 'prompt',
          name: 'Termin',
          purpose: '',
          text: 'Am {{ tag }}',
          variables: [{ name: 'tag', label: 'Tag', kind: 'datum' }],
        },
      ],
    ]);
    expect(await screen.findByRole('searchbox')).toBeTruthy();
  });

  it('is deleted after a question', async () => {
    const { user, agents } = await library(({ hold }) => hold(promptCard, held));
    await user.click(button('Löschen'));
    expect(agents.said).toEqual([]);
    await user.click(button('Wirklich löschen?'));
    await settle();
    expect(agents.said).toEqual([['removePrompt', 'eigene-1']]);
    expect(screen.getByText('„Frist verlängern“ ist gelöscht.')).toBeTruthy();
  });
});
