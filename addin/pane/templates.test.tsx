import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, screen } from '@testing-library/react';
import type { TemplateList } from '../../contract/forms.ts';
import type { Host } from '../office/host.ts';
import { Pane } from './Pane.tsx';
import { fakeBackend, fakeHost, fakeMemory } from './testing/fakes.ts';
import { button, result, settle } from './testing/open-pane.tsx';
import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';

/** Vorlagen and Textbausteine of the house. */

afterEach(cleanup);

const house: Omit<TemplateList, 'version'> = {
  templates: [
    { id: 'vermerk', label: 'Vermerk', form: 'note' },
    { id: 'brief', label: 'Antwortschreiben', form: 'letter' },
  ],
  textBlocks: [
    {
      id: 'w',
      label: 'Rechtsbehelfsbelehrung',
      kind: 'legal-remedy',
      text: 'Gegen diesen Bescheid kann Widerspruch erhoben werden.',
    },
  ],
};

async function answered(text: string, skills: Partial<Host> = {}) {
  const user = userEvent.setup();
  const server = fakeBackend();
  server.backend.templates = () => Promise.resolve(house);
  const office = fakeHost('document', {}, skills);
  render(<Pane host={office.host} backend={server.backend} initialTask="reply" memory={fakeMemory()} />);
  await screen.findByRole('combobox', { name: 'Modell' });
  await user.click(button('Entwurf erstellen'));
  await settle();
  act(() => server.last().done(text));
  await settle();
  return { user, ...server };
}

describe('a Vorlage', () => {
  it('is filled with the result and opens as a document of its own', async () => {
    const opened: Blob[] = [];
    const filled: unknown[] = [];
    const { user, backend } = await answered('**Ihr Antrag**\n\nGuten Tag', {
      openFile: (file) => {
        opened.push(file);
        return Promise.resolve({ status: 'done' });
      },
    });
    backend.fill = (id, values) => {
      filled.push([id, values]);
      return Promise.resolve(new Blob(['DOCX']));
    };
    await user.click(button('In Vorlage …'));
    await user.click(await screen.findByRole('menuitem', { name: 'Antwortschreiben' }));
    expect(await screen.findByText('Als neues Dokument in der Vorlage geöffnet.')).toBeTruthy();
    expect(opened).toHaveLength(1);
    expect(filled).toMatchObject([
      ['brief', { title: 'Antwort: Bauvoranfrage', author: { name: 'Karin Maurer' }, blocks: [{}, {}] }],
    ]);
  });

  it('is only offered where it fits the task', async () => {
    const { user } = await answered('Text');
    await user.click(button('In Vorlage …'));
    await screen.findByRole('menuitem', { name: 'Antwortschreiben' });
    expect(screen.queryByRole('menuitem', { name: 'Vermerk' })).toBeNull();
  });
});

describe('a Textbaustein', () => {
  it('goes into its gap word for word and makes a version of its own', async () => {
    const { user } = await answered(
      'Text\n\n[[Bitte ergänzen: Rechtsbehelfsbelehrung aus den Textbausteinen]]',
    );
    await user.click(button('Textbaustein …'));
    await user.click(await screen.findByRole('menuitem', { name: 'Rechtsbehelfsbelehrung' }));
    await settle();
    expect(result().textContent).toBe('TextGegen diesen Bescheid kann Widerspruch erhoben werden.');
    expect(screen.getByText('2 von 2')).toBeTruthy();
    await user.click(button('Vorige Fassung'));
    expect(result().textContent).toContain('[[Bitte ergänzen');
  });
});
