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
]);

/** The texts in which a content says what it is for, without what is filled in. Pure. */
export function spokenTexts(content: LibraryContent): string[] {
  return spoken(content).map(withoutExpressions);
}

/** The words of its steps, fields and orders alone. */
export function stepTexts(content: LibraryContent): string[] {
  switch (content.kind) {
    case 'agent':
      return spokenIn([content.agent.inputs, content.agent.work]).map(withoutExpressions);
    case 'prompt':
      return [content.text, ...content.variables.map(({ label }) => label)].map(withoutExpressions);
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

function withoutExpressions(text: string): string {
  return piecesOf(text)
    .map((piece) => ('text' in piece ? piece.text : ' '))
    .join('');
}
