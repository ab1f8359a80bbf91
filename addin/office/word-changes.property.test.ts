import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Edit } from './host.ts';
import { openChanges } from './testing/open-changes.ts';
import { lettersOf, paragraphOf, textOf } from './testing/word-model.ts';
import type { Letter, Paragraph, WordModel } from './testing/word-model.ts';
import { hasRevisions } from './testing/word-model-revisions.ts';

// Few letters, so that words and their neighbours repeat and the right one must be told from the others.
const word = fc.stringMatching(/^[abä]{1,3}$/);
const glue = fc.constantFrom(' ', ' ', ' ', ', ', '\t', '\v', '\u0002 ', ' „a“ ', ' "a" ', '^', '\u00A0');
const stretch = fc.record({ text: fc.tuple(word, glue).map(([one, end]) => one + end), bold: fc.boolean() });
const paragraph = fc.tuple(fc.array(stretch, { maxLength: 12 }), word).map(([parts, last]) => ({
  letters: [...parts.flatMap(({ text, bold }) => lettersOf(text, { bold })), ...lettersOf(last)],
}));

const oneLine = fc.array(fc.constantFrom('a', 'b', 'neu', ' ', '\v', 'a b', ''), { maxLength: 3 });
const anyLines = fc.array(fc.constantFrom('a', 'b', 'neu', ' ', '\n', 'a\nb', ''), { maxLength: 3 });

/** Edits at any places of a text, one behind the other; each beginning may be the end of the one before but one. */
function editsIn(
  text: string,
  picks: readonly number[],
  texts: readonly string[][],
  within: boolean,
): Edit[] {
  const places = [...new Set(picks.map((pick) => pick % (text.length + 1)))].sort(
    (one, other) => one - other,
  );
  const edits: Edit[] = [];
  for (let at = 0; at + 1 < places.length; at += 2) {
    const [start = 0, end = 0] = places.slice(at, at + 2);
    if (within && text.slice(start, end).includes('\n')) continue;
    edits.push({ start, end, text: texts[edits.length]?.join('') ?? '' });
  }
  return edits;
}

function applied(text: string, edits: readonly Edit[]): string {
  return edits
    .toReversed()
    .reduce((now, one) => now.slice(0, one.start) + one.text + now.slice(one.end), text);
}

const withoutSigns = (text: string) => text.replaceAll('\u0002', '');
const looks = (model: WordModel) =>
  model.paragraphs.map(({ letters }) => letters.map(({ char, bold }: Letter) => [char, bold]));
const copyOf = (paragraphs: readonly { letters: Letter[] }[]): Paragraph[] =>
  paragraphs.map(({ letters }) => ({ ...paragraphOf(''), letters: letters.map((one) => ({ ...one })) }));

const versions = fc.constantFrom(
  { minor: 9, showsDeleted: true },
  { minor: 9, showsDeleted: false },
  { minor: 4, showsDeleted: true },
  { minor: 4, showsDeleted: false },
  { minor: 3, showsDeleted: true },
);

describe('any changes within paragraphs', () => {
  const given = fc.record({
    paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 3 }),
    picks: fc.array(fc.nat(200), { maxLength: 12 }),
    texts: fc.array(oneLine, { minLength: 6, maxLength: 6 }),
    version: versions,
  });

  it('give the new text once accepted, the old one once rejected or taken back', async () => {
    await fc.assert(
      fc.asyncProperty(given, async ({ paragraphs, picks, texts, version }) => {
        const first = await openChanges(copyOf(paragraphs), version);
        const old = looks(first.word.model);
        const edits = editsIn(first.text, picks, texts, true);
        const outcomes = await first.apply(edits);
        expect(outcomes.filter(({ status }) => status !== 'done')).toEqual([]);
        expect(first.word.model.trackingMode).toBe('Off');
        expect(withoutSigns(first.accepted())).toBe(applied(first.text, edits));

        const second = await openChanges(copyOf(paragraphs), version);
        await second.apply(edits);
        second.rejected();
        expect(looks(second.word.model)).toEqual(old);

        const third = await openChanges(copyOf(paragraphs), version);
        const before = third.word.model.paragraphs.map(textOf);
        await third.apply(edits);
        const { status } = await third.takeBack();
        // Struck out text beside a note can't be found there; the person is told that something stayed.
        if (version.minor < 6 && !version.showsDeleted && before.join('').includes('\u0002')) return;
        expect(status).toBe('done');
        expect(third.word.model.paragraphs.map(textOf)).toEqual(before);
        expect(hasRevisions(third.word.model)).toBe(false);
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it('give the same, made one after the other', async () => {
    await fc.assert(
      fc.asyncProperty(given, async ({ paragraphs, picks, texts, version }) => {
        const opened = await openChanges(copyOf(paragraphs), version);
        const edits = editsIn(opened.text, picks, texts, true);
        const done: Edit[] = [];
        for (const edit of edits) {
          const [outcome] = await opened.apply([edit]);
          if (outcome?.status === 'done') done.push(edit);
        }
        expect(withoutSigns(opened.accepted())).toBe(applied(opened.text, done));
      }),
      { numRuns: 80 },
    );
  }, 120_000);
});

describe('any changes over paragraphs', () => {
  const given = fc.record({
    paragraphs: fc.array(paragraph, { minLength: 2, maxLength: 5 }),
    picks: fc.array(fc.nat(200), { maxLength: 6 }),
    texts: fc.array(anyLines, { minLength: 3, maxLength: 3 }),
    showsDeleted: fc.boolean(),
  });
  // Word keeps the end of the last paragraph, and that of one with a note in it.
  const words = (text: string) =>
    withoutSigns(text)
      .split('\n')
      .filter((line) => line !== '');

  it('give the new words once accepted and the old ones once rejected', async () => {
    await fc.assert(
      fc.asyncProperty(given, async ({ paragraphs, picks, texts, showsDeleted }) => {
        const first = await openChanges(copyOf(paragraphs), { showsDeleted });
        const edits = editsIn(first.text, picks, texts, false);
        const outcomes = await first.apply(edits);
        const done = edits.filter((_, index) => outcomes[index]?.status === 'done');
        expect(outcomes.filter(({ status }) => status === 'failed')).toEqual([]);
        expect(words(first.accepted())).toEqual(words(applied(first.text, done)));

        const second = await openChanges(copyOf(paragraphs), { showsDeleted });
        const old = second.word.model.paragraphs.map(textOf).join('\n');
        await second.apply(edits);
        expect(second.rejected()).toBe(old);
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});
