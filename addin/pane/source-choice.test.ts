import { describe, expect, it } from '@jest/globals';
import { choose, describe as say } from './source-choice.ts';

const all = ['selection', 'whole', 'nothing'] as const;
const seen = (words: number | null, selectedWords: number) => ({
  id: 'Brief',
  title: 'Brief',
  words,
  selectedWords,
});

describe('what is read', () => {
  it('is the selection if there is one, else the whole text, else nothing', () => {
    expect(choose(all, seen(100, 5), null)).toBe('selection');
    expect(choose(all, seen(100, 0), null)).toBe('whole');
    expect(choose(all, seen(null, 0), null)).toBe('whole');
    expect(choose(all, seen(0, 0), null)).toBe('nothing');
    expect(choose(all, null, null)).toBe('nothing');
  });

  it('is what the person wants as long as that is there', () => {
    expect(choose(all, seen(100, 5), 'whole')).toBe('whole');
    expect(choose(all, seen(100, 0), 'selection')).toBe('whole');
  });

  it('is missing where the task needs what is not there', () => {
    expect(choose(['selection'], seen(100, 0), null)).toBeNull();
    expect(choose(['selection', 'whole'], null, null)).toBeNull();
  });

  it('is said in words', () => {
    expect(say('whole', 1240, 'document')).toBe('Ganzes Dokument · 1.240 Wörter');
    expect(say('selection', 1, 'mail-compose')).toBe('Markierung · 1 Wort');
    expect(say('whole', null, 'mail-read')).toBe('Ganze E-Mail');
  });
});
