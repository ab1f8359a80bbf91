import { loadLexicon } from '../../lexicon/load.ts';
import type { Candidate } from '../../span.ts';
import { tokensOf } from '../../tokens.ts';
import { viewOf } from '../../view.ts';
import { recognisePersons } from '../persons.ts';

const lexicon = loadLexicon();
const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,30}/gu;

/** What the recogniser holds in one text; mail addresses are taken as another recogniser would. */
export function personsIn(source: string, taken: readonly Candidate[] = []): Candidate[] {
  return personsInAll([source], taken)[0] ?? [];
}

/** The same for several texts of one request. */
export function personsInAll(sources: readonly string[], taken: readonly Candidate[] = []): Candidate[][] {
  const texts = sources.map((source) => {
    const view = viewOf(source);
    const mails = Array.from(view.text.matchAll(ADDRESS), (match): Candidate => ({
      start: match.index,
      end: match.index + match[0].length,
      kind: 'email',
      rule: 'test',
      weight: 2,
    }));
    return { view, tokens: tokensOf(view.text), taken: [...taken, ...mails], hints: [] };
  });
  return recognisePersons(texts, lexicon);
}

/** The text with its persons in brackets: `Herr ⟦Müller⟧`. */
export function marked(source: string, taken: readonly Candidate[] = []): string {
  const view = viewOf(source);
  let out = '';
  let at = 0;
  for (const { start, end } of personsIn(source, taken)) {
    out += `${view.text.slice(at, start)}⟦${view.text.slice(start, end)}⟧`;
    at = end;
  }
  return out + view.text.slice(at);
}

/** Without the brackets. */
export function plain(text: string): string {
  return text.replaceAll('⟦', '').replaceAll('⟧', '');
}
