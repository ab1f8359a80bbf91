import { describe, expect, it } from '@jest/globals';
import { noAuthor } from '../../contract/tasks/index.ts';
import type { Block } from '../../contract/rich.ts';
import type { FormName } from '../../contract/forms.ts';
import { tellParts } from './parts.ts';
import { author, h, letter, list, p, run, table } from './testing/blocks.ts';

const told = (blocks: Block[], form: FormName = 'letter') =>
  tellParts(blocks, form, author).map((piece) =>
    piece.kind === 'value' ? [piece.from, piece.value] : [piece.kind, piece.blocks.length],
  );

describe('tellParts', () => {
  it('tells the parts of a letter', () => {
    expect(told(letter)).toEqual([
      ['author.authority', 'Stadt Musterburg'],
      ['author.unit', 'Fachbereich Bauen'],
      ['address', 'Frau\nMaria Weber\nHauptstraße 1\n55116 Mainz'],
      ['theirReference', '–'],
      ['reference', '99-1'],
      ['author.phone', '[[Bitte ergänzen: Telefon]]'],
      ['text', 1],
      ['subject', 'Ihr Antrag auf einen Stellplatz'],
      ['salutation', 'Sehr geehrte Frau Weber,'],
      ['text', 2],
      ['closing', 'Mit freundlichen Grüßen\n\ni. A.\n\nKim Beispiel'],
      ['attachments', 2],
    ]);
  });

  it('reads lines of their own as address and information block', () => {
    const blocks = [
      p('Weber GmbH'),
      p('Postfach 12'),
      p('[[Bitte ergänzen: Anschrift]]'),
      p('Ihr Zeichen: AB 7\nIhre Nachricht vom: 01.03.2026'),
      p('Guten Tag,'),
    ];
    expect(told(blocks)).toEqual([
      ['address', 'Weber GmbH\nPostfach 12\n[[Bitte ergänzen: Anschrift]]'],
      ['theirReference', 'AB 7'],
      ['theirDate', '01.03.2026'],
      ['salutation', 'Guten Tag,'],
    ]);
  });

  it('tells head, title and Betreff of a Vermerk, and leaves its sections in the text', () => {
    const blocks = [
      table(
        true,
        ['', ''],
        ['Behörde/Fachbereich', 'Stadt Musterburg / Bauen'],
        ['Az.', '1-2'],
        ['Verfasst von', 'K. B.'],
      ),
      h(1, 'Vermerk'),
      p('Ortstermin', 'bold'),
      h(2, 'Anlass'),
      p('Anruf.'),
      h(2, 'Weiteres Vorgehen'),
      table(true, ['Wer', 'Was', 'Bis wann'], ['Amt', 'Prüfung', 'morgen']),
    ];
    expect(told(blocks, 'note')).toEqual([
      ['author.authority', 'Stadt Musterburg'],
      ['author.unit', 'Bauen'],
      ['reference', '1-2'],
      ['author.name', 'K. B.'],
      ['title', 1],
      ['subject', 'Ortstermin'],
      ['text', 4],
    ]);
  });

  it('takes no section for the Betreff', () => {
    const blocks: Block[] = [
      h(1, 'Vermerk'),
      {
        type: 'paragraph',
        runs: [run('Az.:', 'bold'), run(' 1-2\n'), run('Betreff:', 'bold'), run(' Ortstermin')],
      },
      h(2, 'Anlass'),
      p('Wichtig', 'bold'),
    ];
    expect(told(blocks, 'note')).toEqual([
      ['title', 1],
      ['reference', '1-2'],
      ['subject', 'Ortstermin'],
      ['text', 2],
    ]);
  });

  it('leaves what it cannot tell in the text', () => {
    const blocks = [
      p('Ein Satz.'),
      p('Im Auftrag der Stadt wurde geprüft, was zu prüfen war.'),
      list(true, ['a']),
    ];
    expect(told(blocks)).toEqual([['text', 3]]);
    expect(told([])).toEqual([]);
  });

  it('lets what follows the signature follow it', () => {
    const blocks = [p('Text.'), p('Freundliche Grüße\nK. B.'), h(2, 'Rechtsbehelfsbelehrung'), p('Gegen …')];
    expect(told(blocks, 'decision')).toEqual([
      ['text', 1],
      ['closing', 'Freundliche Grüße\nK. B.'],
      ['attachments', 2],
    ]);
  });

  it('takes the last greeting for the closing', () => {
    const blocks = [p('Herzliche Grüße sagt man so.'), p('Text.'), p('Mit freundlichen Grüßen'), p('K. B.')];
    expect(told(blocks).at(-1)).toEqual(['closing', 'Mit freundlichen Grüßen\n\nK. B.']);
  });

  it('is not mistaken about a town in the text', () => {
    const pieces = tellParts(
      [p('Sehr geehrte Damen und Herren,'), p('Bitte an:\n55116 Mainz')],
      'letter',
      noAuthor,
    );
    expect(pieces.map(({ kind }) => kind)).toEqual(['value', 'text']);
  });
});
