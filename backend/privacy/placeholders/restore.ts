import { kindWords, MAX_KIND_CHARS } from './notation.ts';
import { MAX_LEFT_CHARS, MAX_WRITTEN_CHARS, readGenitive, readPlaceholder, type Written } from './read.ts';
import type { Vault } from './vault.ts';

/** Puts originals in place of placeholders while a text comes in, cut anywhere. */
export interface Restorer {
  /** A piece of the text. @returns what is decided by now; at most `MAX_WRITTEN_CHARS` characters are held back */
  push(text: string): string;
  /** The text is complete. @returns what was held back */
  end(): string;
  /** Placeholders that nothing stands behind, word for word, each once; they stay in the text as they are. */
  unknown(): string[];
}

export interface RestorerHooks {
  /** A placeholder was restored: how it was written, with what goes along with it, and what stands there now. */
  restored?(written: string, restored: string): void;
}

/** So many unknown placeholders are told. */
const MAX_UNKNOWN = 50;
/** What may begin a placeholder. */
const START = new RegExp(`[[\\\\\`\uff3b\u3010]|${kindWords.join('|')}`, 'giu');
const WORD_SIGN = /[\p{L}\p{N}]/u;
/** After a hiss the genitive is an apostrophe alone: `Voß’` (Amtliches Regelwerk der deutschen Rechtschreibung, § 96). */
const HISS = /(?:[sßẞxz]|ce)$/iu;

interface Decided {
  text: string;
  length: number;
}

/**
 * Restores what stands behind the placeholders of a vault, in all the ways in which models write them (`read.ts`). The
 * result is the same however the text is cut, and what is put in is not read again.
 */
export function createRestorer(vault: Vault, hooks: RestorerHooks = {}): Restorer {
  const unknown = new Set<string>();
  let held = '';
  /** The text before what is held. */
  let before = '';

  function take(text: string, complete: boolean): string {
    const hold = complete ? text.length : partialWord(text, before);
    let out = '';
    let at = 0;
    for (;;) {
      START.lastIndex = at;
      const next = Math.min(START.exec(text)?.index ?? hold, hold);
      out += text.slice(at, next);
      at = next;
      if (next === hold) break;
      const decided = decide(text, next, complete);
      if (decided === 'open') break;
      out += decided.text;
      at += decided.length;
    }
    held = text.slice(at);
    before = leftOf(text, at);
    return out;
  }

  function leftOf(text: string, at: number): string {
    return (before + text.slice(Math.max(0, at - MAX_LEFT_CHARS), at)).slice(-MAX_LEFT_CHARS);
  }

  function decide(text: string, at: number, complete: boolean): 'open' | Decided {
    const reading = readPlaceholder(text, at, () => leftOf(text, at), complete);
    if (reading === 'open') return 'open';
    if (reading === 'none') return { text: text.charAt(at), length: 1 };
    const end = at + reading.length;
    const original = originalOf(reading);
    if (original === null) {
      const written = text.slice(at, end);
      if (isOurs(reading) && unknown.size < MAX_UNKNOWN) unknown.add(written);
      return { text: written, length: reading.length };
    }
    const hisses = (reading.kind === 'person' || reading.kind === 'place') && HISS.test(original);
    const genitive = hisses
      ? readGenitive(text, end, MAX_WRITTEN_CHARS - reading.length, complete)
      : ('none' as const);
    if (genitive === 'open') return 'open';
    const length = reading.length + (genitive === 'none' ? 0 : genitive.length);
    const ending = hisses && reading.ending !== '' ? '’' : reading.ending;
    const restored = `${reading.before}${original}${ending}${reading.after}${genitive === 'none' ? '' : `${genitive.marks}’`}`;
    const written = text.slice(at, at + length);
    hooks.restored?.(written, restored);
    return { text: vault.literal(written) ?? restored, length };
  }

  function originalOf(written: Written): string | null {
    const { role, style, kind, sure } = written;
    if (role === null || !sure) return null;
    // Where the texts say „Person 1“ themselves, the model may speak of theirs.
    if (style === 'words' && vault.speaksOf(kind)) return null;
    return vault.find({ ...written, role });
  }

  /** Whether what stays in the text can only have been meant as a placeholder of ours. */
  function isOurs({ kind, number, style, sure }: Written): boolean {
    if (vault.isForeign(kind, number)) return false;
    if (style !== 'words') return true;
    return !sure && vault.find({ kind, number, role: 'whole', variant: 1 }) !== null && !vault.speaksOf(kind);
  }

  return {
    push: (text) => take(held + text, false),
    end: () => take(held, true),
    unknown: () => [...unknown],
  };
}

/** Where a word at the end of a text begins that may go on as the first word of a placeholder; the length where none does. */
function partialWord(text: string, before: string): number {
  for (let start = Math.max(0, text.length - MAX_KIND_CHARS); start < text.length; start++) {
    const left = start > 0 ? text.charAt(start - 1) : before.slice(-1);
    if (WORD_SIGN.test(left)) continue;
    const word = text.slice(start).toLowerCase();
    if (kindWords.some((known) => known.length > word.length && known.startsWith(word))) return start;
  }
  return text.length;
}
