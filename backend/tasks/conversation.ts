import type { GenderForm } from '../../contract/policy.ts';
import type { TaskCall, TaskName } from '../../contract/tasks/index.ts';
import { charsOf } from '../models/conversation-chars.ts';
import type { Conversation, Message } from '../models/model.ts';
import { turnsOfAct, withTools } from './act-conversation.ts';
import { newNonce } from './fence.ts';
import type { Passage } from './passages.ts';
import type { Reading } from './reading.ts';
import { houseRules } from './rules.ts';
import { spokenIn } from './spoken.ts';
import type { Question } from './task.ts';
import { tasks } from './tasks.ts';

/** What is asked of a model: a call as the model may see it. */
export interface Assignment<Call extends TaskCall = TaskCall> {
  call: Call;
  /** Sections of the knowledge; empty where none are drawn on. */
  passages: readonly Passage[];
  today: Date;
  gender: GenderForm;
  /** What a model has to know of the placeholders in what it is told; empty where there are none. */
  placeholderRules(said: string): string;
}

/**
 * What is said to a model for an assignment: the rules of the house, the question with the source inside its fence, and
 * for a refinement the earlier answers with the wishes.
 * @param whole the source itself, where `reading` holds notes on it
 */
export function conversationFor(
  assignment: Assignment,
  reading: Reading,
  whole: Reading = reading,
): Conversation {
  const { call, passages, today } = assignment;
  const nonce = newNonce();
  const history = call.turns.flatMap<Message>(({ answer, wish }) => [
    { role: 'assistant', text: answer },
    {
      role: 'user',
      text: `Überarbeiten Sie den letzten Text nach diesem Wunsch und geben Sie den ganzen neuen Text aus. Alle Regeln gelten weiter.\n\nWunsch: ${wish}`,
    },
  ]);
  const question = ask(call.task, {
    input: call.input,
    reading,
    whole,
    passages,
    author: call.author,
    today,
    nonce,
  });
  const first: Message = { role: 'user', text: question };
  if (call.task !== 'act') return withRules(assignment, nonce, reading, [first, ...history]);
  const turns = turnsOfAct(call.input, nonce);
  return withTools(withRules(assignment, nonce, reading, [first, ...turns]), call.input);
}

/** A conversation under the rules of the house and of the placeholders in it. */
export function withRules(
  { call, passages, today, gender, placeholderRules }: Assignment,
  nonce: string,
  reading: Reading,
  messages: Message[],
): Conversation {
  const placeholders = placeholderRules(messages.map(spokenIn).join('\n'));
  return {
    system: [houseRules(nonce, today, gender), placeholders].filter((rules) => rules !== '').join('\n\n'),
    messages,
    brief: { call, reading, passages, today },
  };
}

// The task's name and its input belong together in a TaskCall; TypeScript loses that across the lookup.
function ask<Name extends TaskName>(name: Name, question: Question<TaskName>): string {
  return tasks[name].ask(question as Question<Name>);
}

/** Characters of everything that is said. */
export function conversationLength(conversation: Conversation): number {
  return charsOf(conversation);
}
