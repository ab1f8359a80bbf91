import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { hasShared, shared, SHARED } from '../text/testing/real-texts.ts';
import { checkReadability, failsOf, readabilityOf } from './readability.ts';

const read = (text: string) => readabilityOf(text, () => undefined);

const medianOf = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

describe('readability', () => {
  it('follows the formulas', async () => {
    // 8 words, 2 sentences; syllables: Der An-trag ist da Wir prü-fen ihn bald = 10; no word of 7 letters.
    const text = await read('Der Antrag ist da. Wir prüfen ihn bald.');
    expect(text).toMatchObject({ words: 8, sentences: 2, sentenceLength: 4, longSentences: 0 });
    expect(text.flesch).toBeCloseTo(180 - 4 - (58.5 * 10) / 8, 9);
    expect(text.wstf).toBeCloseTo(0.1672 * 4 - 0.0327 * 75 - 0.875, 9);
  });

  it('counts long words and words of many syllables', async () => {
    // Genehmigung (4 syllables) and gültig (2); 11 and 6 letters.
    expect((await read('Genehmigung gültig.')).wstf).toBeCloseTo(
      0.1935 * 50 + 0.1672 * 2 + 0.1297 * 50 - 0.875,
      9,
    );
  });

  it('takes figures as words of the sentence without syllables', async () => {
    const text = await read('Am 15.12.2026 zahlen wir 1.200 €.');
    expect(text.words).toBe(5);
    expect(text.flesch).toBeCloseTo(180 - 5 - (58.5 * 4) / 3, 9);
  });

  it('leaves out what is no running text', async () => {
    const letter = `Kreisverwaltung Kusel
Trierer Straße 49

66869 Kusel

Az.: 10-023/2026

# Bescheid über die Bewilligung

| Kosten | Betrag |
|---|---|
| Summe | 100 € |

Sehr geehrte Frau Weber,

wir **bewilligen** den Antrag. [[Bitte ergänzen: Begründung des Bescheides]]

Mit freundlichen Grüßen

i. A. Petra Klein
Fachbereich Zentrale Dienste und Soziales`;
    expect(await read(letter)).toMatchObject({ words: 4, sentences: 1 });
  });

  it('joins a list that is one sentence, and no other', async () => {
    expect(
      (await read('Der Antrag enthält:\n\n1. die Anschrift,\n2. das Datum und\n3. den Ort.')).sentences,
    ).toBe(1);
    const unbound =
      'Für Ihre Anmeldung brauchen Sie diese zwei Unterlagen jeweils im Original:\n\n- Ihren Ausweis\n- ein Foto';
    expect((await read(unbound)).sentences).toBe(3);
  });

  it('says what keeps a text from a gate', async () => {
    const easy = 'Wir prüfen den Antrag. Sie hören bald von uns.';
    const hard =
      'Hinsichtlich der Inanspruchnahme verwaltungsrechtlicher Rechtsbehelfsmöglichkeiten gegen die Genehmigungsentscheidung der Kreisverwaltung wird auf die nachfolgende Rechtsbehelfsbelehrung unter Berücksichtigung der Übergangsbestimmungen ausdrücklich hingewiesen.';
    expect(failsOf(await read(easy), 'simple')).toEqual([]);
    expect(failsOf(await read(hard), 'plain')).toEqual(['sentenceLength', 'longSentences', 'flesch', 'wstf']);
    expect(failsOf(await read(hard), 'simple')).toEqual(['sentenceLength', 'flesch', 'wstf']);
    expect(await checkReadability(hard, easy, null, () => undefined)).toMatchObject({
      gate: null,
      fails: [],
    });
    expect(await checkReadability(easy, hard, 'simple', () => undefined)).toMatchObject({
      gate: 'simple',
      fails: ['sentenceLength', 'flesch', 'wstf'],
    });
  });

  it('has no figure for a text without a sentence', async () => {
    for (const text of ['', '# Titel', '[[Bitte ergänzen: alles]]', '| a | b |']) {
      expect(await read(text)).toMatchObject({ sentenceLength: 0, longSentences: 0, flesch: 0, wstf: 0 });
      expect(failsOf(await read(text), 'plain')).toEqual([]);
    }
  });

  (hasShared ? it : it.skip)('agrees with the medians measured for laws (needs ../shared)', async () => {
    const laws = await Promise.all(
      readdirSync(new URL('gesetze/', SHARED))
        .filter((name) => name.endsWith('.md'))
        .map((name) => shared(`gesetze/${name}`).replace(/^[\s\S]*?(?=^## )/mu, ''))
        .map(read),
    );
    const sl = medianOf(laws.map(({ sentenceLength }) => sentenceLength));
    const flesch = medianOf(laws.map((law) => law.flesch));
    const wstf = medianOf(laws.map((law) => law.wstf));
    // Measured on all federal laws with every list as one sentence: SL 37, Flesch 11, WSTF 15.7. We take items that
    // stand for themselves as sentences, which shortens them; laws stay far beyond every gate.
    expect(sl).toBeGreaterThan(22);
    expect(sl).toBeLessThan(37);
    expect(flesch).toBeLessThan(30);
    expect(wstf).toBeGreaterThan(13);
    // What the words themselves give is the same: at their length of a sentence our values are theirs.
    expect(Math.abs(flesch - (37 - sl) - 11)).toBeLessThan(3);
    expect(Math.abs(wstf + 0.1672 * (37 - sl) - 15.7)).toBeLessThan(0.5);
  });
});
