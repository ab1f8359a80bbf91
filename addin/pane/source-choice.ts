import type { Overview, Surface } from '../office/host.ts';
import type { From } from '../tasks/task.ts';

/** What the person chose to be read; null leaves it to what is marked. */
export type Wanted = From | null;

const whole: Record<Surface, string> = {
  document: 'Ganzes Dokument',
  'mail-read': 'Ganze E-Mail',
  'mail-compose': 'Ganze E-Mail',
};

/** What can be read for a task right now, out of what the task can work on. */
export function available(possible: readonly From[], overview: Overview | null): From[] {
  return possible.filter((from) => {
    if (from === 'nothing') return true;
    if (from === 'selection') return overview !== null && overview.selectedWords > 0;
    return overview !== null && overview.words !== 0;
  });
}

/**
 * What will be read: what the person wants as long as it is there, else the selection, else the whole text, else nothing.
 * @returns null where the task needs a text and there is none
 */
export function choose(possible: readonly From[], overview: Overview | null, wanted: Wanted): From | null {
  const there = available(possible, overview);
  return there.find((from) => from === wanted) ?? there[0] ?? null;
}

/** "Markierung · 85 Wörter" */
export function describe(from: From, words: number | null, surface: Surface): string {
  if (from === 'nothing') return 'Ohne Text, nur Ihre Angaben';
  const part = from === 'selection' ? 'Markierung' : whole[surface];
  return words === null ? part : `${part} · ${countWords(words)}`;
}

/** "1 Wort", "1.240 Wörter" */
export function countWords(words: number): string {
  return words === 1 ? '1 Wort' : `${words.toLocaleString('de-DE')} Wörter`;
}

/** The words of a part, as far as they are known. */
export function wordsOf(from: From, overview: Overview | null): number | null {
  if (overview === null || from === 'nothing') return null;
  return from === 'selection' ? overview.selectedWords : overview.words;
}
