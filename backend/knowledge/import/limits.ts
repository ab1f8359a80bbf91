import { DOCUMENT_LIMITS, type DocumentLimits } from '../../documents/read.ts';

/** What reading a file may cost. It is read in the background, so a long one gets more time than one that is opened. */
export const READING_LIMITS: DocumentLimits = { ...DOCUMENT_LIMITS, timeMs: 60_000 };
/** Bytes of a piece of a file in the store. */
export const PIECE_BYTES = 1024 * 1024;
/** Sections that come back from the thread, and are written, at once: more would hold up the event loop. */
export const BATCH_SECTIONS = 50;
/** A file that ends its thread so many times is given up. */
export const MOST_TRIES = 2;
/** A file whose reader was gone so many times, process and all, is given up. */
export const MOST_ATTEMPTS = 5;
/** Milliseconds that a file is held by whoever reads it, and the pause between two signs of life. */
export const LEASE_MS = 60_000;
export const RENEW_MS = 15_000;
/** Milliseconds that whoever brings files may be silent; then those that have not arrived are given up. */
export const BRINGING_MS = 3_600_000;
/** Days that is told what became of an import. */
export const KEPT_DAYS = 30;
