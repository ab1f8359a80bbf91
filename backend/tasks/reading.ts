import type { Address, Part } from '../../contract/source.ts';

/** A source as it is understood: plain text (Markdown for headings, lists, tables), hidden text left out. */
export type Reading =
  | { kind: 'nothing' }
  | { kind: 'document'; title: string; part: Part; text: string }
  | {
      kind: 'mail';
      subject: string;
      from: Address;
      to: Address[];
      cc: Address[];
      date: Date | null;
      /** The newest message: what is answered or summarised. */
      newest: string;
      /** What it quotes: the background. Empty where there is none. */
      thread: string;
    };
