import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { BackendError } from '../../../pane/backend.ts';
import { LibraryRefused } from '../../api/asking.ts';
import { card, changed, item, ITEM, libraryVersion, textblock } from '../../testing/library-fakes.ts';
import { openLibrary } from '../../testing/open-library.tsx';

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const at = (tab: string) => `#/bibliothek/${ITEM}/${tab}`;
const REASON = 'Mit dem Hauptamt so abgestimmt';

describe('versions', () => {
  it('are compared by signs and in words, not by colour alone', async () => {
    const asked: unknown[] = [];
    const { user } = openLibrary(at('fassungen'), {
      item: () =>
        Promise.resolve(
          item({
            versions: [3, 2, 1].map((number) => libraryVersion({ number, reason: `Grund ${number}` })),
          }),
        ),
      version: (_id, number, against) => {
        asked.push([number, against]);
        return Promise.resolve(changed);
      },
    });
    const list = await screen.findByRole('list', { name: 'Fassung 3 gegenüber 2' });
    const [same, removed, added] = within(list).getAllByRole('listitem');
    expect(same?.textContent).toBe('name: Rundschreiben auswerten');
    expect(removed?.textContent).toBe('−Entfernt: purpose: Fristen');
    expect(added?.textContent).toBe('+Neu: purpose: Fristen und Aufträge');
    screen.getByText('1 Zeile neu (+), 1 Zeile entfernt (−)');
    await user.selectOptions(screen.getByRole('combobox', { name: 'mit' }), '1');
    await screen.findByRole('list', { name: 'Fassung 3 gegenüber 1' });
    expect(asked).toEqual([
      [3, 2],
      [3, 1],
    ]);
    screen.getByText('Grund 2');
  });

  it('of a copy are held against the original', async () => {
    const { user } = openLibrary(at('fassungen'), {
      item: () =>
        Promise.resolve(item({ card: card({ copiedFrom: { id: 'telefonnotiz', number: 1, newer: 2 } }) })),
      version: (id, number) =>
        Promise.resolve({
          ...changed,
          content: { ...textblock, text: id === 'telefonnotiz' ? `Fassung ${number}` : 'eigene' },
        }),
    });
    await user.click(await screen.findByRole('button', { name: 'Unterschiede zeigen' }));
    const list = await screen.findByRole('list', { name: /gegenüber dem Original/ });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual([
      'kind: textblock',
      'name: Widerspruch',
      'purpose: Rechtsbehelfsbelehrung',
      'use: legal-remedy',
      '−Entfernt: text: Fassung 2',
      '+Neu: text: eigene',
    ]);
  });
});

describe('approval', () => {
  const submitted = (self: boolean, approve = true) =>
    item({
      card: card({
        state: 'submitted',
        approved: null,
        may: { edit: true, approve, withdraw: true, copy: true },
      }),
      versions: [
        libraryVersion({
          number: 2,
          state: 'submitted',
          author: { name: 'Bernd Beispiel', self },
          approver: null,
          suspected: ['services'],
          examples: [
            {
              name: 'Mit Frist',
              outcome: 'as_expected',
              message: null,
              expectations: [{ at: 'angaben.frist', expected: '15.01.2027', got: '15.01.2027', holds: true }],
            },
          ],
        }),
      ],
    });

  it('begins with questions of which none is taken for a no', async () => {
    const { user, said } = openLibrary(at('freigabe'), {
      item: () =>
        Promise.resolve(item({ versions: [libraryVersion({ state: 'draft', reason: '', revision: 7 })] })),
    });
    await screen.findByRole('heading', { name: 'Zur Freigabe einreichen' });
    await user.type(screen.getByRole('textbox', { name: /Grund der Änderung/ }), REASON);
    await user.click(button('Einreichen'));
    await screen.findByText(/Bitte beantworten Sie alle Fragen/);
    expect(said).toEqual([]);
    for (const no of screen.getAllByRole('radio', { name: 'Nein' })) await user.click(no);
    const [, , services] = screen.getAllByRole('radio', { name: 'Ja' });
    if (services !== undefined) await user.click(services);
    await user.type(screen.getByRole('textbox', { name: /Wofür ist es gedacht/ }), 'Nur intern');
    await user.click(button('Einreichen'));
    await screen.findByText(/Die Fassung ist eingereicht/);
    expect(said[0]).toEqual([
      'submit',
      7,
      { uses: ['services'], checkedByPerson: false, remark: 'Nur intern' },
      REASON,
    ]);
  });

  it('that cannot be asked for says what stands against it', async () => {
    const { user } = openLibrary(at('freigabe'), {
      item: () => Promise.resolve(item({ versions: [libraryVersion({ state: 'draft', reason: '' })] })),
      submit: () =>
        Promise.reject(
          new LibraryRefused('examples_failed', [{ step: null, text: 'Beispiel „Mit Frist“: anders.' }]),
        ),
    });
    await screen.findByRole('heading', { name: 'Zur Freigabe einreichen' });
    for (const no of screen.getAllByRole('radio', { name: 'Nein' })) await user.click(no);
    await user.type(screen.getByRole('textbox', { name: /Grund der Änderung/ }), REASON);
    await user.click(button('Einreichen'));
    await screen.findByText('Beispiel „Mit Frist“: anders.');
    screen.getByText(/Es wurde nichts eingereicht/);
  });

  it('is not given by who wrote it, and the button says why', async () => {
    const { user, said } = openLibrary(at('freigabe'), { item: () => Promise.resolve(submitted(true)) });
    const approve = await screen.findByRole('button', { name: 'Freigeben' });
    expect(approve.getAttribute('aria-disabled')).toBe('true');
    const why = document.getElementById(approve.getAttribute('aria-describedby') ?? '');
    expect(why?.textContent).toMatch(/selbst geschrieben.*Vier-Augen-Prinzip/);
    await user.type(screen.getByRole('textbox', { name: /Grund der Änderung/ }), REASON);
    await user.click(approve);
    expect(said).toEqual([]);
  });

  it('is given by another person who sees what was said, suspected and tried', async () => {
    const { user, said } = openLibrary(at('freigabe'), { item: () => Promise.resolve(submitted(false)) });
    await screen.findByText('Der Text selbst spricht für:');
    screen.getByText(/Anspruch auf öffentliche Leistungen/);
    screen.getByText('Alle 1 Beispiele gehen aus wie erwartet.');
    await user.click(button('Freigeben'));
    await screen.findByText(/Bitte nennen Sie den Grund/);
    await user.type(screen.getByRole('textbox', { name: /Grund der Änderung/ }), REASON);
    await user.click(button('Freigeben'));
    await screen.findByText(/ist freigegeben/);
    expect(said).toEqual([['decide', 4, 'approve', REASON]]);
  });

  it('of a use of high risk is left to the Datenschutz, and so it says', async () => {
    openLibrary(at('freigabe'), { item: () => Promise.resolve(submitted(false, false)) });
    await screen.findByText(/nur Ihr Datenschutz/);
  });

  it('that the backend refuses says so in its words', async () => {
    const { user } = openLibrary(at('freigabe'), {
      item: () => Promise.resolve(submitted(false)),
      decide: () => Promise.reject(new BackendError('high_risk_refused')),
    });
    await user.type(await screen.findByRole('textbox', { name: /Grund der Änderung/ }), REASON);
    await user.click(button('Freigeben'));
    await screen.findByText(/Pflichten für Hochrisiko-KI/);
  });

  it('ends with a withdrawal that has a reason', async () => {
    const { user, said } = openLibrary(at('freigabe'));
    await user.click(await screen.findByRole('button', { name: 'Zurückziehen …' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Zurückziehen' }));
    expect(said).toEqual([]);
    await user.type(within(dialog).getByRole('textbox', { name: /Grund der Änderung/ }), REASON);
    await user.click(within(dialog).getByRole('button', { name: 'Zurückziehen' }));
    await screen.findByText('„Rundschreiben auswerten“ ist zurückgezogen.');
    expect(said).toEqual([['withdraw', ITEM, REASON]]);
  });
});
