import type { Edit, Line } from '../office/host.ts';
import { inOrder } from './apply.ts';
import { behindUnseen, comparable, gapOf, withoutUnseenEnds } from './characters.ts';
import { type Draft, draftsOf } from './drafts.ts';
import { pairingOf } from './pairing.ts';
import { type Units, unitsOf } from './units.ts';

/** Something that a person takes or leaves as a whole. */
export interface Change {
  /** Counts from 0 in the order of the text. */
  id: number;
  /**
   * `moved`: what is taken away in one place stands, perhaps reworded, in another. `paragraphs`: paragraphs come, go,
   * are cut or joined. `words`: anything else.
   */
  kind: 'words' | 'moved' | 'paragraphs';
  /** In the order of the text; at least two where it moved. UTF-16 offsets in the old lines joined by `\n`. */
  edits: readonly Edit[];
}

/**
 * What must be changed in an old text to make it the new one. Edits of all changes don't overlap, so any choice of
 * changes can be made. With all of them the text is the new one and with none the old one, as far as `comparable`
 * looks: kinds and numbers of blanks and breaks stay as they were, and so does what nobody sees. No edit begins or ends
 * within the `fixed` beginning of a line; a number that the new text changes or leaves out there simply stays, and one
 * that it repeats is not written twice.
 *
 * Sentences that stand in both texts are anchors; between them those that are alike are paired, in order first, then
 * anywhere. The work grows with the length of the texts, not with its square; where that would take too much, larger
 * stretches are replaced as a whole.
 * @param before the paragraphs that were read
 * @param after the new paragraphs (`linesOfBlocks`); line breaks within them are `\v`
 */
export function changesBetween(before: readonly Line[], after: readonly string[]): Change[] {
  const content = before.map(({ text, fixed }) => text.slice(fixed)).join('\n');
  if (comparable(content) === comparable(after.join('\n'))) return [];
  const own = new Set(before.map(({ text, fixed }) => text.slice(0, fixed).trim()).filter(Boolean));
  const old = unitsOf(before, own);
  const fresh = unitsOf(
    after.map((text) => ({ text, fixed: 0 })),
    own,
  );
  const { beads, moved } = pairingOf(old, fresh);
  const drafts = draftsOf({ before: old, after: fresh, beads, moved, paragraphEnd: paragraphEndOf(old) });
  return grouped(separated(drafts, old.text), old.text);
}

/** Letters often have an empty paragraph behind each other one; new ones are set the same way. */
function paragraphEndOf({ text, units }: Units): string {
  let [single, double] = [0, 0];
  units.forEach((unit, index) => {
    const gap = text.slice(units[index - 1]?.end ?? unit.from, unit.from);
    const ends = gap.split('\n').length - 1;
    if (gapOf(gap) !== 'break' || unit.prefix !== '') return;
    if (ends > 1) double++;
    else if (ends === 1) single++;
  });
  return double > single ? '\n\n' : '\n';
}

/** Takes edits together that meet at a place where one of them only inserts: their order would be left to chance. */
function separated(drafts: readonly Draft[], text: string): Draft[] {
  const all: Draft[] = [];
  for (const draft of inOrder(drafts.map((one) => ({ ...one, ...placeOf(one, text) })))) {
    const last = all.at(-1);
    if (last?.end === draft.start && (last.start === last.end || draft.start === draft.end)) {
      const joined = { end: draft.end, text: last.text + draft.text, moves: [...last.moves, ...draft.moves] };
      Object.assign(last, joined);
    } else all.push(draft);
  }
  return all.filter((draft) => draft.text !== text.slice(draft.start, draft.end));
}

/** Leaves alone what nobody sees at the ends of an edit. */
function placeOf({ start, end }: Draft, text: string): { start: number; end: number } {
  const place = withoutUnseenEnds(text, start, end);
  if (place.start < place.end) return place;
  const at = behindUnseen(text, place.end);
  return { start: at, end: at };
}

/** Edits that move the same sentences are one change. */
function grouped(drafts: readonly Draft[], text: string): Change[] {
  const leaders = drafts.map((_, index) => index);
  const leaderOf = (index: number): number => {
    let at = index;
    for (let up = leaders[at] ?? at; up !== at; up = leaders[at] ?? at) {
      leaders[at] = leaders[up] ?? up;
      at = up;
    }
    return at;
  };
  const places = new Map<number, number>();
  drafts.forEach(({ moves }, index) => {
    for (const move of moves) {
      const other = places.get(move);
      if (other === undefined) places.set(move, index);
      else {
        const [one, two] = [leaderOf(other), leaderOf(index)];
        leaders[Math.max(one, two)] = Math.min(one, two);
      }
    }
  });
  const groups = new Map<number, Draft[]>();
  drafts.forEach((draft, index) => {
    const leader = leaderOf(index);
    const group = groups.get(leader);
    if (group === undefined) groups.set(leader, [draft]);
    else group.push(draft);
  });
  return [...groups.values()].map((group, id) => {
    const edits = joined(group);
    return { id, kind: kindOf(edits, text), edits };
  });
}

/** Edits of one change that meet are one edit. */
function joined(group: readonly Draft[]): Edit[] {
  const edits: Edit[] = [];
  for (const { start, end, text } of group) {
    const last = edits.at(-1);
    if (last?.end === start) Object.assign(last, { end, text: last.text + text });
    else edits.push({ start, end, text });
  }
  return edits;
}

function kindOf(edits: readonly Edit[], text: string): Change['kind'] {
  if (edits.length > 1) return 'moved';
  return edits.some((edit) => (edit.text + text.slice(edit.start, edit.end)).includes('\n'))
    ? 'paragraphs'
    : 'words';
}
