import { describe, expect, it } from '@jest/globals';
import type { ConversationMail } from '../../../contract/source.ts';
import { textOfSource } from './source-text.ts';

const from = { name: 'Eva Weber', email: 'weber@example.org' };
const conversation: ConversationMail[] = [
  { from: { name: 'Bauamt', email: '' }, date: null, text: 'Der Lageplan fehlt noch.' },
];

describe('what can be shown as evidence', () => {
  it('is also what was said in the conversation of a mail', () => {
    const text = textOfSource({
      kind: 'mail',
      subject: 'Bauantrag',
      from,
      to: [],
      cc: [],
      date: null,
      body: { type: 'html', content: '<p>Anbei <b>der Plan</b>.</p>' },
      attachments: [{ name: 'Plan.pdf', text: 'Maßstab 1:500' }],
      conversation,
    });
    expect(text).toBe(
      'Von: Eva Weber · weber@example.org\nBetreff: Bauantrag\n\nAnbei **der Plan**.\n\n' +
        'Aus der Unterhaltung\nVon: Bauamt\n\nDer Lageplan fehlt noch.\n\nAnlage „Plan.pdf“\n\nMaßstab 1:500',
    );
  });

  it('is also what was said in the conversation of a draft', () => {
    const draft = { kind: 'document', title: '', part: 'whole', text: 'Entwurf' } as const;
    expect(textOfSource(draft)).toBe('Entwurf');
    expect(textOfSource({ ...draft, conversation })).toBe(
      'Entwurf\n\nAus der Unterhaltung\nVon: Bauamt\n\nDer Lageplan fehlt noch.',
    );
  });
});
