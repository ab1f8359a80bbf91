import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import type { FormFinding } from '../../contract/forms.ts';
import type { Edit, Host } from '../office/host.ts';
import { BackendError } from './backend.ts';
import { button, openPane, settle } from './testing/open-pane.tsx';

/** The check of a text against the rules of its form. */

afterEach(cleanup);

const findings: FormFinding[] = [
  {
    rule: 'letter-abbreviation',
    weight: 'lacking',
    text: 'In „z.B.“ fehlt ein Leerzeichen.',
    place: 'z.B.',
    mend: { kind: 'replace', find: 'z.B.', text: 'z. B.' },
  },
  { rule: 'letter-signature', weight: 'advice', text: 'Es fehlt „i. A.“', place: null, mend: null },
];

async function checked(skills: Partial<Host> = {}) {
  const pane = await openPane('document', 'reply', {}, skills);
  await pane.user.click(screen.getByRole('tab', { name: 'Prüfen' }));
  await screen.findByRole('combobox', { name: 'Prüfen als' });
  return pane;
}

describe('the check of the form', () => {
  it('asks for the text that is open and lists what it lacks, with its place', async () => {
    const { user, backend, revealed } = await checked();
    const asked: unknown[] = [];
    backend.checkForm = (form, text) => {
      asked.push([form, text]);
      return Promise.resolve({ version: CONTRACT_VERSION, form: 'letter', findings });
    };
    await user.click(button('Prüfen'));
    expect(await screen.findByText('Brief: 1 Mangel · 1 Hinweis')).toBeTruthy();
    expect(asked).toEqual([[null, 'Text: Bauvoranfrage']]);
    await user.click(button('Stelle zeigen'));
    expect(revealed).toEqual(['z.B.']);
    expect(screen.queryByRole('button', { name: 'Beheben' })).toBeNull();
  });

  it('mends a finding in the document', async () => {
    const edits: Edit[] = [];
    const { user, backend } = await checked({
      changes: {
        marking: 'tracked',
        isAtomic: false,
        apply: (_taken, all) => {
          edits.push(...all);
          return Promise.resolve(all.map(() => ({ status: 'done' })));
        },
        takeBack: () => Promise.resolve({ status: 'done' }),
      },
      take: (part) =>
        Promise.resolve({
          source: { kind: 'document', title: '', part, text: 'Dies z.B. so.' },
          part,
          lines: [{ text: 'Dies z.B. so.', fixed: 0 }],
          anchor: {},
        }),
    });
    backend.checkForm = () => Promise.resolve({ version: CONTRACT_VERSION, form: 'letter', findings });
    await user.click(button('Prüfen'));
    await user.click(await screen.findByRole('button', { name: 'Beheben' }));
    await settle();
    expect(edits).toEqual([{ start: 5, end: 9, text: 'z. B.' }]);
    expect(screen.getByText('Behoben.')).toBeTruthy();
  });

  it('is done by the chosen form, and says what failed', async () => {
    const { user, backend } = await checked();
    const forms: unknown[] = [];
    backend.checkForm = (form) => {
      forms.push(form);
      return Promise.reject(new BackendError('backend_unreachable'));
    };
    await user.selectOptions(screen.getByRole('combobox', { name: 'Prüfen als' }), 'Sitzungsvorlage');
    await user.click(button('Prüfen'));
    expect(await screen.findByText(/Amtsfeder ist nicht erreichbar/)).toBeTruthy();
    expect(forms).toEqual(['council-paper']);
  });

  it('is not there for a mail that somebody else wrote', async () => {
    await openPane('mail-read');
    expect(screen.queryByRole('tab', { name: 'Prüfen' })).toBeNull();
  });
});
