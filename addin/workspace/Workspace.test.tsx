import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { OpenedFile } from '../../contract/documents.ts';
import type { Host } from '../office/host.ts';
import { createDesk, type DeskStore } from './desk-store.ts';
import { docToBlocks } from './doc-to-blocks.ts';
import { paragraph } from './testing/blocks.ts';
import { exampleMail } from './testing/desk-with-editors.ts';
import { clerk as me } from '../pane/sign-in/testing/fake-session.ts';
import { createTheme } from '../pane/theme-choice.ts';
import { Workspace } from './Workspace.tsx';

const samples = [
  { file: 'brief.docx', title: 'Ein Brief', about: 'Zum Antworten.', surface: 'document' },
  { file: 'frage.eml', title: 'Eine Frage', about: 'Per Mail.', surface: 'mail-read' },
];
const opened = (title: string): OpenedFile => ({
  kind: 'document',
  version: CONTRACT_VERSION,
  title,
  blocks: [paragraph(`Text von ${title}`)],
  notices: ['images_left_out'],
});

let store: DeskStore;
let hosts: Host[];

/** A backend that fails on any request that it does not know. */
const fetcher = (async (address: string) => {
  const name = decodeURIComponent(address.split('name=')[1] ?? '');
  const answer = (body: unknown, ok = true) => ({
    ok,
    json: () => Promise.resolve(body),
    blob: () => Promise.resolve(new Blob(['x'])),
  });
  if (address === 'samples/index.json') return answer(samples);
  if (address.startsWith('samples/')) return answer(null);
  if (address === 'api/admin/knowledge/collections')
    return answer({ version: CONTRACT_VERSION, collections: [] });
  if (!address.startsWith('api/documents?')) throw new Error(`An unexpected request: ${address}`);
  if (name.endsWith('.eml')) return answer(exampleMail);
  if (name.includes('kaputt'))
    return answer({ type: 'x', title: 'x', status: 422, code: 'file_broken' }, false);
  return answer(opened(name));
}) as unknown as typeof fetch;

function open(person = me): void {
  const media = (query: string) =>
    Object.assign(new EventTarget(), { matches: query.includes('min-width'), media: query });
  window.matchMedia = media as unknown as typeof window.matchMedia;
  const services = {
    showPdf: null,
    copy: () => Promise.resolve(true),
    saveDocx: () => Promise.resolve(),
    theme: createTheme(window),
    person: () => ({ name: '', email: '' }),
    now: () => new Date('2026-11-20T08:00:00.000Z'),
  };
  render(
    <Workspace
      me={person}
      store={store}
      theme={services.theme}
      services={services}
      fetcher={fetcher}
      pane={(host) => {
        hosts.push(host);
        return <button>{`Aufgaben für ${host.surface}`}</button>;
      }}
    />,
  );
}

function choose(name: string): Promise<void> {
  return userEvent.upload(
    screen.getByLabelText<HTMLInputElement>('Datei öffnen', { selector: 'input' }),
    new File(['x'], name),
    {
      applyAccept: false,
    },
  );
}

beforeEach(() => {
  store = createDesk();
  hosts = [];
  Element.prototype.scrollIntoView = jest.fn<() => void>();
});
afterEach(cleanup);

describe('the workspace', () => {
  it('leads those to the console who administer something', async () => {
    open({ ...me, roles: ['local-admin'] });
    const link = screen.getByRole('link', { name: 'Verwaltung' });
    expect(link.getAttribute('href')).toBe('admin.html');
    expect(link.getAttribute('rel')).toBe('noopener');
    cleanup();
    open();
    await screen.findByRole('button', { name: 'Eine Frage' });
    expect(screen.queryByRole('link', { name: 'Verwaltung' })).toBeNull();
  });

  it('begins with what it is and examples to click', async () => {
    open();
    expect(screen.getByRole('heading', { name: 'Womit möchten Sie arbeiten?' })).toBeTruthy();
    await userEvent.click(await screen.findByRole('button', { name: 'Eine Frage' }));
    expect(await screen.findByRole('heading', { name: 'Re: Bauvoranfrage' })).toBeTruthy();
    expect(screen.getByText('Lageplan.pdf (48 KB)')).toBeTruthy();
    expect(screen.getByText('Aufgaben für mail-read')).toBeTruthy();
  });

  it('opens a file and says what was left out', async () => {
    open();
    await choose('bericht.docx');
    expect(await screen.findByText('Text von bericht.docx')).toBeTruthy();
    expect(screen.getByText('bericht.docx · Hinweis: Bilder wurden weggelassen.')).toBeTruthy();
  });

  it('opens a file that is dropped', async () => {
    open();
    const files = [new File(['x'], 'gezogen.docx')];
    fireEvent.drop(screen.getByRole('region', { name: 'Arbeitsfläche' }), {
      dataTransfer: { files, types: ['Files'] },
    });
    expect(await screen.findByText('Text von gezogen.docx')).toBeTruthy();
  });

  it('opens text that is pasted where nothing else takes it', async () => {
    open();
    const clipboardData = { files: [], getData: () => 'Guten Tag' };
    fireEvent.paste(document.body, { clipboardData });
    expect(await screen.findByText('Text von Eingefügter Text.txt')).toBeTruthy();
  });

  it('says what is wrong with a file and keeps what lies on the desk', async () => {
    open();
    await choose('bericht.docx');
    await screen.findByText('Text von bericht.docx');
    await choose('kaputt.docx');
    expect(
      await screen.findByText(/„kaputt.docx“ ließ sich nicht öffnen\. Die Datei ist beschädigt/),
    ).toBeTruthy();
    expect(screen.getByText('Text von bericht.docx')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Meldung schließen' }));
    expect(screen.queryByText(/ließ sich nicht öffnen/)).toBeNull();
  });

  it('keeps what was typed when the surface changes, and when another file is opened', async () => {
    open();
    await choose('eins.docx');
    await screen.findByText('Text von eins.docx');
    act(() => {
      store.editor('document')?.commands.insertContentAt(1, 'Getippt. ');
    });
    await choose('frage.eml');
    await screen.findByRole('heading', { name: 'Re: Bauvoranfrage' });
    const editor = store.editor('document');
    expect(editor && docToBlocks(editor.state.doc)).toEqual([paragraph('Getippt. Text von eins.docx')]);

    await choose('zwei.docx');
    await screen.findByText('Text von zwei.docx');
    await userEvent.click(screen.getByRole('button', { name: 'Zur Seite gelegt (1)' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'eins.docx' }));
    expect(await screen.findByText('Getippt. Text von eins.docx')).toBeTruthy();
  });

  it('shows the draft that an answer opens, and the way back', async () => {
    open();
    await choose('frage.eml');
    await screen.findByRole('heading', { name: 'Re: Bauvoranfrage' });
    const host = hosts.find(({ surface }) => surface === 'mail-read');
    await act(async () => {
      await host?.perform('reply', { title: '', blocks: [paragraph('Bis Freitag.')] }, null);
    });
    expect(await screen.findByText('Entwurf. Von hier wird nichts gesendet.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Betreff').value).toBe('AW: Bauvoranfrage');
    expect(screen.getByText('Bis Freitag.')).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Bisheriger Verlauf' }).textContent).toContain(
      'Lageplan einreichen?',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Zurück zur E-Mail' }));
    expect(store.current().surface).toBe('mail-read');
    await waitFor(() => expect(screen.getByText('Aufgaben für mail-read').closest('[hidden]')).toBeNull());
  });

  it('has one stop for the toolbar, arrows within it', async () => {
    open();
    await userEvent.click(screen.getByRole('button', { name: 'Leeres Blatt' }));
    const toolbar = await screen.findByRole('toolbar', { name: 'Text gestalten' });
    const stops = () => [...toolbar.querySelectorAll('button')].filter(({ tabIndex }) => tabIndex === 0);
    expect(stops()).toHaveLength(1);
    act(() => stops()[0]?.focus());
    await userEvent.keyboard('{ArrowLeft}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Nummerierung');
    expect(stops()).toEqual([document.activeElement]);
    await userEvent.keyboard('{Enter}');
    expect(store.editor('document')?.isActive('orderedList')).toBe(true);
  });

  it('chooses the surface with the arrows', async () => {
    open();
    screen.getByRole('tab', { name: 'Word' }).focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(store.current().surface).toBe('mail-compose');
    expect(document.activeElement?.textContent).toBe('Outlook schreiben');
  });

  it('moves between desk and pane with F6', async () => {
    open();
    screen.getByRole('button', { name: 'Leeres Blatt' }).focus();
    await userEvent.keyboard('{F6}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Aufgaben für document'));
    await userEvent.keyboard('{F6}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Leeres Blatt'));
  });
});
