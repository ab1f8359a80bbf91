import { FakeCollection } from './fake-collection.ts';
import type { FakeContext } from './fake-context.ts';
import { FakeRange } from './fake-range.ts';
import type { Span } from './word-model.ts';

/** `Word.RangeCollection`. */
export function rangesOf(context: FakeContext, find: () => Span[]): FakeCollection<Span, FakeRange> {
  return new FakeCollection(context, find, (span) => new FakeRange(context, () => span));
}
