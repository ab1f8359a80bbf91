import type { LibraryContent } from '../../../../contract/agents/library.ts';
import { piecesOf } from '../../expressions/filled.ts';

/** Fields of an agent that say in words what it does. Its examples are left out: they hold documents of all kinds. */
const SPOKEN: ReadonlySet<string> = new Set([
  'title',
  'label',
  'hint',
  'order',
  'text',
  'question',
  'says',
  'otherwise',
  'options',
  'value',
  'rule',
  'default',
]);

/** The texts in which a content says what it is for, without what is filled in. Pure. */
export function spokenTexts(content: LibraryContent): string[] {
  return spoken(content).flatMap(read);
}

/** The words of its steps, fields and orders alone. */
export function stepTexts(content: LibraryContent): string[] {
  switch (content.kind) {
    case 'agent':
      return spokenIn([content.agent.inputs, content.agent.work]).flatMap(read);
    case 'prompt':
      return [content.text, ...content.variables.map(({ label }) => label)].flatMap(read);
    case 'textblock':
      return [content.text];
    case 'template':
      return [];
  }
}

function spoken(content: LibraryContent): string[] {
  const { name, purpose } = content.kind === 'agent' ? content.agent : content;
  return [name, purpose, ...stepTexts(content)];
}

function spokenIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(spokenIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (!SPOKEN.has(key)) return spokenIn(inner);
    if (typeof inner === 'string') return [inner];
    return Array.isArray(inner) && inner.every((one) => typeof one === 'string') ? inner : spokenIn(inner);
  });
}

/**
 * A text in every way in which it may be meant: with gaps where something is filled in, with nothing there, and the words
 * that stand in its expressions, so that none can be hidden in braces.
 */
function read(text: string): string[] {
  const pieces = piecesOf(text);
  if (pieces.every((piece) => 'text' in piece)) return [text];
  const filledWith = (gap: string) => pieces.map((piece) => ('text' in piece ? piece.text : gap)).join('');
  const literals = pieces.map((piece) => ('text' in piece ? piece.text : wordsIn(piece.expression))).join('');
  return [filledWith(' '), filledWith(''), literals];
}

/** What stands in quotation marks in an expression, one behind the other as it may be put together. */
function wordsIn(expression: string): string {
  return [...expression.matchAll(/'([^']*)'|"([^"]*)"/gu)]
    .map(([, one, other]) => one ?? other ?? '')
    .join('');
}
