import type { ItemKind } from '../../../contract/privacy.ts';
import type { Item, Stretch } from './document.ts';

/** One letter for each kind, so that hand-written texts stay readable: `Frau {p:Müller}`. */
const kindOf: Readonly<Record<string, ItemKind>> = {
  p: 'person',
  s: 'street',
  o: 'place',
  b: 'birthdate',
  t: 'phone',
  e: 'email',
  i: 'iban',
  a: 'account',
  x: 'tax-id',
  v: 'social-security',
  d: 'id-document',
  k: 'plate',
  r: 'reference',
  u: 'url',
  z: 'other',
};

/** The mark of a stretch that may be masked or not. */
const OPEN = '-';

/**
 * Takes the marks out of a text. A mark is `{<letter>:<words>}`; `\uXXXX` stands for a character that nobody sees.
 * @throws Error for an unknown letter, an empty mark or a brace that belongs to none
 */
export function readMarkup(marked: string): { text: string; items: Item[]; open: Stretch[] } {
  const items: Item[] = [];
  const open: Stretch[] = [];
  let text = '';
  for (const part of withCharacters(marked).split(/(\{[^{}]*\})/)) {
    const mark = /^\{(.):([^]+)\}$/.exec(part);
    if (!mark) {
      if (/[{}]/.test(part)) throw new Error(`A brace that is no mark: ${part.slice(0, 60)}`);
      text += part;
      continue;
    }
    const [, letter = '', words = ''] = mark;
    const stretch = { start: text.length, end: text.length + words.length };
    const kind = kindOf[letter];
    if (kind) items.push({ ...stretch, kind });
    else if (letter === OPEN) open.push(stretch);
    else throw new Error(`An unknown mark: ${part}`);
    if (words.trim() !== words) throw new Error(`A mark with space at its edge: ${part}`);
    text += words;
  }
  return { text, items, open };
}

function withCharacters(marked: string): string {
  return marked.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
