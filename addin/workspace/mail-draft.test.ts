import { describe, expect, it } from '@jest/globals';
import {
  addressText,
  draftToSelf,
  mailDate,
  mailLines,
  replyAllDraft,
  replyDraft,
  replySubject,
} from './mail-draft.ts';
import { paragraph } from './testing/blocks.ts';
import { exampleMail } from './testing/desk-with-editors.ts';

const result = { title: 'Vermerk', blocks: [paragraph('Gern.')] };

describe('addresses', () => {
  it('stand as mail programs write them', () => {
    expect(addressText({ name: 'Sabine Weber', email: 's@example.de' })).toBe('Sabine Weber <s@example.de>');
    expect(addressText({ name: '', email: 's@example.de' })).toBe('s@example.de');
    expect(addressText({ name: 's@example.de', email: 's@example.de' })).toBe('s@example.de');
    expect(addressText({ name: 'Bauamt', email: '' })).toBe('Bauamt');
  });
});

describe('replySubject', () => {
  it.each([
    ['Frage', 'AW: Frage'],
    ['AW: Frage', 'AW: Frage'],
    ['Re: AW:  RE : Frage', 'AW: Frage'],
    ['Antw: Frage', 'AW: Frage'],
    ['WG: Frage', 'AW: WG: Frage'],
    ['Reform: was nun?', 'AW: Reform: was nun?'],
    ['', 'AW: '],
  ])('answers “%s” as “%s”', (subject, answer) => {
    expect(replySubject(subject)).toBe(answer);
  });
});

describe('drafts', () => {
  it('answer the sender alone', () => {
    expect(replyDraft(exampleMail, result)).toEqual({
      to: 'Sabine Weber <s.weber@example.de>',
      cc: '',
      subject: 'AW: Bauvoranfrage',
      blocks: result.blocks,
      quoted: exampleMail,
    });
  });

  it('answer everybody, nobody twice and not the person who writes', () => {
    const named = (email: string) => ({ name: '', email });
    const mail = {
      ...exampleMail,
      to: [exampleMail.from, ...exampleMail.to, named('Ich@Example.de')],
      cc: [named('rat@example.de'), named('RAT@example.de'), named('S.Weber@example.de')],
    };
    expect(replyAllDraft(mail, result, 'ich@example.de')).toMatchObject({
      to: 'Sabine Weber <s.weber@example.de>',
      cc: 'Bauamt <bauamt@example.de>; rat@example.de',
    });
    expect(replyAllDraft(mail, result, '').cc).toContain('Ich@Example.de');
  });

  it('keep recipients whose address is not known', () => {
    const people = [
      { name: 'Bauamt', email: '' },
      { name: 'Rat', email: '' },
    ];
    const mail = { ...exampleMail, from: { name: 'Eva', email: '' }, to: people, cc: [] };
    expect(replyAllDraft(mail, result, '').cc).toBe('Bauamt; Rat');
  });

  it('go to oneself with the title of the result', () => {
    const self = { name: 'Karin Maurer', email: 'k.maurer@example.de' };
    expect(draftToSelf(result, self)).toMatchObject({
      to: 'Karin Maurer <k.maurer@example.de>',
      subject: 'Vermerk',
      quoted: null,
    });
    expect(draftToSelf(result, { name: 'Karin Maurer', email: '' }).to).toBe('');
  });
});

describe('the lines above a mail', () => {
  it('leave out what a mail does not have', () => {
    const lines = mailLines({ ...exampleMail, cc: [], date: null });
    expect(lines.map(({ label }) => label)).toEqual(['Von', 'An', 'Betreff']);
  });

  it('show a date in German, and nothing for what is no date', () => {
    expect(mailDate('2026-11-20T09:12:00+01:00')).toMatch(/^Freitag, 20\. November 2026/);
    expect(mailDate('gestern')).toBe('');
  });
});
