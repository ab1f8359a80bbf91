import type { TaskInput, Turn } from '../../../contract/tasks/index.ts';

/** What a person wrote themselves for a request: the fields of the form and the wishes. */
export function typedIn({ source: _source, ...fields }: TaskInput, turns: readonly Turn[]): string[] {
  const written = Object.values(fields).filter((field) => typeof field === 'string');
  return [...written, ...turns.map(({ wish }) => wish)].filter((text) => text !== '');
}
