import type { Stretch } from '../make/document.ts';

/** An item that was missed, or a find that is none. */
export interface Failure {
  what: 'missed' | 'false';
  /** Where: the text's id or the number of the sentence. */
  where: string;
  kind: string;
  /** Of a false find: which rule it was. */
  rule: string;
  words: string;
  before: string;
  after: string;
}

const CONTEXT = 40;

export function failureAt(
  head: Pick<Failure, 'what' | 'where' | 'kind' | 'rule'>,
  text: string,
  { start, end }: Stretch,
): Failure {
  return {
    ...head,
    words: text.slice(start, end),
    before: text.slice(Math.max(0, start - CONTEXT), start),
    after: text.slice(end, end + CONTEXT),
  };
}

/** The failures by what they are, kind and rule; the most frequent group comes first. */
export function failureLines(title: string, failures: readonly Failure[]): string[] {
  const groups = Map.groupBy(
    failures,
    ({ what, kind, rule }) => `${what} ${kind}${rule ? ` by ${rule}` : ''}`,
  );
  return [...groups]
    .sort(([, one], [, other]) => other.length - one.length)
    .flatMap(([group, members]) => [
      `## ${title}: ${group} (${members.length})`,
      ...members.map(
        ({ where, before, words, after }) =>
          `${where}: ${visible(before)}⟦${visible(words)}⟧${visible(after)}`,
      ),
      '',
    ]);
}

const visible = (text: string) =>
  text
    .replace(/\r?\n/g, '⏎')
    .replace(/[\p{Cf}]/gu, '·')
    .replace(/\s/g, ' ');
