import { noChoice } from '../../../../contract/privacy.ts';
import { noAuthor, type Author, type TaskCall, type TaskName } from '../../../../contract/tasks/index.ts';
import { CONTRACT_VERSION } from '../../../../contract/limits.ts';
import type { Passage } from '../../../tasks/passages.ts';
import type { Reading } from '../../../tasks/reading.ts';
import type { Brief, Conversation } from '../../model.ts';
import { builtinModel } from '../index.ts';
import type { CallOf } from '../task.ts';

export const clerk: Author = {
  authority: 'Kreisverwaltung Kusel',
  unit: 'Fachbereich 1',
  name: 'Petra Klein',
  phone: '06381 424-0',
  email: 'petra.klein@kv.example',
};

export function documentOf(text: string, title = ''): Reading {
  return { kind: 'document', title, part: 'whole', text };
}

export function mailOf(newest: string, more: Partial<Extract<Reading, { kind: 'mail' }>> = {}): Reading {
  return {
    kind: 'mail',
    subject: 'Ihre Anfrage',
    from: { name: '', email: '' },
    to: [],
    cc: [],
    date: new Date('2026-05-12T09:00:00Z'),
    newest,
    thread: '',
    notices: '',
    attachments: [],
    ...more,
  };
}

export interface Asked {
  turns?: TaskCall['turns'];
  author?: Author;
  passages?: readonly Passage[];
}

/** A conversation of which the built-in model uses the brief alone. */
export function conversationOf<Name extends TaskName>(
  task: Name,
  input: Omit<CallOf<Name>['input'], 'source'>,
  reading: Reading,
  { turns = [], author = noAuthor, passages = [] }: Asked = {},
): Conversation {
  const source = { kind: 'nothing' };
  const frame = { version: CONTRACT_VERSION, model: null, author, privacy: noChoice };
  const call = { task, ...frame, input: { ...input, source }, turns };
  const brief: Brief = {
    call: call as unknown as TaskCall,
    reading,
    passages,
    today: new Date('2026-11-23T10:00:00Z'),
  };
  return { system: '', messages: [], brief };
}

/** The whole answer of the built-in model. */
export async function answer<Name extends TaskName>(
  task: Name,
  input: Omit<CallOf<Name>['input'], 'source'>,
  reading: Reading,
  asked: Asked = {},
): Promise<string> {
  let text = '';
  const conversation = conversationOf(task, input, reading, asked);
  for await (const piece of builtinModel().stream(conversation, new AbortController().signal)) {
    if (piece.type === 'text') text += piece.text;
  }
  return text;
}
