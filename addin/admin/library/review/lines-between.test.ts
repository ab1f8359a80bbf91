import { describe, expect, it } from '@jest/globals';
import type { LibraryContent } from '../../../../contract/agents/library.ts';
import { circular, circularContent, textblock } from '../../testing/library-fakes.ts';
import { changesIn } from './folded.ts';
import { linesBetween } from './lines-between.ts';

const example = circular.examples?.[0];
const withInputs = (names: string[]): LibraryContent => ({
  kind: 'agent',
  agent: {
    ...circular,
    examples:
      example === undefined
        ? []
        : [
            {
              ...example,
              inputs: Object.fromEntries(names.map((name) => [name, { kind: 'anlagen', attachments: [] }])),
            },
          ],
  },
});

describe('what is different between two contents', () => {
  it('is nothing where they are the same, in whatever order a store names inputs', () => {
    expect(changesIn(linesBetween(circularContent, circularContent))).toEqual({ added: 0, removed: 0 });
    expect(changesIn(linesBetween(withInputs(['a', 'b']), withInputs(['b', 'a'])))).toEqual({
      added: 0,
      removed: 0,
    });
  });

  it('is told by the line that changed', () => {
    const changed: LibraryContent = { kind: 'agent', agent: { ...circular, purpose: 'Anders\nals vorher' } };
    expect(linesBetween(circularContent, changed).filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'purpose: Fristen und Aufträge aus einem Rundschreiben' },
      { kind: 'added', text: 'purpose:' },
      { kind: 'added', text: '  Anders' },
      { kind: 'added', text: '  als vorher' },
    ]);
  });

  it('of a file tells only that it is another one', () => {
    const file = (content: string): LibraryContent => ({
      kind: 'template',
      name: 'Brief',
      purpose: '',
      form: 'letter',
      file: content,
    });
    const lines = linesBetween(file('AAAA'.repeat(100)), file('BBBB'.repeat(100)));
    expect(changesIn(lines)).toEqual({ added: 1, removed: 1 });
    expect(lines.every(({ text }) => text.length < 100)).toBe(true);
    expect(changesIn(linesBetween(textblock, textblock)).added).toBe(0);
  });
});
