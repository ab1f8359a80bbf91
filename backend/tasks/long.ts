import type { ProgressEvent } from '../../contract/events.ts';
import type { TaskCall } from '../../contract/tasks/index.ts';
import { type Answer, ask, type AskOptions } from '../models/ask.ts';
import type { Conversation, Model } from '../models/model.ts';
import { type Assignment, conversationFor, conversationLength, withRules } from './conversation.ts';
import { fence, newNonce } from './fence.ts';
import { parallel } from './parallel.ts';
import type { Reading } from './reading.ts';
import { splitText } from './split-text.ts';

/** Characters a token stands for at the least in German; low, so that a text that "fits" really does. */
export const CHARS_PER_TOKEN = 2.5;
/** Part of the window that the question may fill; the rest is the answer's. */
const QUESTION_SHARE = 0.7;
/** Parts of a long source that are read at the same time. */
const PARALLEL_PARTS = 4;
/** A source that is still too long after so many rounds of condensing is given up on. */
const MAX_ROUNDS = 4;

/** What happens on the way of a long source, beside the answer itself. */
export type LongStep = Answer | Extract<ProgressEvent, { step: 'section' }>;

/** Characters that a question to this model may have. */
export function roomOf(model: Model): number {
  return model.contextTokens * QUESTION_SHARE * CHARS_PER_TOKEN;
}

/** Whether the conversation fits the model's window with room for the answer. */
export function fits(model: Model, conversation: Conversation): boolean {
  return conversationLength(conversation) <= roomOf(model);
}

/** The model and those after it that have at least as large a window, so that none of them gets cut text. */
function atLeastAsRoomy([first, ...others]: readonly [Model, ...Model[]]): [Model, ...Model[]] {
  return [first, ...others.filter((model) => model.contextTokens >= first.contextTokens)];
}

/** Characters of the source that one part may have: rules and question of the task take some room beside it. */
function roomForPart(assignment: Assignment, reading: Reading, model: Model): number {
  const frame = conversationLength(conversationFor(assignment, withText(reading, ''), reading));
  return Math.max(roomOf(model) - frame, 1_000);
}

/** In how many parts a model reads a source that is beyond its window. */
export function partsFor(assignment: Assignment, reading: Reading, model: Model): number {
  return splitText(textOf(reading), roomForPart(assignment, reading, model)).length;
}

/**
 * Reads a source that is beyond the model's window in parts, several at a time, and returns the notes in its place.
 * Every character of the source is read by the model in exactly one part of the first round.
 * @throws ModelError when a part fails: notes with a hole would be a silent cut
 */
export async function* condense(
  assignment: Assignment,
  reading: Reading,
  models: readonly [Model, ...Model[]],
  options: AskOptions,
  signal: AbortSignal,
): AsyncGenerator<LongStep, Reading> {
  const roomy = atLeastAsRoomy(models);
  const room = roomForPart(assignment, reading, roomy[0]);
  let current = reading;
  for (let round = 0; round < MAX_ROUNDS && lengthOf(current) > room; round++) {
    current = yield* condenseOnce(current);
  }
  return current;

  async function* condenseOnce(before: Reading): AsyncGenerator<LongStep, Reading> {
    const parts = splitText(textOf(before), room);
    const notes: string[] = [];
    // Beside the results: a part that fails or is broken off has its cost, too.
    const used: Extract<Answer, { type: 'usage' }>[] = [];
    let done = 0;
    yield { type: 'progress', step: 'section', done, total: parts.length };
    try {
      for await (const { index, result } of parallel(parts, PARALLEL_PARTS, signal, readPart)) {
        notes[index] = result;
        yield* used.splice(0);
        yield { type: 'progress', step: 'section', done: ++done, total: parts.length };
      }
    } catch (fault) {
      yield* used.splice(0);
      throw fault;
    }
    return withText(
      before,
      notes.map((text, index) => `## Abschnitt ${index + 1} von ${parts.length}\n\n${text}`).join('\n\n'),
    );

    async function readPart(part: string, index: number, partSignal: AbortSignal) {
      const conversation = partConversation(assignment, part, index + 1, parts.length);
      let text = '';
      for await (const answer of ask(roomy, conversation, partSignal, options)) {
        if (answer.type === 'text') text += answer.text;
        if (answer.type === 'usage') used.push(answer);
      }
      return text;
    }
  }
}

/**
 * Does the work part by part and joins the results in order, for tasks that change a text rather than speak about it.
 * @throws ModelError when a part fails; what was yielded before stays with the person
 */
export async function* piecewise(
  assignment: Assignment<Extract<TaskCall, { task: 'rewrite' }>>,
  reading: Extract<Reading, { kind: 'document' }>,
  models: readonly [Model, ...Model[]],
  options: AskOptions,
  signal: AbortSignal,
): AsyncGenerator<LongStep> {
  const roomy = atLeastAsRoomy(models);
  const { call } = assignment;
  const lastTurn = call.turns.at(-1);
  const single: typeof assignment = lastTurn
    ? {
        ...assignment,
        call: { ...call, turns: [], input: { ...call.input, style: 'custom', wish: lastTurn.wish } },
      }
    : assignment;
  const text = lastTurn ? lastTurn.answer : reading.text;
  const frame = conversationLength(conversationFor(single, { ...reading, text: '' }));
  // The answer is about as long as the part, so the part gets half of what is left.
  const parts = splitText(text, Math.max((roomOf(roomy[0]) - frame) / 2, 1_000));
  for (const [index, part] of parts.entries()) {
    yield { type: 'progress', step: 'section', done: index, total: parts.length };
    yield* ask(roomy, conversationFor(single, { ...reading, text: part.trim() }), signal, options);
    const seam = part.slice(part.trimEnd().length);
    if (seam !== '') yield { type: 'text', text: seam };
  }
}

function partConversation(assignment: Assignment, part: string, number: number, total: number): Conversation {
  const nonce = newNonce();
  const reading: Reading = { kind: 'document', title: '', part: 'whole', text: part };
  return withRules(assignment, nonce, reading, [
    {
      role: 'user',
      text: `Das Material ist Abschnitt ${number} von ${total} eines langen Textes. Schreiben Sie in Stichpunkten heraus, was darin steht: alle Aussagen, Fristen mit Datum, Beträge, Rechtsgrundlagen, Aktenzeichen, Namen, Zuständigkeiten, Pflichten und Fragen. Geben Sie sie als wörtliche Stellen in Anführungszeichen wieder, Zeichen für Zeichen abgeschrieben, Entbehrliches darin durch „…“ ersetzt; was zum Verständnis fehlt, steht in eigenen Worten davor. Höchstens ein Fünftel der Länge. Nichts hinzufügen, kein [[Bitte ergänzen: …]].\n\n${fence('Abschnitt', part, nonce)}`,
    },
  ]);
}

function textOf(reading: Reading): string {
  switch (reading.kind) {
    case 'nothing':
      return '';
    case 'document':
      return [reading.text, ...thread(reading.thread ?? '')].join('\n\n');
    case 'mail':
      return [
        reading.newest,
        ...thread(reading.thread),
        ...reading.attachments.map(({ name, text }) => `# Anlage „${name}“\n\n${text}`),
      ].join('\n\n');
  }
}

function thread(text: string): string[] {
  return text === '' ? [] : [`# Verlauf\n\n${text}`];
}

export function lengthOf(reading: Reading): number {
  return textOf(reading).length;
}

function withText(reading: Reading, text: string): Reading {
  switch (reading.kind) {
    case 'nothing':
      return reading;
    case 'document': {
      const { title, part } = reading;
      return { kind: 'document', title, part, text };
    }
    case 'mail':
      return { ...reading, newest: text, thread: '', attachments: [] };
  }
}
