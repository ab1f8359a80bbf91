import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, screen } from '@testing-library/react';
import { type AttachedFile, HostError } from '../office/host.ts';
import { button, openPane, settle } from './testing/open-pane.tsx';

/** Files of a mail that are read along. */

afterEach(cleanup);

const files: AttachedFile[] = [
  { id: 'a', name: 'Lageplan.pdf', size: 120_000, kind: 'file' },
  { id: 'b', name: 'Foto.jpg', size: 2_400_000, kind: 'file' },
  { id: 'c', name: 'Gesperrt.docx', size: 0, kind: 'file' },
  { id: 'd', name: 'logo.png', size: 10, kind: 'inline' },
  { id: 'e', name: 'In der Cloud', size: 0, kind: 'link' },
];

const attachments = {
  list: () => Promise.resolve(files),
  read: (id: string) =>
    id === 'c' ? Promise.reject(new HostError('timeout')) : Promise.resolve(new Uint8Array([1, 2])),
};

describe('attachments', () => {
  it('are offered with their size, and what cannot be read is named with its reason', async () => {
    await openPane('mail-read', 'reply', {}, { attachments });
    const plan = await screen.findByRole('checkbox', { name: 'Lageplan.pdf · 120 KB' });
    expect((plan as HTMLInputElement).checked).toBe(false);
    expect((screen.getByRole('checkbox', { name: 'Foto.jpg · 2,4 MB' }) as HTMLInputElement).disabled).toBe(
      true,
    );
    expect(screen.getByText('Wird nicht gelesen: ein Bild.')).toBeTruthy();
    expect(screen.getByText('Wird nicht gelesen: ein Verweis auf eine Datei in der Cloud.')).toBeTruthy();
    expect(screen.getByText('Ein Bild im Text wird nicht gelesen.')).toBeTruthy();
  });

  it('go along with the mail once they are chosen, and not once they are left out again', async () => {
    const { user, last } = await openPane('mail-read', 'reply', {}, { attachments });
    await user.click(await screen.findByRole('checkbox', { name: /^Lageplan/ }));
    await settle();
    await user.click(button('Entwurf erstellen'));
    await settle();
    const sent = [{ name: 'Lageplan.pdf', text: 'Text von Lageplan.pdf' }];
    expect(last().call.input.source).toMatchObject({ attachments: sent });
    act(() => last().done('Fertig'));
    await settle();
    await user.click(button('Auftrag bearbeiten'));
    await user.click(screen.getByRole('checkbox', { name: /^Lageplan/ }));
    await user.click(button('Neuen Entwurf erstellen'));
    await settle();
    expect(last().call.input.source).toMatchObject({ attachments: [] });
  });

  it('that fail say why and stay out', async () => {
    const { user, last } = await openPane('mail-read', 'reply', {}, { attachments });
    await user.click(await screen.findByRole('checkbox', { name: /^Gesperrt/ }));
    await settle();
    expect(screen.getByText('Nicht gelesen: Outlook hat nicht rechtzeitig geantwortet.')).toBeTruthy();
    await user.click(button('Entwurf erstellen'));
    await settle();
    expect(last().call.input.source).toMatchObject({ attachments: [] });
  });
});
