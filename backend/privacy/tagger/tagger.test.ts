import { describe, expect, it } from '@jest/globals';
import { OPTIONS, train, type Marked } from '../../../tools/privacy/train-crf.ts';
import { loadLexicon } from '../lexicon/load.ts';
import { tokensOf } from '../tokens.ts';
import { createTagger, loadTagger } from './load-tagger.ts';
import { writeWeights } from './weights.ts';

const lexicon = loadLexicon();

/** `[…]` marks a person. */
function marked(text: string): Marked {
  const [before = '', name = '', after = ''] = text.split(/[[\]]/u);
  const marks =
    name === '' ? [] : [{ start: before.length, end: before.length + name.length, what: 'person' as const }];
  return { text: before + name + after, marks };
}

const LESSONS = [
  'Herr [Trumbelkow] rief an.',
  'Herr [Quastner] kam.',
  'Frau [Silbrecht] schrieb.',
  'Frau [Ottilie Brankel] bat um Rückruf.',
  'Die Brücke ist gesperrt.',
  'Der Antrag liegt vor.',
  'Das Rathaus ist offen.',
].map(marked);

const tiny = { ...OPTIONS, bits: 12, epochs: 20, hidden: 0 };
const texts = [{ texts: LESSONS, weight: 1 }];

const ships = loadTagger(lexicon);

function found(text: string, tagger = ships): string[] {
  return tagger.tag(tokensOf(text)).map(({ start, end }) => text.slice(start, end));
}

describe('a tagger', () => {
  it('learns from a few sentences what stands around a name', () => {
    const tagger = createTagger(writeWeights(train(texts, lexicon, tiny)), lexicon);
    expect(found('Herr Wonnebrink ging. Die Brücke ist offen.', tagger)).toEqual(['Wonnebrink']);
    expect(found('Frau Ottilie Wonnebrink schrieb.', tagger)).toEqual(['Ottilie Wonnebrink']);
  });

  it('learns the same from the same', () => {
    const learnt = (options: typeof tiny) => Buffer.from(writeWeights(train(texts, lexicon, options)));
    expect(learnt(tiny).equals(learnt(tiny))).toBe(true);
    expect(learnt(tiny).equals(learnt({ ...tiny, seed: 7, hidden: 0.5 }))).toBe(false);
  });

  it('refuses weights that are none or not whole', () => {
    const bytes = writeWeights(train(texts, lexicon, tiny));
    expect(() => createTagger(bytes.subarray(0, 100), lexicon)).toThrow();
    expect(() => createTagger(bytes.subarray(0, bytes.length - 1), lexicon)).toThrow('complete');
    expect(() => createTagger(new Uint8Array(bytes.length), lexicon)).toThrow('version');
  });
});

describe('the tagger that ships', () => {
  it('finds persons by what stands around them', () => {
    expect(found('Am Montag traf Ministerpräsidentin Ingrid Wollschläger in Mainz ein.')).toEqual([
      'Ingrid Wollschläger',
    ]);
    expect(found('„Das reicht nicht“, sagte Krawinkel.')).toEqual(['Krawinkel']);
  });

  it('leaves places, bodies and nouns alone', () => {
    expect(found('Die Kreisverwaltung Kusel erteilt die Baugenehmigung nach § 70 LBauO.')).toEqual([]);
    expect(found('Der Bebauungsplan der Ortsgemeinde Rammelsbach liegt im Rathaus aus.')).toEqual([]);
  });

  it('says how sure it is, in order and without overlaps', () => {
    const text =
      'Frau Annegret Pfundstein und Herr Dr. Bogdan Wereszka erklärten sich. Dann kam Tobias Ruhmann.';
    const spans = ships.tag(tokensOf(text));
    expect(spans.length).toBeGreaterThanOrEqual(3);
    spans.forEach(({ start, margin }, index) => {
      expect(margin).toBeGreaterThanOrEqual(0);
      expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
    });
  });

  it('has nothing to say to nothing', () => {
    expect(found('')).toEqual([]);
    expect(found('\n\n . , 12 \u0000')).toEqual([]);
  });

  it.each(['Peter Müller ', 'A. ', 'von der ', '(„', 'MÜLLER-', 'x\n'])(
    'gets through a long row of %j',
    (piece) => {
      const text = piece.repeat(20_000);
      for (const { start, end } of ships.tag(tokensOf(text))) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    },
  );
});
