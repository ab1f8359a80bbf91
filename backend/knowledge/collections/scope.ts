import type { Scope } from '../../store/store.ts';
import type { Collection } from './collection.ts';

/**
 * Whose rows a transaction must see to write those of a collection. Reading takes the scope of the person's Kommune, which
 * sees what belongs to the Verbund too: in that of the Verbund an id that was guessed would lead to other Kommunen.
 */
export function scopeOf({ kommune }: Pick<Collection, 'kommune'>): Scope {
  return kommune === null ? 'verbund' : { kommune };
}
