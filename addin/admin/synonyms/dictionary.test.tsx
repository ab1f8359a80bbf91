import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { SynonymList } from '../../../contract/knowledge.ts';
import { BackendError } from '../../pane/backend.ts';
import { admin, synonymsNow } from '../testing/fakes.ts';
import { openConsole } from '../testing/open-console.tsx';

const fails = (code: ErrorCode) => Promise.reject(new BackendError(code));
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the dictionary', () => {
  const shared: SynonymList = {
    ...synonymsNow,
    kommune: 'verbund',
    synonyms: [{ word: 'Knöllchen', means: ['Verwarnungsgeld'] }],
    wanted: [],
  };
  const both = { synonyms: (owner: string) => Promise.resolve(owner === 'verbund' ? shared : synonymsNow) };

  it('shows the words of the Verbund beside those of the Kommune, and lets each change only its own', async () => {
    openConsole('#/woerterbuch', both);
    await screen.findByRole('button', { name: '„Krankenschein“ ändern' });
    const theirs = await screen.findByRole('table', { name: 'Gemeinsame Wörter des Verbunds' });
    within(theirs).getByText('Verwarnungsgeld');
    expect(within(theirs).queryByRole('button')).toBeNull();

    openConsole('#/woerterbuch', both, { ...admin, roles: ['verbund-admin'] });
    await screen.findByRole('button', { name: '„Knöllchen“ ändern' });
    const ours = await screen.findByRole('table', { name: 'Wörter der Kommune Landkreis Kusel' });
    expect(within(ours).queryByRole('button')).toBeNull();
  });

  it('takes a wanted word and keeps the changes of two people', async () => {
    const theirs = { word: 'Urlaub', means: ['Erholungsurlaub'] };
    let now = synonymsNow;
    const { user, said } = openConsole('#/woerterbuch', {
      synonyms: (owner) => Promise.resolve(owner === 'verbund' ? shared : now),
      changeSynonyms: (of, synonyms, reason) => {
        said.push([of.revision, synonyms, reason]);
        return of.revision === now.revision ? Promise.resolve({ ...now, synonyms }) : fails('conflict');
      },
    });
    await user.click(await screen.findByRole('button', { name: '„Dienstrad“ eintragen' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox', { name: /Dokumenten/ }), 'Fahrradleasing, JobRad');
    await user.click(within(dialog).getByRole('button', { name: 'Übernehmen' }));
    await screen.findByText('1 Änderung ist noch nicht gespeichert.');
    await waitFor(() =>
      expect(document.activeElement?.textContent).toBe('Wörter der Kommune Landkreis Kusel (2)'),
    );
    now = { ...synonymsNow, revision: 3, synonyms: [theirs] };
    await user.type(
      await screen.findByRole('textbox', { name: /Grund der Änderung/ }),
      'Wird oft so gefragt',
    );
    await user.click(button('Wörterbuch speichern'));
    await screen.findByText(/Jemand hat das inzwischen geändert/);
    await user.click(button('Wörterbuch speichern'));
    await screen.findByText('Das Wörterbuch ist gespeichert.');
    const mine = { word: 'Dienstrad', means: ['Fahrradleasing', 'JobRad'] };
    expect(said.at(-1)).toEqual([3, [mine, theirs], 'Wird oft so gefragt']);
  });
});
