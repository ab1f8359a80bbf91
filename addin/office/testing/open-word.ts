import type { Block } from '../../../contract/rich.ts';
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

/** The Word host over a document, with short limits. */
export function openWord(paragraphs: Paragraph[], url = 'C:\\Akten\\Bauvoranfrage Flur 12.docx'): OpenedWord {
  const word = fakeWord(paragraphs);
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
    document: document as unknown as Office.Document,
    selectionChanged: 'documentSelectionChanged' as unknown as Office.EventType,
    theme,
    copy: (blocks) => {
      if (clipboard.allowed) clipboard.copies.push(blocks);
      return Promise.resolve(clipboard.allowed);
    },
    limits: { ask: 40, read: 40, write: 40 },
  });
  return { host, word, theme, events, clipboard, handlers };
}
