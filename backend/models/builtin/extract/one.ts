import type { Field } from '../../../../contract/agents/value.ts';
import { germanDate } from '../../../../contract/german-date.ts';
import { factsOf, type Digest } from '../../../text/digest.ts';
import { documentDay } from '../../../text/document-day.ts';
import type { FactKind } from '../../../text/facts.ts';
import { fieldsOf } from '../../../text/fields.ts';
import { questionsIn } from '../../../text/questions.ts';
import type { Sentence } from '../../../text/sentences.ts';
import { sender } from '../circular.ts';
import { excerpt } from '../context.ts';
import { subjectOf } from '../subject.ts';
import type { Desk } from '../task.ts';
import { isDuration } from './durations.ts';
import { mentionsOf, valueIn } from './kinds.ts';
import { type Hit, type Labelled, labelledIn } from './labelled.ts';
import { filedWithIn, recipientIn } from './letter-places.ts';
import { type Fit, fitOf, topicOf, type Topic } from './words.ts';

/** A text as its fields are looked for in it. */
export interface Ground {
  from: Digest;
  desk: Desk;
  labelled: readonly Labelled[];
}

export function groundOf(from: Digest, desk: Desk): Ground {
  return { from, desk, labelled: labelledIn(from) };
}

const FACTS: Partial<Record<Topic, FactKind>> = {
  reference: 'reference',
  responsible: 'responsible',
  action: 'action',
  law: 'law',
};
/** Of these the value itself is what is wanted, and not the sentence that says it. */
const VALUES: ReadonlySet<Topic> = new Set(['reference', 'law']);

function whole(from: Digest, sentence: Sentence): Hit {
  return { value: sentence.text, passage: excerpt(from, sentence).passage };
}

/** "Der ganze Wortlaut": not only its first paragraph. */
function wantsWhole({ kind, hint = '' }: Field): boolean {
  return kind === 'text' && /(?<!\p{L})(?:ganze[rn]?|vollständige[rn]?)(?!\p{L})/iu.test(hint);
}

/** The head of a mail or letter says some things without a label. */
function ofHead(topic: Topic | null, { from, desk }: Ground): Hit | null {
  const { reading } = desk;
  const own = (value: string): Hit | null => (value === '' ? null : { value, passage: value });
  if (topic === 'sender') return own(sender(from, fieldsOf(from), desk));
  if (topic === 'subject') return own(subjectOf(from, fieldsOf(from), desk));
  if (topic !== 'writtenOn') return null;
  const mailed = reading.kind === 'mail' && reading.date ? germanDate(reading.date) : '';
  return mailed ? { value: mailed, passage: `Datum: ${mailed}` } : own(documentDay(from, fieldsOf(from)));
}

/** What is recognised by its form: an Aktenzeichen, who is in charge, an address. */
function ofTopic(topic: Topic | null, { from }: Ground, fit: Fit): Hit | null {
  if (topic === 'question') {
    const [asked] = questionsIn(from.sentences);
    return asked ? whole(from, asked.sentence) : null;
  }
  if (topic === 'recipient') return recipientIn(from);
  if (topic === 'hearing') return firstSaying(HEARD, from);
  if (topic === 'filedWith') return filedWithIn(from);
  if (topic === 'email' || topic === 'phone') {
    const isMail = topic === 'email';
    const found = factsOf(from, 'contact').filter(({ value }) =>
      isMail ? value.includes('@') : /^[+0]/u.test(value),
    );
    return oneOf(found.map(({ value, sentence }) => ({ value, passage: whole(from, sentence).passage })));
  }
  const kind = topic && FACTS[topic];
  if (!topic || !kind) return null;
  const found = factsOf(from, kind).map(({ value, sentence }) => ({
    value: VALUES.has(topic) ? value : sentence.text,
    passage: whole(from, sentence).passage,
  }));
  return nearest(found, fit);
}

/** § 28 VwVfG, in the words of those who tell of it. */
const HEARD =
  /(?<!\p{L})(?:angehört|Anhörung|Gelegenheit[^.!?]{0,40} (?:Äußerung|äußern|Stellungnahme))(?!\p{L})/u;

/** The first sentence in which something is said. */
function firstSaying(words: RegExp, from: Digest): Hit | null {
  const found = from.sentences.find(({ text }) => words.test(text));
  return found ? whole(from, found) : null;
}

/** The one value there is; null where there are several different ones. */
function oneOf(hits: readonly Hit[]): Hit | null {
  const [first] = hits;
  return first && hits.every(({ value }) => value === first.value) ? first : null;
}

/** The hit with most words of the field around it; the first one of those that are alike. */
function nearest(hits: readonly Hit[], fit: Fit): Hit | null {
  let best: Hit | null = null;
  let most = -1;
  for (const hit of hits) {
    const words = fit.inText(hit.passage);
    if (words > most) [best, most] = [hit, words];
  }
  return best;
}

/** Dates, amounts, numbers and choices: those of the sentence that speaks of the field, or the only one there is. */
function ofKind(field: Field, { from }: Ground, fit: Fit, topic: Topic | null): Hit | null {
  const due =
    field.kind === 'datum' && topic === 'deadline'
      ? factsOf(from, 'deadline').filter(({ iso }) => iso !== null)
      : [];
  if (due.length > 0)
    return nearest(
      due.map(({ value, sentence }) => ({ value, passage: whole(from, sentence).passage })),
      fit,
    );
  // A number of things is nothing without its words; a date or an amount may stand alone.
  const spoken =
    field.kind === 'zahl' && !isDuration(field)
      ? from.sentences.filter(({ text }) => fit.allIn(text))
      : from.sentences;
  const hits = spoken.flatMap((sentence) =>
    mentionsOf(field, sentence.text).map((value) => ({
      hit: { ...whole(from, sentence), value },
      words: fit.inText(sentence.text),
    })),
  );
  if (isDuration(field)) return oneOf(hits.map(({ hit }) => hit));
  const most = Math.max(0, ...hits.map(({ words }) => words));
  if (most < 1) return topic !== null ? null : oneOf(hits.map(({ hit }) => hit));
  return oneOf(hits.filter(({ words }) => words === most).map(({ hit }) => hit));
}

/** The sentence that has all words of a label. */
function ofWords({ from }: Ground, fit: Fit): Hit | null {
  const said = from.sentences.find(({ text, block }) => block.kind !== 'row' && fit.allIn(text));
  return said ? whole(from, said) : null;
}

/**
 * Where a text says the value of a field: beside a label that names it, at the place where letters have it, or in the
 * sentence that speaks of it. Of several that fit alike and differ none is taken.
 */
export function findOne(field: Field, ground: Ground): Hit | null {
  const { labelled, desk, from } = ground;
  const fit = fitOf(field, desk.stemmer);
  const topic = topicOf(field.label);
  const mailed = desk.reading.kind === 'mail' ? ofHead(topic, ground) : null;
  if (mailed) return mailed;
  let best: Hit | null = null;
  let most = 0;
  for (const one of labelled) {
    const { label } = one;
    const { value, passage } = (wantsWhole(field) ? one.whole : null) ?? one;
    const words = fit.ofLabel(label);
    const read = words > most ? valueIn(field, value) : null;
    if (read === null) continue;
    best = { value: read, passage };
    most = words;
  }
  if (best) return best;
  if (field.kind === 'ja_nein') return null;
  const head = ofHead(topic, ground);
  const headValue = head && valueIn(field, head.value);
  if (head && headValue !== null) return { value: headValue ?? head.value, passage: head.passage };
  if (field.kind !== 'text') return from.sentences.length === 0 ? null : ofKind(field, ground, fit, topic);
  return ofTopic(topic, ground, fit) ?? (topic === null ? ofWords(ground, fit) : null);
}
