import { tokensOf } from '../../tokens.ts';
import { viewOf } from '../../view.ts';
import { recogniseNumbers } from '../numbers.ts';

/** A text with `[[` and `]]` around what is found in it, as its source has it, and the kinds of what was found. */
export function marked(source: string): { text: string; kinds: string[] } {
  const view = viewOf(source);
  let text = '';
  let at = 0;
  const kinds: string[] = [];
  for (const candidate of recogniseNumbers(view, tokensOf(view.text))) {
    const { start, end } = view.toSource(candidate);
    text += `${source.slice(at, start)}[[${source.slice(start, end)}]]`;
    at = end;
    kinds.push(candidate.kind);
  }
  return { text: text + source.slice(at), kinds };
}

/** The same text without its marks. */
export const unmarked = (text: string): string => text.replaceAll(/\[\[|\]\](?!\])/gu, '');
