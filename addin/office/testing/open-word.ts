import type { Block } from '../../../contract/rich.ts';
import type { Limits } from '../call.ts';
import type { Host } from '../host.ts';
import { wordHost } from '../word.ts';
import { answer, callbackOf, noFaults } from './fake-async.ts';
import type { AsyncFaults } from './fake-async.ts';
import { FakeTheme } from './fake-theme.ts';
import { fakeWord } from './fake-word.ts';
import type { FakeWord } from './fake-word.ts';
import type { Paragraph } from './word-model.ts';

export interface OpenedWord {
  host: Host;
  word: FakeWord;
  theme: FakeTheme;
  events: AsyncFaults;
  /** What went to the clipboard; `allowed` says whether the browser lets it. */
  clipboard: { allowed: boolean; copies: Block[][] };
  handlers: Set<() => void>;
}

export interface OpenOptions {
  url?: string;
  /** Minor version of WordApi. */
  minor?: number;
  limits?: Limits;
}

const SHORT: Limits = { ask: 40, read: 40, write: 40 };

/** The Word host over a document, with short limits where nothing else is said. */
export function openWord(
  paragraphs: Paragraph[],
  { url = 'C:\\Akten\\Bauvoranfrage Flur 12.docx', minor = 9, limits = SHORT }: OpenOptions = {},
): OpenedWord {
  const word = fakeWord(paragraphs, minor);
  const theme = new FakeTheme();
  const events = noFaults();
  const handlers = new Set<() => void>();
  const clipboard: OpenedWord['clipboard'] = { allowed: true, copies: [] };
  const document = {
    url,
    addHandlerAsync: (_type: unknown, handler: () => void, ...rest: unknown[]) =>
      answer(events, 'addHandlerAsync', callbackOf(rest), () => {
        handlers.add(handler);
        return { value: undefined };
      }),
    removeHandlerAsync: (_type: unknown, options: { handler: () => void }, ...rest: unknown[]) =>
      answer(events, 'removeHandlerAsync', callbackOf(rest), () => {
        handlers.delete(options.handler);
        return { value: undefined };
      }),
  };
  const host = wordHost({
    run: word.run,
    supports: word.supports,
    document: document as unknown as Office.Document,
    selectionChanged: 'documentSelectionChanged' as unknown as Office.EventType,
    theme,
    copy: (blocks) => {
      if (clipboard.allowed) clipboard.copies.push(blocks);
      return Promise.resolve(clipboard.allowed);
    },
    limits,
  });
  return { host, word, theme, events, clipboard, handlers };
}
