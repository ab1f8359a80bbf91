import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { Agent, Step } from '../../../../contract/agents/definition.ts';
import type { LibraryContent } from '../../../../contract/agents/library.ts';
import { CONTRACT_VERSION } from '../../../../contract/limits.ts';
import { item, ITEM } from '../../testing/library-fakes.ts';
import { openLibrary } from '../../testing/open-library.tsx';

const AT = `#/bibliothek/${ITEM}/bearbeiten`;
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const title = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Titel' });

type Opened = ReturnType<typeof openLibrary>;

async function add(user: Opened['user'], list: string, kind: string) {
  await user.click(button(`Schritt hinzufügen: ${list}`));
  await user.click(await screen.findByRole('menuitem', { name: kind }));
}

/** Saves, and returns the agent as it was saved. */
async function saved({ user, said }: Opened): Promise<Agent> {
  await user.click(button('Entwurf speichern'));
  await waitFor(() => expect(said.at(-1)?.[0]).toBe('saveDraft'));
  const content = said.at(-1)?.[2] as LibraryContent;
  if (content.kind !== 'agent') throw new Error('An agent was to be saved.');
  return content.agent;
}

function stepsOf({ work }: Agent): Step[] {
  return work.kind === 'ablauf' ? work.steps : [];
}

describe('the builder', () => {
  it('adds a step, names it by its title, and goes to it', async () => {
    const opened = openLibrary(AT);
    const { user } = opened;
    await screen.findByRole('list', { name: 'Ablauf' });
    await add(user, 'Ablauf', 'Rechnen');
    await waitFor(() => expect(document.activeElement).toBe(title()));
    await user.type(title(), 'Summe der Kosten');
    await user.type(screen.getByRole('textbox', { name: 'Ausdruck' }), 'euro(5)');
    screen.getByText('In Ausdrücken: summe_der_kosten');
    expect(stepsOf(await saved(opened)).at(-1)).toEqual({
      kind: 'rechnen',
      id: 'summe_der_kosten',
      title: 'Summe der Kosten',
      value: 'euro(5)',
    });
  });

  it('moves steps by keyboard, keeps the focus, and says where the step is now', async () => {
    const opened = openLibrary(AT);
    const { user } = opened;
    const down = await screen.findByRole('button', { name: '„Angaben“ nach unten' });
    expect(button('„Angaben“ nach oben').getAttribute('aria-disabled')).toBe('true');
    down.focus();
    await user.keyboard('{Enter}');
    await screen.findByText('„Angaben“ ist jetzt Schritt 2 von 6.');
    await waitFor(() => expect(document.activeElement).toBe(button('„Angaben“ nach unten')));
    expect(
      stepsOf(await saved(opened))
        .map(({ id }) => id)
        .slice(0, 2),
    ).toEqual(['auftraege', 'angaben']);
  });

  it('removes a step and goes to the next one', async () => {
    const opened = openLibrary(AT);
    const { user } = opened;
    await user.click(await screen.findByRole('button', { name: '„Tage bis zur Frist“ entfernen' }));
    await screen.findByText('Schritt „Tage bis zur Frist“ entfernt.');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('4. Schreiben: Vermerk'));
    expect(stepsOf(await saved(opened)).map(({ id }) => id)).not.toContain('tage');
  });

  it('nests steps as deep as they may stand, and no deeper', async () => {
    const opened = openLibrary(AT);
    const { user } = opened;
    await screen.findByRole('list', { name: 'Ablauf' });
    await add(user, 'Ablauf', 'Entscheiden');
    await add(user, 'Fall 1', 'Je');
    await add(user, 'Für jeden Eintrag', 'Entscheiden');
    const inner = screen.getAllByRole('button', { name: 'Schritt hinzufügen: Fall 1' });
    const deepest = inner.find((one) => one.closest('ol[aria-label="Für jeden Eintrag"]') !== null);
    if (deepest === undefined) throw new Error('There is no list inside.');
    await user.click(deepest);
    await screen.findByRole('menuitem', { name: 'Fragen' });
    expect(screen.queryByRole('menuitem', { name: 'Je' })).toBeNull();
    await user.click(screen.getByRole('menuitem', { name: 'Fragen' }));
    expect(stepsOf(await saved(opened)).at(-1)).toMatchObject({
      kind: 'entscheiden',
      cases: [
        {
          steps: [{ kind: 'je', steps: [{ kind: 'entscheiden', cases: [{ steps: [{ kind: 'fragen' }] }] }] }],
        },
      ],
    });
  });

  it('shows what is wrong at the step that it is wrong with', async () => {
    openLibrary(AT, {
      check: () =>
        Promise.resolve({
          version: CONTRACT_VERSION,
          content: null,
          faults: [
            { step: 'tage', text: '„frist“ gibt es an dieser Stelle nicht.' },
            { step: 'eilt', text: 'work.steps.2.steps.0.otherwise: Die Angabe fehlt.' },
            { step: null, text: 'purpose: Die Angabe fehlt.' },
          ],
        }),
    });
    const faults = await screen.findByRole('list', { name: 'Fehler in „Tage bis zur Frist“' });
    expect(faults.textContent).toBe('„frist“ gibt es an dieser Stelle nicht.');
    screen.getByText('Zweck: Die Angabe fehlt.');
    screen.getByText(/Ausprobieren können Sie den Agenten, sobald ihm nichts mehr fehlt/);
    // Of a step that is not to be seen, at the one that it stands in.
    const outer = screen.getByRole('list', { name: 'Fehler in „Je Auftrag“' });
    expect(outer.textContent).toBe('„Eilt nicht“: Hinweis, wenn sie nicht erfüllt ist: Die Angabe fehlt.');
  });

  it('helps with what can be named at a step', async () => {
    const { user } = openLibrary(AT);
    await user.click(await screen.findByRole('button', { name: '4. Rechnen: Tage bis zur Frist' }));
    await user.click(screen.getByText('Was Sie hier einsetzen können'));
    screen.getByText('angaben.frist');
    screen.getByText('Frist (Datum, darf leer sein)');
    screen.getByText(/Letzter Tag einer Frist nach §§ 187, 188 BGB/);
    expect(screen.queryByText('vermerk')).toBeNull();
  });

  it('narrows where it is looked up, and takes that back', async () => {
    const opened = openLibrary(AT);
    const { user } = opened;
    await screen.findByRole('list', { name: 'Ablauf' });
    await add(user, 'Ablauf', 'Nachschlagen');
    await user.type(screen.getByRole('textbox', { name: 'Frage an das interne Wissen' }), 'Was gilt?');
    await user.click(screen.getByRole('checkbox', { name: 'Satzung' }));
    expect(stepsOf(await saved(opened)).at(-1)).toMatchObject({ question: 'Was gilt?', kinds: ['statute'] });
    await user.click(screen.getByRole('checkbox', { name: 'Satzung' }));
    expect(stepsOf(await saved(opened)).at(-1)).not.toHaveProperty('kinds');
  });

  it('saves what is only half done, and says so', async () => {
    const { user } = openLibrary(AT, {
      check: () =>
        Promise.resolve({
          version: CONTRACT_VERSION,
          content: null,
          faults: [{ step: 'tage', text: 'Der Ausdruck ist nicht vollständig.' }],
        }),
    });
    await screen.findByRole('list', { name: 'Fehler in „Tage bis zur Frist“' });
    await user.type(screen.getByRole('textbox', { name: 'Zweck' }), ' und mehr');
    await user.click(button('Entwurf speichern'));
    await screen.findByText(/Der Entwurf ist gespeichert. Bevor Sie ihn einreichen, fehlt noch etwas./);
  });

  it('keeps the name of a step that others use, whatever its title becomes', async () => {
    const opened = openLibrary(AT);
    const { user } = opened;
    await user.click(await screen.findByRole('button', { name: '1. Lesen: Angaben' }));
    await user.clear(title());
    await user.type(title(), 'Eckdaten');
    expect(stepsOf(await saved(opened))[0]).toMatchObject({ id: 'angaben', title: 'Eckdaten' });
  });

  it('builds a free agent within bounds', async () => {
    const opened = openLibrary(AT, { item: () => Promise.resolve(item()) });
    const { user } = opened;
    await user.click(await screen.findByRole('radio', { name: /^Frei/ }));
    await user.type(screen.getByRole('textbox', { name: 'Anweisung' }), 'Bitte prüfen.');
    await user.click(screen.getByRole('checkbox', { name: /^Rechnen/ }));
    const calls = screen.getByRole('textbox', { name: 'Höchstens so viele Aufrufe' });
    await user.clear(calls);
    await user.type(calls, '5');
    const euro = screen.getByRole('textbox', { name: 'Höchstens so viel Euro je Lauf' });
    await user.clear(euro);
    await user.type(euro, '0,5');
    expect((await saved(opened)).work).toEqual({
      kind: 'frei',
      order: 'Bitte prüfen.',
      tools: ['dokument', 'rechnen'],
      most: { calls: 5, microEuro: 500_000 },
      as: 'vermerk',
    });
  });

  it('takes inputs with their names, and gives them up', async () => {
    const opened = openLibrary(AT);
    const { user } = opened;
    const region = within(await screen.findByRole('region', { name: 'Womit er beginnt' }));
    await user.click(region.getByRole('button', { name: 'Angabe, die der Mensch macht hinzufügen' }));
    const label = region.getAllByRole('textbox', { name: 'Bezeichnung' }).at(-1);
    if (label === undefined) throw new Error('The new input has no form.');
    await user.type(label, 'Zeichen');
    await user.selectOptions(region.getByRole('combobox', { name: 'Art der Angabe' }), 'zahl');
    expect((await saved(opened)).inputs).toEqual([
      { kind: 'offen', name: 'dokument', label: 'Rundschreiben' },
      { kind: 'feld', field: { name: 'zeichen', label: 'Zeichen', kind: 'zahl' } },
    ]);
    await user.click(region.getByRole('button', { name: 'Eingabe „Zeichen“ entfernen' }));
    expect((await saved(opened)).inputs).toHaveLength(1);
  });
});
