import { answerOf, type Fault, type Script } from '../../backend/models/testing/scripted-provider.ts';
import { wireEvents, type WireFormat } from '../../backend/models/testing/wire.ts';

/** With umlauts and an emoji, so that bytes fall within characters. */
const text =
  'Sehr geehrte Frau Müller, für Ihren Antrag fehlt noch die Größe des Grundstücks. 🏡 Viele Grüße';

/** Between the events, so that they do not all come in one piece. */
const answer = { text, chunks: 5, delayMs: 2 };
export const model = 'scripted';

export const hows = ['close', 'reset', 'stall'] as const satisfies Fault['how'][];
export type How = (typeof hows)[number];

/** An answer in a wire format, byte by byte. */
export interface Recording {
  text: string;
  bytes: number;
  /** From here on the provider's end mark is in what was sent. */
  endMarkFrom: number;
  /** From here on it is there with its closing blank line, so that nobody can overlook it. */
  endMarkComplete: number;
}

export function recordingOf(format: WireFormat): Recording {
  const events = wireEvents(format, answerOf(answer), model).map((event) => Buffer.from(event));
  const marker = format === 'openai' ? '"finish_reason":"stop"' : '"finishReason":"STOP"';
  const at = events.findIndex((event) => event.includes(marker));
  const size = (list: Buffer[]) => list.reduce((sum, event) => sum + event.length, 0);
  const markEvent = events[at];
  if (!markEvent) throw new Error('the recording has no end mark');
  const before = size(events.slice(0, at));
  return {
    text,
    bytes: size(events),
    endMarkFrom: before + markEvent.toString('latin1').trimEnd().length,
    endMarkComplete: before + markEvent.length,
  };
}

/** The words in a request that tell the provider what is to go wrong. */
export function faultText(how: How, at: number): string {
  return `@@${how}.${at}@@`;
}

/** The recording with the fault that the body of the request asks for. */
export function scriptFor(body: string): Script {
  const [, how = '', at = ''] = /@@(close|reset|stall)\.(\d{1,6})@@/.exec(body) ?? [];
  if (how === '') return { kind: 'status', status: 400 };
  return { kind: 'answer', ...answer, fault: { how: how as How, at: Number(at) } };
}
