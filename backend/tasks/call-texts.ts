import type { Address } from '../../contract/source.ts';
import type { TaskCall, TaskInput } from '../../contract/tasks/index.ts';
import type { RequestText } from '../privacy/recogniser.ts';
import { mapJsonTexts } from '../text/json-texts.ts';
import type { Passage } from './passages.ts';
import type { Reading } from './reading.ts';

/**
 * Whose words a text is: the source's and the earlier answers', the clerk's about it, the clerk's own details, which say
 * nothing of what the request is about, or those of a section of the internal knowledge.
 */
export type TextOf = 'matter' | 'typed' | 'author' | 'passage';

/** A call, its reading and what the knowledge has on it: all that is said to a model comes from these. */
export interface CallTexts {
  call: TaskCall;
  reading: Reading;
  passages: readonly Passage[];
}

/** A title or the name of a file alone gives few names away; behind its label it is what it is. */
const TITLE = 'Betreff: ';

/**
 * Replaces each text of a request that may hold something personal, always in the same order: the source first, then who
 * writes, what they filled in, the earlier answers, and sections of the knowledge, so that what is counted up is counted alike in
 * the next round of a conversation. The source of the input is left empty: tasks work from the reading, and a copy would be forgotten.
 */
export function mapTexts(
  { call, reading, passages }: CallTexts,
  map: (text: RequestText, of: TextOf) => string,
): CallTexts {
  const typed = (text: string) => map({ text }, 'typed');
  const mappedReading = mapReading(reading, (text) => map(text, 'matter'));
  const author = {
    // The name of a body stays; that of a person who is called there does not.
    authority: map({ text: call.author.authority }, 'author'),
    unit: map({ text: call.author.unit }, 'author'),
    name: map({ text: call.author.name, whole: 'person' }, 'author'),
    phone: map({ text: call.author.phone, whole: 'phone' }, 'author'),
    email: map({ text: call.author.email, whole: 'email' }, 'author'),
  };
  const input = mapInput(call, {
    typed,
    reference: (text) => map({ text, whole: 'reference' }, 'typed'),
    matter: (text) => map({ text }, 'matter'),
  });
  const turns = call.turns.map(({ answer, wish }) => ({
    answer: map({ text: answer }, 'matter'),
    wish: typed(wish),
  }));
  const mappedPassages = passages.map((passage) => ({
    ...passage,
    place: map({ text: passage.place, before: TITLE }, 'passage'),
    text: map({ text: passage.text }, 'passage'),
  }));
  return {
    call: { ...call, author, input, turns } as TaskCall,
    reading: mappedReading,
    passages: mappedPassages,
  };
}

/** The texts of a reading, in order. */
export function textsOf(reading: Reading): RequestText[] {
  const texts: RequestText[] = [];
  mapReading(reading, (text) => {
    texts.push(text);
    return text.text;
  });
  return texts;
}

function mapReading(reading: Reading, map: (text: RequestText) => string): Reading {
  switch (reading.kind) {
    case 'nothing':
      return reading;
    case 'document':
      return {
        kind: 'document',
        title: map({ text: reading.title, before: TITLE }),
        part: reading.part,
        text: map({ text: reading.text }),
        ...(reading.thread === undefined ? {} : { thread: map({ text: reading.thread }) }),
      };
    case 'mail': {
      // The name of a sender alone is easily missed; behind its label it is what it is.
      const address = ({ name, email }: Address, label: string): Address => ({
        name: map({ text: name, before: `${label}: `, after: email === '' ? '' : ` <${email}>` }),
        email: map({ text: email, whole: 'email' }),
      });
      return {
        ...reading,
        subject: map({ text: reading.subject, before: TITLE }),
        from: address(reading.from, 'Von'),
        to: reading.to.map((to) => address(to, 'An')),
        cc: reading.cc.map((cc) => address(cc, 'Kopie')),
        newest: map({ text: reading.newest }),
        notices: map({ text: reading.notices }),
        thread: map({ text: reading.thread }),
        attachments: reading.attachments.map(({ name, text }) => ({
          name: map({ text: name, before: TITLE }),
          text: map({ text }),
        })),
      };
    }
  }
}

const emptied = { kind: 'document', title: '', part: 'whole', text: '' } as const;

type MapText = (text: string) => string;

function mapInput(
  call: TaskCall,
  { typed, reference, matter }: Record<'typed' | 'reference' | 'matter', MapText>,
): TaskInput {
  switch (call.task) {
    case 'reply':
      return { ...call.input, source: emptied, points: typed(call.input.points) };
    case 'note':
      return {
        ...call.input,
        source: emptied,
        points: typed(call.input.points),
        reference: reference(call.input.reference),
      };
    case 'rewrite':
      return { ...call.input, source: emptied, wish: typed(call.input.wish) };
    case 'summarise':
      return { ...call.input, source: emptied, focus: typed(call.input.focus) };
    case 'lookup':
      return { ...call.input, source: emptied, question: typed(call.input.question) };
    case 'instruct':
      return { ...call.input, source: emptied, instruction: typed(call.input.instruction) };
    case 'extract':
      return {
        ...call.input,
        source: emptied,
        fields: call.input.fields.map(({ label, hint, options, ...field }) => ({
          ...field,
          label: typed(label),
          ...(hint === undefined ? {} : { hint: typed(hint) }),
          ...(options === undefined ? {} : { options: options.map(typed) }),
        })),
      };
    case 'act':
      return {
        ...call.input,
        source: emptied,
        order: typed(call.input.order),
        turnsBefore: call.input.turnsBefore.map(({ said, calls }) => ({
          said: matter(said),
          calls: calls.map(({ call: asked, answer }) => ({
            call: { ...asked, arguments: mapJsonTexts(asked.arguments, matter) },
            answer: matter(answer),
          })),
        })),
      };
  }
}
