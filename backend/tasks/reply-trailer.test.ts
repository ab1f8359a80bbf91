import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TrailerSplitter } from './reply-trailer.ts';

function split(pieces: string[]) {
  const splitter = new TrailerSplitter();
  let text = '';
  for (const piece of pieces) text += splitter.push(piece);
  text += splitter.end();
  return { text, claims: Object.fromEntries(splitter.claims()) };
}

/** The answer in one piece, character by character, and cut in two at every place. */
function everywhere(answer: string) {
  const all = [split([answer]), split([...answer])];
  for (let at = 1; at < answer.length; at++) all.push(split([answer.slice(0, at), answer.slice(at)]));
  return all;
}

const REPLY = 'Guten Tag,\n\ndie **Frist** endet am 15.06.\n\n---\n\nMit freundlichen Grüßen\nPetra Klein';
const CLAIMS = {
  1: { state: 'answered', place: 'die Frist endet am 15.06.' },
  2: { state: 'open' },
};
const ENTRIES = '1 beantwortet: „die Frist endet am 15.06.“\n2 offen';

describe('the trailer', () => {
  it.each([
    ['as asked for', `\n\n=== Fragen ===\n${ENTRIES}`],
    ['with a line end behind it', `\n\n=== Fragen ===\n${ENTRIES}\n\n`],
    ['bold', `\n\n**=== Fragen ===**\n\n${ENTRIES}`],
    ['as a heading below a rule', `\n\n---\n\n## === Fragen ===\n${ENTRIES}`],
    ['with other blanks', `\n  ===Fragen  ====\n${ENTRIES}`],
    ['without its second half', `\n\n=== Fragen\n${ENTRIES}`],
    ['with a longer name', `\n\n=== FRAGEN DES SCHREIBENS ===\n${ENTRIES}`],
    ['in one line', `\n\n=== Fragen === 1 beantwortet: „die Frist endet am 15.06.“\n2 offen`],
    [
      'as a list',
      `\n\n=== Fragen ===\n- **Frage 1** – beantwortet: "die Frist endet am 15.06."\n- **Frage 2:** Offen.`,
    ],
    [
      'numbered with a full stop',
      `\n\n=== Fragen ===\n1. beantwortet: »die Frist endet am 15.06.«\n2. unbeantwortet`,
    ],
    [
      'with a quotation over two lines',
      '\n\n=== Fragen ===\n1 beantwortet: „die Frist\nendet am 15.06.“\n2 offen',
    ],
    ['in a code block', `\n\n\`\`\`\n=== Fragen ===\n${ENTRIES}\n\`\`\``],
    ['twice', `\n\n=== Fragen ===\n=== Fragen ===\n${ENTRIES}\n1 offen`],
  ])('is withheld at every split, %s', (_, trailer) => {
    for (const heard of everywhere(REPLY + trailer)) expect(heard).toEqual({ text: REPLY, claims: CLAIMS });
  });

  it.each(['\n\n=== Fragen ===', '\n\n=== Fra', '\n\n=== Fragen ===\n1 bean', '\n\n=== Fragen ===\n\n2'])(
    'is withheld where the answer was cut: %s',
    (rest) => {
      for (const heard of everywhere(REPLY + rest)) expect(heard).toEqual({ text: REPLY, claims: {} });
    },
  );

  it('loses nothing of a reply that goes on behind it', () => {
    for (const heard of everywhere(`=== Fragen ===\n${ENTRIES}\n\n${REPLY}`)) {
      expect(heard).toEqual({ text: REPLY, claims: CLAIMS });
    }
    expect(split([`Oben.\n\n=== Fragen ===\n1 offen\n\nUnten.\nEnde.`]).text).toBe('Oben.\n\nUnten.\nEnde.');
  });

  it.each([
    REPLY,
    `${REPLY}\n\n`,
    'Fragen\n\n1 offen',
    '# Fragen\n\nText',
    'Titel\n=====\n\nText ===',
    '= Fragen =\n\nText',
    '**Betreff**\n\n- eins\n- zwei\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n',
    '1 beantwortet: „ja“',
    '\n\n\nText\n\n\n',
    '',
  ])('is none: %j', (answer) => {
    for (const heard of everywhere(answer)) expect(heard).toEqual({ text: answer, claims: {} });
  });

  it('passes on every text without a mark as it is, however it is cut', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom('\n', '\n\n', '==', '---', 'Fragen', ' ', '**', '# ', '1 offen', '> '),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const answer = pieces.join('');
        // A line of two signs and the word is the mark.
        fc.pre(!/={2}[^\n]{0,80}f/iu.test(answer.replaceAll(/[\s*_#`>\\-]/gu, '')));
        expect(split(pieces).text).toBe(answer);
      }),
    );
  });

  it('stays within bounds', () => {
    const flood = `Text.\n\n=== Fragen ===\n${'7 offen\n'.repeat(5_000)}`;
    expect(split([flood]).text).toBe('Text.');
    const endless = `Text.\n\n=== Fragen ===\n1 beantwortet: „${'x'.repeat(100_000)}`;
    expect(split([endless.slice(0, 60), endless.slice(60)]).text).toBe('Text.');
    expect(split(['-'.repeat(100_000)]).text).toHaveLength(100_000);
  });
});
