import type { FakeContext } from './fake-context.ts';
import { OfficeError } from './office-error.ts';

/** `OfficeExtension.ClientResult`: its value is there once the context was synced. */
export class FakeResult<T> {
  #answer: { value: T } | undefined;

  constructor(context: FakeContext, find: () => T) {
    context.enqueue(() => {
      this.#answer = { value: find() };
    });
  }

  get value(): T {
    if (this.#answer === undefined) throw new OfficeError('ValueNotLoaded');
    return this.#answer.value;
  }
}

/** Why one position can be told from another: `Word.LocationRelation`. */
export function relationOf(
  startToStart: number,
  endToEnd: number,
  startToEnd: number,
  endToStart: number,
): string {
  if (startToStart === 0 && endToEnd === 0) return 'Equal';
  if (endToStart < 0) return 'Before';
  if (endToStart === 0) return 'AdjacentBefore';
  if (startToEnd > 0) return 'After';
  if (startToEnd === 0) return 'AdjacentAfter';
  if (startToStart >= 0 && endToEnd <= 0) {
    if (startToStart === 0) return 'InsideStart';
    return endToEnd === 0 ? 'InsideEnd' : 'Inside';
  }
  if (startToStart <= 0 && endToEnd >= 0) {
    if (startToStart === 0) return 'ContainsStart';
    return endToEnd === 0 ? 'ContainsEnd' : 'Contains';
  }
  return startToStart < 0 ? 'OverlapsBefore' : 'OverlapsAfter';
}
