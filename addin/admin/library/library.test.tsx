import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import { BackendError } from '../../pane/backend.ts';
import { admin } from '../testing/fakes.ts';
import { card, circularContent, item, ITEM, libraryVersion, textblock } from '../testing/library-fakes.ts';
import { openLibrary } from '../testing/open-library.tsx';

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const at = (tab: string) => `#/bibliothek/${ITEM}/${tab}`;

describe('the list', () => {
  const items = [
    card(),
    card({
      id: 'telefonnotiz',
      name: 'Telefonnotiz',
      origin: 'shipped',
      kommune: null,
      uses: null,
      reviewOn: null,
      may: { edit: false, approve: false, withdraw: true, copy: true },
    }),
    card({
      id: 'b',
      kind: 'textblock',
      name: 'Widerspruch',
      origin: 'verbund',
      kommune: null,
      state: 'submitted',
      overdue: true,
      copiedFrom: { id: 'a', number: 1, newer: 3 },
    }),
  ];

  it('says of each whose it is, where it stands, and what is to be done', async () => {
    openLibrary('#/bibliothek', { items: () => Promise.resolve(items) });
    const rows = within(await screen.findByRole('table', { name: 'Bibliothek' })).getAllByRole('row');
    expect(rows[1]?.textContent).toContain('Landkreis Kusel');
    expect(rows[2]?.textContent).toMatch(/Telefonnotiz.*Agent.*mitgeliefert.*unter 5 Personen/);
    expect(rows[3]?.textContent).toMatch(
      /Das Original hat eine neuere Fassung.*Textbaustein.*Verbund.*wartet auf Freigabe; Fassung 1 gilt weiter.*Überprüfung fällig/,
    );
    expect(screen.getByRole('link', { name: 'Bibliothek' }).getAttribute('aria-current')).toBe('page');
  });

  it('is searched and narrowed', async () => {
    const { user } = openLibrary('#/bibliothek', { items: () => Promise.resolve(items) });
    await user.type(await screen.findByRole('searchbox', { name: 'Bibliothek durchsuchen' }), 'notiz');
    await screen.findByText('1 Eintrag von 3');
    expect(screen.queryByRole('link', { name: 'Widerspruch' })).toBeNull();
    await user.click(button('Eingabe löschen'));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Stand' }), 'todo');
    await screen.findByText('1 Eintrag von 3');
    screen.getByRole('link', { name: 'Widerspruch' });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Art' }), 'agent');
    await screen.findByText('0 Einträge von 3');
  });

  it('is begun by those who may, and only read by the Datenschutz', async () => {
    openLibrary('#/bibliothek', {}, { ...admin, roles: ['data-protection'] });
    await screen.findByRole('table', { name: 'Bibliothek' });
    expect(screen.queryByRole('button', { name: 'Neu' })).toBeNull();
    openLibrary('#/bibliothek', {}, { ...admin, roles: ['staff'] });
    expect(screen.queryByRole('link', { name: 'Bibliothek' })).toBeNull();
  });

  it('takes a file over only when somebody says so, and tells what is wrong with it', async () => {
    let faults = [{ step: null, text: 'Die Datei ist weder gültiges YAML noch JSON.' }];
    const { user, said } = openLibrary('#/bibliothek', {
      readFile: () =>
        Promise.resolve({
          version: CONTRACT_VERSION,
          content: faults.length > 0 ? null : circularContent,
          faults,
        }),
    });
    await user.click(await screen.findByRole('button', { name: 'Aus Datei …' }));
    const dialog = await screen.findByRole('dialog');
    const file = within(dialog).getByLabelText('Datei');
    await user.upload(file, new File(['{'], 'agent.yaml'));
    await within(dialog).findByText(/weder gültiges YAML/);
    await user.click(within(dialog).getByRole('button', { name: 'Als Entwurf anlegen' }));
    expect(said).toEqual([]);
    faults = [];
    await user.upload(file, new File(['format: …'], 'agent.yaml'));
    await within(dialog).findByText(/Agent: „Rundschreiben auswerten“/);
    await user.click(within(dialog).getByRole('button', { name: 'Als Entwurf anlegen' }));
    await waitFor(() => expect(said[0]).toEqual(['create', 'kommune', circularContent]));
    await waitFor(() => expect(window.location.hash).toBe(at('bearbeiten')));
  });
});

describe('a Textbaustein', () => {
  it('is begun with a form, looked through, and saved as a draft', async () => {
    let right = false;
    const created: unknown[] = [];
    const { user } = openLibrary('#/bibliothek/neu/textbaustein', {
      check: (content) =>
        Promise.resolve({
          version: CONTRACT_VERSION,
          content: right ? (content as typeof textblock) : null,
          faults: right ? [] : [{ step: null, text: 'text: Die Angabe ist zu kurz oder zu klein.' }],
        }),
      create: (owner, content) => {
        if (!right) return Promise.reject(new BackendError('library_faulty'));
        created.push([owner, content]);
        return Promise.resolve(item());
      },
    });
    const name = await screen.findByRole('textbox', { name: 'Name' });
    await user.type(name, 'Widerspruch');
    await user.click(button('Textbaustein als Entwurf speichern'));
    await screen.findByText('Text: Die Angabe ist zu kurz oder zu klein.');
    screen.getByText(/Gespeichert wurde nichts/);
    right = true;
    await user.selectOptions(screen.getByRole('combobox', { name: 'Wofür' }), 'legal-remedy');
    await user.type(screen.getByRole('textbox', { name: 'Text' }), 'Gegen diesen Bescheid …');
    await user.click(button('Textbaustein als Entwurf speichern'));
    await waitFor(() =>
      expect(created[0]).toEqual([
        'kommune',
        {
          kind: 'textblock',
          name: 'Widerspruch',
          purpose: '',
          use: 'legal-remedy',
          text: 'Gegen diesen Bescheid …',
        },
      ]),
    );
  });

  it('keeps what was typed while one looks at another page', async () => {
    const { user } = openLibrary('#/bibliothek/neu/textbaustein');
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Halb fertig');
    await user.click(screen.getByRole('link', { name: 'Sammlungen' }));
    await screen.findByRole('table', { name: 'Sammlungen' });
    window.location.hash = '#/bibliothek/neu/textbaustein';
    const again = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Name' });
    expect(again.value).toBe('Halb fertig');
  });

  it('of somebody who was slower is neither lost nor put over what the other wrote', async () => {
    let revision = 4;
    const saved: number[] = [];
    const { user } = openLibrary(at('bearbeiten'), {
      item: () =>
        Promise.resolve(
          item({
            card: card({ kind: 'textblock', state: 'draft' }),
            content: textblock,
            versions: [libraryVersion({ state: 'draft', revision })],
          }),
        ),
      saveDraft: (of, content) => {
        saved.push(of.revision);
        return of.revision === 5
          ? Promise.resolve(item({ content, versions: [libraryVersion({ state: 'draft', revision: 6 })] }))
          : Promise.reject(new BackendError('conflict'));
      },
    });
    const text = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Text' });
    await user.type(text, ' Neu.');
    revision = 5;
    await user.click(button('Entwurf speichern'));
    await screen.findByText(/Jemand hat das inzwischen geändert/);
    expect(text.value).toMatch(/ Neu\.$/);
    await user.click(button('Meinen Stand darüber speichern'));
    await screen.findByText('Der Entwurf ist gespeichert.');
    expect(saved).toEqual([4, 5]);
  });
});

describe('what comes with Amtsfeder', () => {
  it('can be read and copied, and not changed', async () => {
    const { user, said } = openLibrary(at('bearbeiten'), {
      item: () =>
        Promise.resolve(
          item({
            card: card({
              origin: 'shipped',
              kommune: null,
              may: { edit: false, approve: false, withdraw: false, copy: true },
            }),
            versions: [],
          }),
        ),
    });
    await screen.findByText(/nur zu lesen/);
    expect(screen.getByRole('textbox', { name: 'Name' }).matches(':disabled')).toBe(true);
    expect(screen.queryByRole('button', { name: 'Entwurf speichern' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Zurückziehen …' })).toBeNull();
    await user.click(button('Kopieren …'));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Kopieren' }));
    await waitFor(() => expect(said[0]).toEqual(['copy', ITEM, 'kommune']));
  });
});
