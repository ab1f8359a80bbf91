import { MAX_QUESTION_CHARS, type KnowledgeScope } from '../../contract/knowledge.ts';
import type { TaskCall } from '../../contract/tasks/index.ts';
import { questionsOfLetter } from '../checks/letter-questions.ts';
import { createStemmer, wordsOf } from '../text/words.ts';
import type { Inquiry } from './knowledge.ts';
import type { Reading } from './reading.ts';

/** Questions of a letter that are looked up. */
const MAX_ASKED = 5;
/** Words that a text has often are what it is about. */
const MAX_KEYWORDS = 12;
const MIN_KEYWORD_CHARS = 6;
/** Characters of a text that its words are taken from. */
const MAX_READ_CHARS = 20_000;
/** Characters of what is open that a model gets beside a question. */
const MAX_CONTEXT_CHARS = 6_000;

/** Where a call wants the internal knowledge to be drawn on; null where it does not. */
export function scopeOfCall(call: TaskCall): KnowledgeScope | null {
  switch (call.task) {
    case 'lookup':
      return call.input.scope;
    case 'reply':
    case 'note':
      return call.input.knowledge ?? null;
    case 'rewrite':
    case 'summarise':
    case 'instruct':
    case 'extract':
    case 'act':
      return null;
  }
}

/**
 * What a call looks for: the person's own words first; where they have none, or where a letter is answered, what is open
 * says what it is about.
 * @returns null where nothing is looked for
 */
export function inquiryOf(call: TaskCall, whole: Reading, words: string): Inquiry | null {
  const scope = scopeOfCall(call);
  if (scope === null) return null;
  const typed = [typedIn(call), ...call.turns.slice(-1).map(({ wish }) => wish)].filter(Boolean).join('\n');
  const alone = call.task === 'lookup' && typed !== '';
  const question = (alone ? typed : [typed, ...matterOf(whole)].filter(Boolean).join('\n')).trim();
  return question === '' ? null : { question: question.slice(0, MAX_QUESTION_CHARS), words, scope };
}

/** What a person asks in their own words; empty where the source alone asks. */
export function typedIn(call: TaskCall): string {
  switch (call.task) {
    case 'lookup':
      return call.input.question;
    case 'reply':
    case 'note':
      return call.input.points;
    case 'rewrite':
    case 'summarise':
    case 'instruct':
    case 'extract':
    case 'act':
      return '';
  }
}

/** Of a source: its subject, what it asks, and the words that it has most. */
function matterOf(reading: Reading): string[] {
  if (reading.kind === 'nothing') return [];
  const [title, text] =
    reading.kind === 'mail' ? [reading.subject, reading.newest] : [reading.title, reading.text];
  const asked = questionsOfLetter(reading).slice(0, MAX_ASKED);
  return [title, ...asked.map(({ sentence }) => sentence.text), keywordsOf(text).join(' ')];
}

/** The long words of a text that carry meaning, the most frequent first. */
function keywordsOf(text: string): string[] {
  const stem = createStemmer();
  const counts = new Map<string, { word: string; count: number }>();
  for (const word of wordsOf(text.slice(0, MAX_READ_CHARS))) {
    const [key] = word.length < MIN_KEYWORD_CHARS ? [] : stem(word);
    if (key === undefined) continue;
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { word, count: 1 });
  }
  const ordered = [...counts.values()].sort((a, b) => b.count - a.count);
  return ordered.slice(0, MAX_KEYWORDS).map(({ word }) => word);
}

/** For a lookup what is open is only its context: its beginning is enough, so that no long source is read for it. */
export function contextOf(call: TaskCall, reading: Reading): Reading {
  if (call.task !== 'lookup') return reading;
  switch (reading.kind) {
    case 'nothing':
      return reading;
    case 'document': {
      const { title, part, text } = reading;
      return { kind: 'document', title, part, text: beginningOf(text) };
    }
    case 'mail':
      return { ...reading, newest: beginningOf(reading.newest), notices: '', thread: '', attachments: [] };
  }
}

function beginningOf(text: string): string {
  if (text.length <= MAX_CONTEXT_CHARS) return text;
  const end = text.lastIndexOf(' ', MAX_CONTEXT_CHARS);
  return `${text.slice(0, end > MAX_CONTEXT_CHARS / 2 ? end : MAX_CONTEXT_CHARS)} …`;
}
