import type { SourceCard } from '../../../contract/knowledge.ts';
import type { ReadableCollection } from '../collections/collection.ts';
import type { Hit } from './request.ts';

/**
 * Hits as sources, numbered from 1.
 * @param collections that the person may read: what stands in another one is left out
 */
export function searchCards(
  hits: readonly Hit[],
  collections: readonly Pick<ReadableCollection, 'id' | 'name' | 'verbund'>[],
): SourceCard[] {
  const known = new Map(collections.map(({ id, name, verbund }) => [id, { id, name, verbund }]));
  return hits
    .flatMap((hit) => {
      const collection = known.get(hit.collection);
      return collection === undefined ? [] : [{ hit, collection }];
    })
    .map(({ hit: { section, document, path, pages, text, marks }, collection }, index) => ({
      number: index + 1,
      section,
      collection,
      document,
      path: [...path],
      pages,
      text,
      marks: marks.map(({ start, end }) => ({ start, end })),
    }));
}
