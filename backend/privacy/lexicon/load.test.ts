import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { WORD } from './lexicon.ts';
import { loadLexicon, parseLexicon } from './load.ts';
import { readTable } from './table.ts';

const lexicon = loadLexicon();
const has = (word: string, flag: number) => (lexicon.flags(word) & flag) !== 0;

describe('the lexicon that ships', () => {
  it('says what it is made of', () => {
    const { words, counts, sources } = readTable(
      readFileSync(new URL('words.bin', import.meta.url)),
    ).description;
    expect(words).toBeGreaterThan(350_000);
    expect(sources).toMatch(/^[0-9a-f]{64}$/u);
    expect(counts).toHaveLength(Object.keys(WORD).length);
    expect(Math.min(...counts)).toBeGreaterThan(500);
  });

  it('knows names of many homes', () => {
    for (const word of ['Annegret', 'Hatice', 'Małgorzata', 'Oksana'])
      expect(has(word, WORD.givenFemale)).toBe(true);
    for (const word of ['Karl-Heinz', 'Mehmet', 'Wojciech', 'Volodymyr'])
      expect(has(word, WORD.givenMale)).toBe(true);
    for (const word of ['Schmitt', 'Yıldırım', 'Kowalczyk', 'Nguyễn', 'Schewtschenko', 'Hodžić'])
      expect(has(word, WORD.surname)).toBe(true);
  });

  it('keeps all that a word can be', () => {
    expect(has('Müller', WORD.surname) && has('Müller', WORD.noun)).toBe(true);
    expect(has('Klein', WORD.surname) && has('Klein', WORD.adjective)).toBe(true);
    expect(has('August', WORD.givenMale) && has('August', WORD.noun)).toBe(true);
  });

  it('takes no function word for a name', () => {
    for (const word of ['Die', 'Ein', 'Sie', 'An', 'Am', 'Man', 'Will', 'Er', 'Der'])
      expect(lexicon.flags(word) & (WORD.givenFemale | WORD.givenMale | WORD.surname)).toBe(0);
    for (const word of ['Kind', 'Land', 'Antrag', 'Job'])
      expect(has(word, WORD.givenFemale | WORD.givenMale)).toBe(false);
  });

  it('folds the ways to write a word', () => {
    for (const word of ['MÜLLER', 'müller', 'Mueller', 'MUELLER'])
      expect(lexicon.flags(word)).toBe(lexicon.flags('Müller'));
    expect(lexicon.flags('VOSS')).toBe(lexicon.flags('Voß'));
    expect(lexicon.flags('YILMAZ')).toBe(lexicon.flags('Yılmaz'));
    expect(has('Ozdemir', WORD.surname)).toBe(true);
  });

  it('knows places and how they are put together', () => {
    expect(has('Kusel', WORD.town)).toBe(true);
    expect(has('Bad Dürkheim', WORD.town) && has('Dürkheim', WORD.town)).toBe(true);
    expect(has('Bad', WORD.town)).toBe(false);
    expect(has('Rheinland-Pfalz', WORD.area) && has('Österreich', WORD.area)).toBe(true);
  });

  it('knows a noun by its make, and leaves family names alone', () => {
    for (const word of ['Grundstücksteilungsgenehmigung', 'Hundesteuerbescheides', 'Bebauungsplanänderung'])
      expect(lexicon.flags(word)).toBe(WORD.noun);
    for (const word of ['Hinterlangenbacher', 'Oberkirchhofer', 'Wydrzynskowa'])
      expect(has(word, WORD.noun)).toBe(false);
  });

  it('knows an adjective by its ending', () => {
    for (const word of ['Wasserwirtschaftlich', 'Arbeitsvertragliche', 'gebührenpflichtigen'])
      expect(has(word, WORD.adjective)).toBe(true);
    for (const word of ['Janisch', 'Fröhlich', 'Ulbrich']) expect(has(word, WORD.surname)).toBe(true);
  });

  it('knows nothing of what is no word', () => {
    for (const word of ['', 'Xqzvt', 'a'.repeat(100_000), '😀', '\u0000'])
      expect(lexicon.flags(word)).toBe(0);
  });
});

describe('parseLexicon', () => {
  it('refuses what is no table', () => {
    expect(() => parseLexicon(new Uint8Array(100))).toThrow('version');
    const cut = readFileSync(new URL('words.bin', import.meta.url)).subarray(0, 4096);
    expect(() => parseLexicon(cut)).toThrow('complete');
  });

  it('reads bytes that do not lie on a word boundary', () => {
    const bytes = readFileSync(new URL('words.bin', import.meta.url));
    const moved = new Uint8Array(bytes.length + 1);
    moved.set(bytes, 1);
    expect(parseLexicon(moved.subarray(1)).flags('Kusel')).toBe(lexicon.flags('Kusel'));
  });
});
