import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Section } from '../section.ts';
import { analyseQuery, analyseSection, analyseWord } from './analyse.ts';
import { fold } from './fold.ts';
import { marksIn } from './marks.ts';

const section = (text: string, path: string[] = []): Section => ({ path, text, pages: null });
const termsOf = (text: string) => analyseSection(section(text), '').text.map(([term]) => term);

describe('words that fall together', () => {
  test.each([
    ['Straße', 'Strasse', 'STRASSE'],
    ['Größe', 'Groesse', 'größe'],
    ['Antrag', 'Anträge', 'Antraege'],
    ['kündigen', 'gekündigt', 'Kündigung', 'kündigt'],
    ['ablehnen', 'abgelehnt', 'abzulehnen', 'Ablehnung'],
    ['stehlen', 'gestohlen'],
    ['ändern', 'geändert', 'Änderung', 'Änderungen'],
    ['ermitteln', 'ermittelt', 'Ermittlung'],
    ['Beamtin', 'Beamtinnen', 'Beamte', 'Beamten'],
    ['Mitteilung', 'Mitteilungen', 'mitgeteilt'],
  ])('%s and its other forms', (...forms) => {
    const [first] = analyseWord(forms[0] as string);
    expect(first).toBeDefined();
    for (const form of forms) expect(analyseWord(form)).toContain(first);
  });

  test.each([
    ['Gehalt', 'halten'],
    ['Gericht', 'richten'],
    ['Steuer', 'stur'],
  ])('%s is not %s', (one, other) => {
    expect(analyseWord(one)).not.toEqual(expect.arrayContaining([...analyseWord(other)]));
  });
});

describe('compounds', () => {
  test.each([
    ['Arbeitsunfähigkeitsbescheinigung', ['Arbeitsunfähigkeit', 'Bescheinigung', 'Arbeit']],
    ['Dienstreisegenehmigung', ['Dienstreise', 'Genehmigung']],
    ['Gesundheitsamt', ['Gesundheit', 'Amt']],
    ['Personalausweises', ['Ausweis', 'Personal']],
  ])('%s', (word, parts) => {
    const terms = analyseWord(word);
    for (const part of parts) expect(terms).toContain(analyseWord(part)[0]);
  });

  test.each(['Verwaltung', 'Bescheinigung', 'Versorgung', 'bestehen'])('%s is not taken apart', (word) => {
    expect(analyseWord(word)).toHaveLength(1);
  });
});

describe('references', () => {
  test.each([
    ['nach § 5 Abs. 2 gilt', ['§5', '§5.2']],
    ['§§ 3 bis 5', ['§3', '§4', '§5']],
    ['Paragraf 49a', ['§49a']],
    ['Art. 13 DSGVO', ['art13', 'dsgvo']],
    ['§ 7 Absatz 1', ['§7', '§7.1']],
  ])('%s', (text, terms) => {
    expect(termsOf(text)).toEqual(expect.arrayContaining(terms));
  });
});

test('what a question is asked with is not looked for', () => {
  expect(analyseQuery('Wie viel darf ich und was bekomme ich?', []).terms).toEqual([]);
});

test('a word, its parts and what stands for it share a number, and words that were added count less', () => {
  const { terms } = analyseQuery('Dienstreise', [{ words: 'Quittung', weight: 0.2 }]);
  const of = (word: string) => terms.find(({ term }) => term === analyseWord(word)[0]);
  expect(of('Dienstreise')).toMatchObject({ weight: 1 });
  expect(of('Reise')?.word).toBe(of('Dienstreise')?.word);
  expect(of('Quittung')).toMatchObject({ weight: 0.2 });
});

test('everyday words bring those of administrations', () => {
  const terms = analyseQuery('Wann muss der Krankenschein da sein?', []).terms.map(({ term }) => term);
  expect(terms).toContain(analyseWord('Arbeitsunfähigkeit')[0]);
});

test('an own heading counts more than those above it', () => {
  const { heading } = analyseSection(section('x', ['Reisen', 'Kosten']), 'Titel');
  expect(heading).toEqual([
    ['kost', 3],
    ['reis', 1],
  ]);
});

test('marks stand in order, without overlaps, on the words of the question', () => {
  const text = 'Nach § 5 Abs. 1 werden Dienstreisen genehmigt; die Genehmigung kostet nichts.';
  const marks = marksIn(text, analyseQuery('§ 5 Dienstreise genehmigen', []));
  expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual([
    '§ 5 Abs. 1',
    'Dienstreisen',
    'genehmigt',
    'Genehmigung',
  ]);
});

describe('whatever the text is', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'aeiouäöüßqulnstgrAEÜ -§1.é\u0308'), maxLength: 60 });

  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.oneof(letters, fc.string({ unit: 'binary' })), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  test('terms are ordered, counted once, well-formed, and the same again', () => {
    fc.assert(
      fc.property(fc.oneof(letters, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const first = analyseSection(section(text, [text]), text);
        expect(analyseSection(section(text, [text]), text)).toEqual(first);
        const terms = first.text.map(([term]) => term);
        expect(terms).toEqual([...new Set(terms)].sort());
        for (const term of terms)
          expect(term.isWellFormed() && term.length > 0 && term.length <= 80).toBe(true);
      }),
    );
  });

  test('a question has a bounded number of terms', () => {
    const question = Array.from({ length: 2000 }, (_, at) => `Wort${at}`).join(' ');
    expect(analyseQuery(question, []).terms.length).toBeLessThanOrEqual(64);
  });

  test.each([
    ['one endless word', 'arbeit'.repeat(50_000)],
    ['paragraphs without numbers', '§ '.repeat(100_000)],
    ['ranges', '§§ 1 bis 9999 '.repeat(20_000)],
    ['combining marks', `a${'\u0308'.repeat(200_000)}`],
    ['letters beyond the first plane', '𝒜'.repeat(100_000)],
  ])('%s gives few terms', (_, text) => {
    expect(analyseSection(section(text), '').text.length).toBeLessThan(60);
  });
});
