import type { AgentSource } from '../agent-source.ts';
import { createDesk, type LibraryDesk } from './desk.ts';
import { createKeeping, type Keeping } from './keeping.ts';
import type { LibraryParts } from './parts.ts';
import { librarySource } from './source.ts';
import { createStock, type LibraryStock } from './stock.ts';
import { createWriting, type Writing } from './writing.ts';

/** The library of the house. */
export interface Library {
  desk: LibraryDesk;
  keeping: Keeping;
  writing: Writing;
  source: AgentSource;
  stock: LibraryStock;
}

export function createLibrary(parts: LibraryParts): Library {
  const keeping = createKeeping(parts);
  return {
    desk: createDesk(parts),
    keeping,
    writing: createWriting(parts, keeping),
    source: librarySource(parts),
    stock: createStock(parts.store),
  };
}
