import { describe, expect, it } from '@jest/globals';
import { MAX_MESSAGE_CHARS, findBeforeSend, sendMessage } from './before-send.ts';
import type { SendFinding } from './before-send.ts';

const find = (content: string, attachments: number | null = 0, subject = 'AW: Antrag') =>
  findBeforeSend({ subject, body: { type: 'text', content }, attachments });
const named = (content: string) =>
  find(content).flatMap((one) => (one.kind === 'nothing-attached' ? [one.text] : []));

describe('before a mail is sent', () => {
  it('placeholders are found in text and subject', () => {
    const text = 'Am [[Bitte ergänzen: Datum]] gilt [[Textbaustein 3]].';
    expect(find(text, 0, '[[**bitte ergänzen:** Aktenzeichen]]')).toEqual([
      { kind: 'gap', where: 'subject', what: 'Aktenzeichen' },
      { kind: 'gap', where: 'body', what: 'Datum' },
      { kind: 'gap', where: 'body', what: 'Textbaustein 3' },
    ]);
    expect(find('Alles da.')).toEqual([]);
  });

  it('other double brackets may mean something else', () => {
    expect(find('Siehe [[Wiki-Seite]] und [[Textbausteine]].', 0, '[[Datum]]')).toEqual([
      { kind: 'brackets', where: 'subject', what: 'Datum' },
      { kind: 'brackets', where: 'body', what: 'Wiki-Seite' },
      { kind: 'brackets', where: 'body', what: 'Textbausteine' },
    ]);
  });

  it('what the quoted mail says does not count', () => {
    expect(find('Danke.\n\n-----Ursprüngliche Nachricht-----\nanbei der Plan [[Datum]]')).toEqual([]);
  });

  it.each([
    ['Anbei erhalten Sie den Bescheid.', 'Anbei'],
    ['Den Plan finden Sie im Anhang.', 'im Anhang'],
    ['Die Satzung ist beigefügt.', 'beigefügt'],
    ['das beigefuegte Formular', 'beigefuegte'],
    ['Das angehängte Formular bitte ausfüllen.', 'angehängte'],
    ['Der Plan liegt als Anlage bei.', 'als Anlage'],
    ['Vielen Dank für Ihren Anruf. Anbei die Liste.', 'Anbei'],
  ])('%s: something must be attached', (text, words) => {
    expect(named(text)).toEqual([words]);
  });

  it.each([
    'Die von Ihnen beigefügten Unterlagen haben wir erhalten.',
    'Die Ihrem Antrag beigefügten Pläne fehlen uns nicht.',
    'Leider war der Plan nicht beigefügt.',
    'Die Werte stehen im Anhang II der Verordnung und in der Anlage 3.',
    'im Anhang der Richtlinie',
    'Das sehen wir nebenanbei.',
  ])('%s: nothing must be attached', (text) => {
    expect(named(text)).toEqual([]);
  });

  it('a file, or not knowing, is enough', () => {
    expect(find('Anbei der Plan.', 1)).toEqual([]);
    expect(find('Anbei der Plan.', null)).toEqual([]);
  });

  it('is quick, whatever the text', () => {
    for (const piece of ['anbei ', 'beigefügt ', '[[', '[[a]] ', 'Ihre ', 'nicht ', 'im Anhang   ']) {
      expect(Array.isArray(find(piece.repeat(1_000_000 / piece.length)))).toBe(true);
    }
  });
});

describe('the message', () => {
  it('says what is missing, in German', () => {
    const findings: SendFinding[] = [
      { kind: 'gap', where: 'subject', what: 'Aktenzeichen' },
      { kind: 'gap', where: 'body', what: '' },
      { kind: 'nothing-attached', text: 'Anbei' },
    ];
    expect(sendMessage(findings)).toBe(
      'Diese Angaben fehlen noch:\n– Aktenzeichen (im Betreff)\n– eine Angabe\nIm Text steht „Anbei“, es ist aber nichts angehängt.',
    );
    expect(sendMessage([])).toBe('');
  });

  it('asks about other brackets as they stand there, once nothing is missing', () => {
    const page: SendFinding = { kind: 'brackets', where: 'body', what: 'Wiki-Seite' };
    expect(sendMessage([page, { kind: 'nothing-attached', text: 'Anbei' }])).toBe(
      'Ist das noch ein Platzhalter?\n– [[Wiki-Seite]]\nIm Text steht „Anbei“, es ist aber nichts angehängt.',
    );
    expect(sendMessage([page, { kind: 'gap', where: 'body', what: 'Datum' }])).toBe(
      'Diese Angaben fehlen noch:\n– Datum',
    );
  });

  it.each(['gap', 'brackets'] as const)('fits into the window of Outlook, to its end: %s', (kind) => {
    const gaps = Array.from({ length: 40 }, (_, at): SendFinding => ({
      kind,
      where: 'subject',
      what: `${at}`.repeat(99),
    }));
    const message = sendMessage([...gaps, { kind: 'nothing-attached', text: 'beigefügt' }]);
    expect(message.length).toBeLessThanOrEqual(MAX_MESSAGE_CHARS);
    expect(message).toContain('und 35 weitere.');
    expect(message).toMatch(/nichts angehängt\.$/);
  });
});
