import type { Node } from '@tiptap/pm/model';

const space = /\s/u;

/** A text with every run of white space as one space, and for each unit of it where it stood. */
class Folded {
  readonly places: number[] = [];
  #parts: string[] = [];
  #spaced = true;

  add(text: string, at: number): void {
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charAt(index);
      const blank = space.test(unit);
      if (!blank || !this.#spaced) {
        this.#parts.push(blank ? ' ' : unit);
        this.places.push(at + index);
      }
      this.#spaced = blank;
    }
  }

  toString(): string {
    return this.#parts.join('');
  }
}

function fold(text: string): string {
  const folded = new Folded();
  folded.add(text, 0);
  return folded.toString().trimEnd();
}

/**
 * The first place where a text stands in a document. Line breaks, paragraphs and white space count as one space, for a
 * quotation rarely keeps them.
 * @returns positions in the document, or null where the text is not there or empty
 */
export function findText(doc: Node, text: string): { from: number; to: number } | null {
  const needle = fold(text);
  if (needle === '') return null;
  const folded = new Folded();
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    folded.add(node.textBetween(0, node.content.size, undefined, '\n'), pos + 1);
    folded.add(' ', pos + 1 + node.content.size);
    return false;
  });
  const start = folded.toString().indexOf(needle);
  if (start < 0) return null;
  const from = folded.places[start];
  const last = folded.places[start + needle.length - 1];
  return from === undefined || last === undefined ? null : { from, to: last + 1 };
}
