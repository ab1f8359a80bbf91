import { describe, expect, it } from '@jest/globals';
import { splitLetter } from '../../text/letter.ts';
import { personIn } from '../../text/person.ts';
import { salutationFor, writerOf } from './salutation.ts';
import { documentOf, mailOf } from './testing/answer.ts';
import { hasShared, shared } from '../../text/testing/real-texts.ts';

const greet = (newest: string, more = {}) => salutationFor(writerOf(mailOf(newest, more)), 'neutral');

describe('salutation', () => {
  it('never guesses the gender from a name', () => {
    expect(greet('Hallo,\n\nText.\n\nViele Grüße\nMaria Weber')).toBe('Guten Tag Maria Weber,');
  });

  it('takes the title from the signature, the quoted mail or the sender', () => {
    expect(greet('Text.\n\nMit freundlichen Grüßen\nFrau Maria Weber')).toBe('Sehr geehrte Frau Weber,');
    const thread = 'Sehr geehrter Herr Weber,\nvielen Dank.';
    expect(greet('Text.\n\nGruß\nAlex Weber', { thread })).toBe('Sehr geehrter Herr Weber,');
    expect(greet('Text', { from: { name: 'Herr Jonas Adler', email: '' } })).toBe(
      'Sehr geehrter Herr Adler,',
    );
  });

  it('does not mistake the addressee or a namesake for the writer', () => {
    expect(greet('Sehr geehrte Frau Klein,\n\nText.\n\nMfG\nAlex Weber')).toBe('Guten Tag Alex Weber,');
    const thread = 'Sehr geehrte Frau Weber,\n…\nSehr geehrter Herr Weber,';
    expect(greet('Text.\n\nGruß\nAlex Weber', { thread })).toBe('Guten Tag Alex Weber,');
  });

  it('keeps the doctor and completes a given name from the sender', () => {
    expect(greet('Text.\n\nMit freundlichen Grüßen\nDr. Ines Weber')).toBe('Guten Tag Dr. Ines Weber,');
    const from = { name: 'Weber, Ines (KV Kusel)', email: '' };
    expect(greet('Text.\n\nLG\nInes', { from })).toBe('Guten Tag Ines Weber,');
  });

  it('falls back where nobody is recognisable', () => {
    expect(greet('Text.', { from: { name: 'Bürgerservice Kusel', email: 'x@y.example' } })).toBe(
      'Sehr geehrte Damen und Herren,',
    );
    expect(salutationFor(null, 'friendly')).toBe('Guten Tag,');
  });

  it('reads a letter with an address', () => {
    const letter =
      'Frau\nMaria Weber\nHauptstraße 1\n66869 Kusel\n\nSehr geehrte Damen und Herren,\n\nText.\n\nMit freundlichen Grüßen\n\nMaria Weber';
    expect(salutationFor(writerOf(documentOf(letter)), 'neutral')).toBe('Guten Tag Maria Weber,');
    const titled = letter.replace('Frau\nMaria', 'Frau Maria');
    expect(salutationFor(writerOf(documentOf(titled)), 'neutral')).toBe('Sehr geehrte Frau Weber,');
  });

  it.each(['Fachbereich 1', 'Stadtverwaltung Kusel', 'Tel. 06381', 'mit besten Wünschen', 'XYZ', ''])(
    'is no person: %s',
    (line) => {
      expect(personIn(line)).toBeNull();
    },
  );

  it('keeps the particle of a family name', () => {
    expect(personIn('i. A. Eva von der Heide')).toMatchObject({ given: 'Eva', family: 'von der Heide' });
  });

  (hasShared ? it : it.skip)('finds who signed real mails (needs ../shared)', () => {
    const expected: [string, string][] = [
      ['145_0', 'Guten Tag Silvia Tittel,'],
      ['207_6', 'Guten Tag Sandro Christ,'],
      ['218_0', 'Guten Tag Sandra Obermaier,'],
      ['408_2', 'Guten Tag Gretl Gross,'],
      ['705_1', 'Guten Tag Melanie Mehl,'],
      ['724_0', 'Guten Tag Magdalena Tiede,'],
    ];
    for (const [name, words] of expected) expect(greet(shared(`emails/${name}.txt`))).toBe(words);
  });
});

describe('letter', () => {
  it('is all body without greeting and closing', () => {
    expect(splitLetter('Nur Text.')).toMatchObject({
      body: 'Nur Text.',
      salutation: '',
      closing: '',
      signature: [],
    });
  });

  it('parts greeting, body, closing and signature', () => {
    expect(
      splitLetter('Kopf\n\nHallo Frau Klein,\n\nA.\nB.\n\nVielen Dank und liebe Grüße\n\nMaria'),
    ).toMatchObject({
      salutation: 'Hallo Frau Klein,',
      body: 'A.\nB.',
      closing: 'Vielen Dank und liebe Grüße',
      signature: ['Maria'],
    });
  });
});
