import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { ErrorCode } from '../../contract/errors.ts';
import { BackendError } from '../pane/backend.ts';
import {
  admin,
  COLLECTION,
  collection,
  document as oneDocument,
  DOCUMENT,
  faqProposed,
  IMPORT,
  importReport,
  nothingToDo,
  version,
} from './testing/fakes.ts';
import { openConsole } from './testing/open-console.tsx';

const fails = (code: ErrorCode) => Promise.reject(new BackendError(code));
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const staff = { ...admin, roles: ['staff' as const] };
const HOSTILE = '<img src=x onerror=alert(1)>.md';
const at = (tab: string) => `#/sammlungen/${COLLECTION}/${tab}`;

describe('the frame', () => {
  it('leads to its pages and says where one is', async () => {
    const { user } = openConsole('');
    await screen.findByRole('table', { name: 'Sammlungen' });
    expect(screen.getByRole('link', { name: 'Sammlungen' }).getAttribute('aria-current')).toBe('page');
    await user.click(screen.getByRole('link', { name: 'Wörterbuch' }));
    const heading = await screen.findByRole('heading', { name: 'Wörterbuch', level: 1 });
    expect(window.location.hash).toBe('#/woerterbuch');
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(document.title).toBe('Wörterbuch · Amtsfeder Verwaltung');
  });

  it('says so where somebody may not, and shows the way back', async () => {
    openConsole('', { collections: () => fails('role_missing') }, staff);
    await screen.findByText(/Dafür fehlt Ihnen die Berechtigung/);
    expect(screen.getByRole('link', { name: 'Zurück zum Arbeitsplatz' }).getAttribute('href')).toBe('./');
    expect(screen.queryByRole('link', { name: 'Wörterbuch' })).toBeNull();
  });

  it('asks again where the backend did not answer', async () => {
    let times = 0;
    const { user } = openConsole('', {
      collections: () => (times++ === 0 ? fails('backend_unreachable') : Promise.resolve([collection()])),
    });
    await screen.findByRole('alert');
    await user.click(button('Erneut versuchen'));
    await screen.findByRole('table', { name: 'Sammlungen' });
  });

  it('knows no other addresses', () => {
    openConsole('#/anderswo');
    screen.getByRole('heading', { name: 'Diese Seite gibt es nicht' });
  });
});

describe('collections', () => {
  it('of the Verbund are to be read by a member, and it is said', async () => {
    openConsole(
      at('dokumente'),
      { collections: () => Promise.resolve([collection({ kommune: null, mayEdit: false })]) },
      staff,
    );
    await screen.findByText(/Diese Sammlung gehört dem Verbund/);
    expect(screen.queryByRole('link', { name: 'Importe' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Einstellungen' })).toBeTruthy();
  });

  it('are made with a reason, and what was typed stays after an error', async () => {
    let times = 0;
    const { user, said } = openConsole('#/sammlungen/neu', {
      createCollection: (made) =>
        times++ === 0
          ? fails('store_unavailable')
          : (said.push(['createCollection', made]), Promise.resolve(collection({ fields: made.fields }))),
    });
    await user.click(button('Sammlung anlegen'));
    screen.getByText(/Bitte prüfen Sie die markierten Felder/);
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Satzungen');
    await user.type(screen.getByRole('textbox', { name: /Grund der Änderung/ }), 'Neue Sammlung für alle');
    await user.click(button('Sammlung anlegen'));
    await screen.findByText(/Datenbank von Amtsfeder ist gerade nicht erreichbar/);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Satzungen');
    await user.click(button('Sammlung anlegen'));
    await screen.findByText(/Die Sammlung „Satzungen“ ist angelegt/);
    expect(said[0]).toMatchObject([
      'createCollection',
      { owner: 'kommune', fields: { name: 'Satzungen' }, reason: 'Neue Sammlung für alle' },
    ]);
    expect(window.location.hash).toBe(at('importe'));
  });

  it('keep both changes where two people made some', async () => {
    let now = collection();
    const { user } = openConsole(at('einstellungen'), {
      collections: () => Promise.resolve([now]),
      changeCollection: (of, fields) =>
        of.revision === now.revision ? Promise.resolve({ ...now, fields, revision: 5 }) : fails('conflict'),
    });
    const name = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Name' });
    now = collection({ revision: 4, fields: { ...now.fields, keepOldDays: 30 } });
    await user.clear(name);
    await user.type(name, 'Mein Name');
    await user.type(screen.getByRole('textbox', { name: /Grund der Änderung/ }), 'Der alte Name war falsch');
    await user.click(button('Einstellungen speichern'));
    await screen.findByText(/Jemand hat das inzwischen geändert \(Abgelöste Fassungen\)/);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Mein Name');
    await user.click(button('Einstellungen speichern'));
    await screen.findByText('Die Einstellungen sind gespeichert.');
  });

  it('go only with a reason', async () => {
    const { user, said } = openConsole(at('einstellungen'));
    await user.click(await screen.findByRole('button', { name: 'Sammlung löschen …' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Sammlung löschen' }));
    expect(said).toEqual([]);
    await user.type(within(dialog).getByRole('textbox'), 'Wird nicht mehr gebraucht');
    await user.click(within(dialog).getByRole('button', { name: 'Sammlung löschen' }));
    await screen.findByText('Die Sammlung „Dienstanweisungen“ ist gelöscht.');
    expect(said).toEqual([['removeCollection', COLLECTION, 'Wird nicht mehr gebraucht']]);
  });
});

describe('documents', () => {
  it('are shown as text, whatever they are called, and lead to their details', async () => {
    const hostile = oneDocument({ name: HOSTILE, versions: [version({ title: '<b>Titel</b>' })] });
    const { user } = openConsole(at('dokumente'), {
      documents: () => Promise.resolve({ documents: [hostile], total: 1, next: null }),
    });
    await user.click(await screen.findByRole('link', { name: HOSTILE }));
    await screen.findByRole('heading', { name: HOSTILE });
    expect(document.querySelector('main img, main b')).toBeNull();
    expect(window.location.hash).toContain(`/dokumente/${DOCUMENT}?name=`);
  });

  it('come in pages and can be filtered', async () => {
    const asked: unknown[] = [];
    const { user } = openConsole(at('dokumente'), {
      documents: (_id, what) => {
        asked.push(what);
        return Promise.resolve({
          documents: [oneDocument()],
          total: 250,
          next: what.after === null ? 'b' : null,
        });
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Nächste Seite' }));
    await user.type(screen.getByRole('searchbox', { name: 'Name enthält' }), 'Reise');
    await user.click(button('Suchen'));
    await screen.findByText('250 Dokumente mit „Reise“ im Namen');
    expect(asked).toEqual([
      { after: null, filter: '' },
      { after: 'b', filter: '' },
      { after: null, filter: 'Reise' },
    ]);
  });

  it('are noted as reviewed, with the next date', async () => {
    const { user, said } = openConsole(`${at('dokumente')}/${DOCUMENT}?name=Reisekosten.pdf`);
    await user.click(await screen.findByRole('button', { name: /^Geprüft – nächster Termin/ }));
    await screen.findByText(/Als geprüft vermerkt/);
    expect(said).toMatchObject([
      ['changeDocument', 1, { kind: 'regulation', validFrom: '2026-01-01', validTo: null }],
    ]);
  });
});

describe('an import', () => {
  it('sends what was chosen and says what became of it', async () => {
    const report = importReport({
      counts: { waiting: 0, added: 1, replaced: 0, unchanged: 0, failed: 1, sections: 3 },
      files: [
        { name: HOSTILE, bytes: 10, outcome: { state: 'failed', code: 'file_encrypted' } },
        { name: 'a.md', bytes: 10, outcome: { state: 'added', sections: 3, notices: ['images_left_out'] } },
      ],
    });
    const { user, said } = openConsole(at('importe'), {
      imports: () => Promise.resolve({ imports: [report], sharepoint: false }),
      importReport: () => Promise.resolve(report),
    });
    await user.click(await screen.findByRole('button', { name: 'Dateien importieren' }));
    screen.getByText(/Bitte wählen Sie zuerst Dateien/);
    const input = screen.getByLabelText<HTMLInputElement>('Dateien zum Importieren', { selector: 'input' });
    await user.upload(input, [new File(['x'], 'a.md'), new File(['x'], 'b.md')]);
    screen.getByText(/^2 Dateien ausgewählt/);
    await user.click(button('Dateien importieren'));
    await screen.findByText(/Alles ist übertragen. Sie können die Seite jetzt verlassen/);
    expect(said.map(([what]) => what)).toEqual(['openImport', 'sendFile', 'sendFile', 'closeImport']);
    await user.click(screen.getByRole('link', { name: /27\.11\.2026/ }));
    const table = await screen.findByRole('table', { name: 'Dateien des Imports' });
    within(table).getByText(HOSTILE);
    within(table).getByText(/Mit einem Kennwort geschützt/);
    within(table).getByText('Aufgenommen, 3 Abschnitte; Bilder wurden weggelassen');
  });

  it('that was left open can be ended', async () => {
    const { user, said } = openConsole(`${at('importe')}/${IMPORT}`, {
      importReport: () => Promise.resolve(importReport({ state: 'open' })),
    });
    await user.click(await screen.findByRole('button', { name: 'Import abschließen' }));
    await waitFor(() => expect(said).toEqual([['closeImport', IMPORT]]));
  });
});

describe('proposed answers', () => {
  it('are corrected and approved, and the focus stays near', async () => {
    const { user, said } = openConsole(at('faq'));
    const answer = await screen.findByRole('textbox', { name: 'Antwort' });
    await user.clear(answer);
    await user.click(button('Freigeben'));
    screen.getByText('Bitte geben Sie eine Antwort an.');
    await user.type(answer, 'Ab acht Stunden Abwesenheit.');
    await user.click(button('Freigeben'));
    await screen.findByText('Zurzeit wartet kein Vorschlag auf Ihre Entscheidung.');
    screen.getByText('Der Eintrag ist freigegeben.');
    const entry = { ...faqProposed.entry, answer: 'Ab acht Stunden Abwesenheit.' };
    expect(said).toEqual([['decideFaq', faqProposed.id, 'approved', entry]]);
    expect(document.activeElement?.textContent).toBe('FAQ-Vorschläge');
  });
});

describe('upkeep', () => {
  it('shows what is to be done with its period, and leads there', async () => {
    const ref = { id: DOCUMENT, name: 'Reisekosten.pdf', title: 'Reisekosten' };
    openConsole(at('pflege'), {
      upkeep: () =>
        Promise.resolve({
          ...nothingToDo,
          reviews: [{ ...ref, reviewOn: '2026-06-01', validFrom: '2025-01-01', overdue: true }],
          unanswered: [{ question: 'Wo ist <b>das</b> Dienstrad?', times: 7, last: '2026-11-20' }],
          deadLinks: [{ ...ref, address: 'javascript:alert(1)', since: '2026-11-01' }],
        }),
    });
    await screen.findByRole('heading', { name: 'Prüftermine und Alter (1)' });
    screen.getByText('01.06.2026, überfällig');
    screen.getByText('Wo ist <b>das</b> Dienstrad?');
    screen.getByText(/^Seit 01\.10\.2026 hat eine Suche/);
    // What does not answer is no link.
    expect(screen.getByText('javascript:alert(1)').closest('a')).toBeNull();
  });

  it('puts duplicates side by side', async () => {
    const side = (section: number) => ({
      id: DOCUMENT,
      name: 'Reisekosten.pdf',
      title: '',
      section,
      path: ['§ 1'],
    });
    const { user } = openConsole(at('pflege'), {
      upkeep: () =>
        Promise.resolve({ ...nothingToDo, duplicates: [{ alike: 'same', one: side(1), other: side(2) }] }),
      part: (_version, around) =>
        Promise.resolve({
          version: 5,
          document: {
            id: DOCUMENT,
            version: version().id,
            name: '',
            title: '',
            kind: 'regulation',
            validFrom: '2026-01-01',
            validTo: null,
            old: false,
          },
          collection: { id: COLLECTION, name: '', verbund: false },
          format: 'pdf',
          sections: [{ section: around, number: 0, path: [], pages: null, text: `Wortlaut ${around}` }],
          total: 1,
        }),
    });
    await user.click(await screen.findByRole('button', { name: /vergleichen$/ }));
    await screen.findByText('Wortlaut 1');
    await screen.findByText('Wortlaut 2');
  });
});
