import { type Synonym, synonym } from '../../../contract/knowledge.ts';

/** Rows of the dictionary, the newest state of which may be another's. */

/** "Attest, Krankmeldung" → two words; none twice. */
export function meansOf(text: string): string[] {
  return [...new Set(text.split(/[,;\n]/).map((word) => word.trim()))].filter((word) => word !== '');
}

/** Whether two words are the same to who asks. */
function isSame(one: string, other: string): boolean {
  return one.trim().toLocaleLowerCase('de') === other.trim().toLocaleLowerCase('de');
}

/**
 * Checks a row.
 * @param others the rows beside it
 */
export function checkRow(
  row: Synonym,
  others: readonly Synonym[],
): { status: 'right'; row: Synonym } | { status: 'wrong'; field: 'word' | 'means'; words: string } {
  const checked = synonym.safeParse(row);
  if (!checked.success) {
    return checked.error.issues.some(({ path }) => path[0] === 'word')
      ? { status: 'wrong', field: 'word', words: 'Bitte geben Sie ein Wort mit 2 bis 80 Zeichen an.' }
      : {
          status: 'wrong',
          field: 'means',
          words: 'Bitte geben Sie 1 bis 20 Wörter mit je 2 bis 80 Zeichen an, getrennt durch Kommas.',
        };
  }
  if (others.some(({ word }) => isSame(word, row.word))) {
    return {
      status: 'wrong',
      field: 'word',
      words: 'Dieses Wort steht schon im Wörterbuch. Bitte ändern Sie dort.',
    };
  }
  return { status: 'right', row: checked.data };
}

/** In the order of the alphabet. */
export function inOrder(rows: readonly Synonym[]): Synonym[] {
  return [...rows].sort((one, other) => one.word.localeCompare(other.word, 'de'));
}

/** How many rows were added, changed or removed. */
export function changesBetween(base: readonly Synonym[], draft: readonly Synonym[]): number {
  const before = byWord(base);
  const now = byWord(draft);
  const removed = [...before.keys()].filter((word) => !now.has(word)).length;
  const set = [...now].filter(([word, means]) => before.get(word) !== means).length;
  return removed + set;
}

/**
 * The same changes made to what somebody else has saved meanwhile; where both changed the same word, the draft holds.
 * @param base what the draft began with
 */
export function onto(
  base: readonly Synonym[],
  draft: readonly Synonym[],
  newest: readonly Synonym[],
): Synonym[] {
  const before = byWord(base);
  const own = new Map(draft.map((row) => [row.word, row]));
  const changed = draft.filter(({ word, means }) => before.get(word) !== JSON.stringify(means));
  const gone = new Set([...before.keys()].filter((word) => !own.has(word)));
  const theirs = newest.filter(
    ({ word }) => !gone.has(word) && !changed.some((row) => isSame(row.word, word)),
  );
  return inOrder([...theirs, ...changed]);
}

function byWord(rows: readonly Synonym[]): Map<string, string> {
  return new Map(rows.map(({ word, means }) => [word, JSON.stringify(means)]));
}
