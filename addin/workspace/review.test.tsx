import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { Block } from '../../contract/rich.ts';
import type { DocxMeta, PaperBlock } from '../output/docx-content.ts';
import type { Host } from '../office/host.ts';
import { layDocument } from './desk.ts';
import { createDesk, type DeskStore } from './desk-store.ts';
import { docToBlocks } from './doc-to-blocks.ts';
import { paragraph } from './testing/blocks.ts';
import { clerk as me } from '../pane/sign-in/testing/fake-session.ts';
import { createTheme } from '../pane/theme-choice.ts';
import { Workspace } from './Workspace.tsx';

// A question is loaded when it is first asked, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 5_000 });

let store: DeskStore;
let host: Host | undefined;
let saved: { blocks: readonly PaperBlock[]; meta: DocxMeta }[];

const fetcher = (() =>
  Promise.resolve({ ok: true, json: () => Promise.resolve([]) })) as unknown as typeof fetch;

async function open(...blocks: Block[]): Promise<void> {
  const media = (query: string) =>
    Object.assign(new EventTarget(), { matches: query.includes('min-width'), media: query });
  window.matchMedia = media as unknown as typeof window.matchMedia;
  const services = {
    showPdf: null,
    copy: () => Promise.resolve(true),
    saveDocx: (content: readonly PaperBlock[], meta: DocxMeta) => {
      saved.push({ blocks: content, meta });
      return Promise.resolve();
    },
    theme: createTheme(window),
    person: () => ({ name: '', email: '' }),
    now: () => new Date('2026-11-20T08:00:00.000Z'),
  };
  const pane = (each: Host) => {
    if (each.surface === 'document') host = each;
    return null;
  };
  render(
    <Workspace
      me={me}
      store={store}
      theme={services.theme}
      services={services}
      fetcher={fetcher}
      pane={pane}
    />,
  );
  act(() => {
    store.change((now, live) =>
      layDocument(now, { title: 'Brief', blocks, notices: [], changed: false }, live),
    );
  });
  await waitFor(() => expect(store.editor('document')).not.toBeNull());
}

/** Puts other words in the place of some. */
async function change(...pairs: [string, string][]): Promise<void> {
  await act(async () => {
    const taken = await host?.take('whole');
    if (!taken) return;
    const text = taken.lines?.map((line) => line.text).join('\n') ?? '';
    const edits = pairs.map(([old, put]) => ({
      start: text.indexOf(old),
      end: text.indexOf(old) + old.length,
      text: put,
    }));
    await host?.changes?.apply(taken, edits);
  });
}

const written = () => {
  const editor = store.editor('document');
  return editor ? docToBlocks(editor.state.doc) : [];
};
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  store = createDesk();
  host = undefined;
  saved = [];
  Element.prototype.scrollIntoView = jest.fn<() => void>();
  // jsdom has no layout; the editor asks for it when it scrolls to the selection.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});
afterEach(cleanup);

describe('tracked changes on the paper', () => {
  it('are read out as put in and struck out, and settled one by one', async () => {
    await open(paragraph('eins zwei drei'));
    expect(screen.queryByRole('toolbar', { name: 'Änderungen prüfen' })).toBeNull();
    await change(['eins', '1'], ['drei', '3']);
    const bar = screen.getByRole('toolbar', { name: 'Änderungen prüfen' });
    expect(within(bar).getByText('2 Änderungen')).toBeTruthy();
    expect(screen.getAllByRole('insertion').map(({ textContent }) => textContent)).toEqual(['1', '3']);
    expect(screen.getAllByRole('deletion').map(({ textContent }) => textContent)).toEqual(['eins', 'drei']);
    act(() => {
      store.editor('document')?.commands.setTextSelection(2);
    });
    await press('Annehmen');
    expect(within(bar).getByText('1 Änderung')).toBeTruthy();
    await press('Ablehnen');
    expect(written()).toEqual([paragraph('1 zwei drei')]);
    expect(screen.queryByRole('toolbar', { name: 'Änderungen prüfen' })).toBeNull();
  });

  it('are settled all at once, with keys alone, and can be undone', async () => {
    await open(paragraph('eins zwei'), paragraph('weg'));
    await change(['eins', '1'], ['\nweg', '']);
    const bar = screen.getByRole('toolbar', { name: 'Änderungen prüfen' });
    const stops = [...bar.querySelectorAll('button')].filter(({ tabIndex }) => tabIndex === 0);
    expect(stops).toHaveLength(1);
    act(() => stops[0]?.focus());
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(document.activeElement?.textContent).toBe('Alle annehmen');
    await userEvent.keyboard('{Enter}');
    expect(store.editor('document')?.getText()).toBe('1 zwei');
    act(() => {
      store.editor('document')?.commands.undo();
    });
    await press('Alle ablehnen');
    expect(written()).toEqual([paragraph('eins zwei'), paragraph('weg')]);
  });

  it('that the cursor is not in can’t be settled alone', async () => {
    await open(paragraph('eins zwei'));
    await change(['eins', '1']);
    act(() => {
      store.editor('document')?.commands.setTextSelection(9);
    });
    expect(screen.getByRole('button', { name: 'Annehmen' }).getAttribute('aria-disabled')).toBe('true');
    await press('Nächste');
    expect(screen.getByRole('button', { name: 'Annehmen' }).getAttribute('aria-disabled')).toBeNull();
  });
});

describe('comments on the paper', () => {
  it('are listed with their passages and taken away', async () => {
    await open(paragraph('Die Frist läuft.'));
    await act(async () => {
      const taken = await host?.take('whole');
      if (taken) await host?.comment?.(taken, [{ passage: 'Frist', text: 'Bis wann?' }]);
    });
    const list = screen.getByRole('region', { name: 'Kommentare (1)' });
    expect(within(list).getByText('Bis wann?')).toBeTruthy();
    await userEvent.click(within(list).getByRole('button', { name: '„Frist“' }));
    const { from, to } = store.editor('document')?.state.selection ?? {};
    expect([from, to]).toEqual([5, 10]);
    await press('Kommentar entfernen: Bis wann?');
    expect(screen.queryByRole('region', { name: /Kommentare/ })).toBeNull();
  });
});

describe('saving', () => {
  it('takes changes, comments and the marks of AI along', async () => {
    await open(paragraph('alt'));
    await change(['alt', 'neu']);
    await act(async () => {
      const taken = await host?.take('whole');
      if (taken) await host?.comment?.(taken, [{ passage: 'neu', text: 'Gut?' }]);
    });
    await press('Als DOCX speichern');
    const [file] = saved;
    expect(file?.meta).toMatchObject({ title: 'Brief', comments: [{ text: 'Gut?' }], provenances: [] });
    expect(file?.blocks).toMatchObject([
      {
        runs: [
          { text: 'alt', revision: { kind: 'deletion' } },
          { text: 'neu', revision: { kind: 'insertion' }, comments: [file?.meta.comments?.[0]?.id] },
        ],
      },
    ]);
    expect(store.current().document?.changed).toBe(false);
  });

  it('asks where placeholders are left, and shows the first or saves anyway', async () => {
    await open(paragraph('Am [[Bitte ergänzen: Datum]] um [[Uhrzeit]].'));
    await press('Als DOCX speichern');
    expect(saved).toEqual([]);
    const dialog = await screen.findByRole('dialog', { name: 'Noch 2 Angaben offen' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Zur ersten Lücke' }));
    await waitFor(() => {
      const state = store.editor('document')?.state;
      const { from = 0, to = 0 } = state?.selection ?? {};
      expect(state?.doc.textBetween(from, to)).toBe('[[Bitte ergänzen: Datum]]');
    });
    await press('Als DOCX speichern');
    await userEvent.click(await screen.findByRole('button', { name: 'Trotzdem speichern' }));
    await waitFor(() => expect(saved).toHaveLength(1));
  });
});
