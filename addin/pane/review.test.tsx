import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, screen } from '@testing-library/react';
import type { ChangeWriter, Edit, EditOutcome, Host, Provenance, Taken } from '../office/host.ts';
import { button, openPane, result, settle } from './testing/open-pane.tsx';

/** A rewritten text as changes that a person takes or leaves. */

afterEach(cleanup);

const OLD = 'Die Frist endet am Montag. Bitte reichen Sie den Plan ein.';
const NEW = 'Die Frist endet am Freitag. Bitte reichen Sie den Lageplan ein.';

function wordWith(outcome: (edit: Edit) => EditOutcome = () => ({ status: 'done' })) {
  const applied: Edit[][] = [];
  let takenBack = 0;
  let marks: readonly Provenance[] = [];
  const changes: ChangeWriter = {
    marking: 'tracked',
    isAtomic: false,
    apply: (_taken, edits) => {
      applied.push([...edits]);
      return Promise.resolve(edits.map(outcome));
    },
    takeBack: () => {
      takenBack++;
      return Promise.resolve({ status: 'done' });
    },
  };
  const taken: Taken = {
    source: { kind: 'document', title: 'Brief', part: 'selection', text: OLD },
    part: 'selection',
    lines: [{ text: OLD, fixed: 0 }],
    anchor: {},
  };
  const skills: Partial<Host> = {
    changes,
    take: () => Promise.resolve(taken),
    provenances: {
      read: () => Promise.resolve([...marks]),
      write: (all) => {
        marks = all;
        return Promise.resolve({ status: 'done' });
      },
    },
  };
  return { skills, applied, takenBack: () => takenBack, marks: () => marks };
}

async function rewritten(skills: Partial<Host>) {
  const pane = await openPane('document', 'rewrite', { selectedWords: 10 }, skills);
  await pane.user.click(button('Umschreiben'));
  await settle();
  act(() => pane.last().done(NEW));
  await screen.findByRole('tab', { name: '2 Änderungen' });
  return pane;
}

describe('a rewritten text', () => {
  it('is shown as changes, and what is chosen is handed to the document', async () => {
    const word = wordWith();
    const { user } = await rewritten(word.skills);
    const montag = await screen.findByRole('button', { name: 'Statt „Montag“: „Freitag“. Wird übernommen' });
    expect(result().querySelectorAll('del, ins')).toHaveLength(4);
    await user.click(montag);
    expect(button('Statt „Montag“: „Freitag“. Bleibt, wie es war')).toBeTruthy();
    await user.click(button('1 Änderung übernehmen'));
    await settle();
    const at = OLD.indexOf('Plan');
    expect(word.applied).toEqual([[{ start: at, end: at + 4, text: 'Lageplan' }]]);
    expect(screen.getByText('1 übernommen.')).toBeTruthy();
  });

  it('can be taken back with one click and decided anew', async () => {
    const word = wordWith();
    const { user } = await rewritten(word.skills);
    await user.click(button('2 Änderungen übernehmen'));
    await settle();
    expect(screen.queryByRole('button', { name: /übernehmen/ })).toBeNull();
    await user.click(button('Alle zurücknehmen'));
    await settle();
    expect(word.takenBack()).toBe(1);
    expect(screen.getByText('Alle Änderungen zurückgenommen.')).toBeTruthy();
    expect(word.marks()).toEqual([]);
    expect(button('2 Änderungen übernehmen')).toBeTruthy();
  });

  it('shows a change as no longer applicable where the paragraph was changed', async () => {
    const word = wordWith(({ text }) => ({ status: text === 'Freitag' ? 'changed' : 'done' }));
    const { user } = await rewritten(word.skills);
    await user.click(button('2 Änderungen übernehmen'));
    await settle();
    expect(result().textContent).toContain('(nicht mehr anwendbar)');
    expect(
      screen.getByText('1 übernommen · 1 nicht mehr anwendbar, weil der Absatz inzwischen geändert wurde.'),
    ).toBeTruthy();
  });

  it('is decided by keyboard, and all or none at once', async () => {
    const { user } = await rewritten(wordWith().skills);
    await user.click(button('Keine nehmen'));
    expect(button('Nichts übernehmen').getAttribute('aria-disabled')).toBe('true');
    button(/^Statt „Montag“/).focus();
    await user.keyboard(' ');
    expect(button('1 Änderung übernehmen')).toBeTruthy();
    await user.click(button('Alle nehmen'));
    expect(button('2 Änderungen übernehmen')).toBeTruthy();
  });

  it('can also be read as a whole', async () => {
    const { user } = await rewritten(wordWith().skills);
    await user.click(screen.getByRole('tab', { name: 'Neue Fassung' }));
    expect(result().textContent).toBe(NEW);
  });

  it('leaves a mark in the document that a person can sign for', async () => {
    const word = wordWith();
    const { user } = await rewritten(word.skills);
    await user.click(button('2 Änderungen übernehmen'));
    await settle();
    expect(word.marks()).toMatchObject([{ task: 'rewrite', model: 'ChatGPT', reviewed: null }]);
    expect(JSON.stringify(word.marks())).not.toContain('Frist');
    await user.click(button('Als geprüft eintragen'));
    await settle();
    expect(word.marks()).toMatchObject([{ reviewed: { by: 'Karin Maurer' } }]);
    expect(screen.getByText(/geprüft durch Karin Maurer am/)).toBeTruthy();
  });

  it('says when nothing is different', async () => {
    const { user, last } = await openPane('document', 'rewrite', { selectedWords: 10 }, wordWith().skills);
    await user.click(button('Umschreiben'));
    await settle();
    act(() => last().done(OLD));
    expect(await screen.findByText('Der neue Text ist derselbe wie der alte.')).toBeTruthy();
  });
});
