import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { normalText } from '../../contract/normal-text.ts';
import { hasShared, shared, SHARED } from '../text/testing/real-texts.ts';
import { evidenceOf } from './evidence.ts';
import { missingFigures } from './figures.ts';
import { indexSource, prove } from './prove.ts';

/** The same numbers on every run (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Passages of 6 to 40 words, cut anywhere between two blanks. */
function passagesOf(text: string, count: number, random: (below: number) => number): string[] {
  const words = [...text.matchAll(/\S*\p{L}\S*/gu)];
  const passages: string[] = [];
  while (passages.length < count) {
    const first = random(words.length - 45);
    const final = words[first + 6 + random(35)];
    const passage = text.slice(words[first]?.index, (final?.index ?? 0) + (final?.[0].length ?? 0));
    if (normalText(passage).text.length > 40 && passage.length < 1_500) passages.push(passage);
  }
  return passages;
}

/** As a model or a mail program would write the same words. */
function rewritten(passage: string, random: (below: number) => number): string {
  const forms: ((text: string) => string)[] = [
    (text) => text.replace(/\s+/gu, ' '),
    (text) => text.replace(/ /gu, '\u00a0'),
    (text) => text.replace(/["„“”]/gu, '»').replace(/[–-]/gu, '—'),
    // Before "und" a hyphen would stand for a word that is left out.
    (text) => text.replace(/(\p{Ll}{3})(?!und|oder|als|bis|noch|bzw|sowie)(\p{Ll}{3})/gu, '$1-\n$2'),
    (text) => `„${text.trim()}“`,
  ];
  return forms[random(forms.length)]?.(passage) ?? passage;
}

/** About three of a hundred letters exchanged, as a scan would. */
function scanned(passage: string, random: (below: number) => number): string {
  return passage.replace(/\p{Ll}/gu, (letter) => (random(100) < 3 ? 'cluon'.charAt(random(5)) : letter));
}

const random = numbers(20_261_123);
const laws = hasShared
  ? readdirSync(new URL('gesetze/', SHARED))
      .filter((name) => name.endsWith('.md'))
      .map((name) => shared(`gesetze/${name}`))
  : [];
/** Each text prepared once, because that takes longest. */
const sources = (hasShared ? [shared('texts/sitzungsvorlage-ki-verbund.txt'), ...laws] : []).map(indexSource);

(hasShared ? describe : describe.skip)('on real texts (needs ../shared)', () => {
  it('proves every passage that was cut from the text, however it is written', () => {
    for (const source of sources) {
      const { text } = source;
      for (const passage of passagesOf(text, 20, random)) {
        const given = rewritten(passage, random);
        const proof = prove(source, given);
        if (proof.state !== 'exact') throw new Error(`${proof.state}: ${given}`);
        expect(normalText(text.slice(proof.start, proof.end)).text.length).toBeGreaterThan(30);
      }
    }
  });

  it('does not prove passages of another law', () => {
    const states = { exact: 0, near: 0, none: 0 };
    for (const [i, source] of sources.entries()) {
      const { text } = sources[(i + 7) % sources.length] ?? source;
      for (const passage of passagesOf(text, 10, random)) states[prove(source, passage).state]++;
    }
    // Laws share some formulas, such as those of their entry into force.
    expect(states.exact).toBeLessThanOrEqual(5);
    expect(states.near).toBeLessThanOrEqual(5);
    expect(states.none).toBeGreaterThan(400);
  });

  it('finds passages with slips of a scan nearly, at their place', () => {
    let asked = 0;
    for (const source of sources) {
      const { text } = source;
      for (const passage of passagesOf(text, 5, random)) {
        const given = scanned(passage, random);
        if (given === passage) continue;
        asked++;
        const proof = prove(source, given);
        expect({ given, proof }).toMatchObject({ proof: { state: 'near' } });
      }
    }
    expect(asked).toBeGreaterThan(100);
  });

  it('calls a statement with one altered figure inexact', () => {
    let asked = 0;
    for (const source of sources) {
      const { text } = source;
      for (const passage of passagesOf(text, 15, random)) {
        const altered = passage.replace(/\d+/u, (digits) => `${Number(digits) + 7_000_003}`);
        if (altered === passage || missingFigures(altered, passage).length === 0) continue;
        asked++;
        const { state } = evidenceOf(source, passage, passage);
        expect({ passage, state }).toEqual({ passage, state: 'proven' });
        expect(evidenceOf(source, altered, passage)).toMatchObject({ state: 'inexact' });
        expect(evidenceOf(source, altered, altered)).not.toMatchObject({ state: 'proven' });
      }
    }
    expect(asked).toBeGreaterThan(100);
  });
});
