import type { TaskCall, TaskName } from '../../contract/tasks/index.ts';
import type { Conversation, Message } from '../models/model.ts';
import { newNonce } from './fence.ts';
import type { Reading } from './reading.ts';
import { houseRules } from './rules.ts';
import type { Question } from './task.ts';
import { tasks } from './tasks.ts';

/**
 * What is said to a model for a call: the rules of the house, the question with the source inside its fence, and for
 * a refinement the earlier answers with the wishes.
 * @param whole the source itself, where `reading` holds notes on it
 */
export function conversationFor(
  call: TaskCall,
  reading: Reading,
  today: Date,
  whole: Reading = reading,
): Conversation {
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
    author: call.author,
    today,
    nonce,
  });
  return {
    system: houseRules(nonce, today),
    messages: [{ role: 'user', text: question }, ...history],
    brief: { call, reading, today },
  };
}

// The task's name and its input belong together in a TaskCall; TypeScript loses that across the lookup.
function ask<Name extends TaskName>(name: Name, question: Question<TaskName>): string {
  return tasks[name].ask(question as Question<Name>);
}

/** Characters of everything that is said. */
export function conversationLength(conversation: Conversation): number {
  return conversation.messages.reduce((sum, { text }) => sum + text.length, conversation.system.length);
}
