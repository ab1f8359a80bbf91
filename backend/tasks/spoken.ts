import type { Conversation, Message } from '../models/model.ts';

/** A message as a person reads it. */
export interface Spoken {
  role: 'system' | 'user' | 'assistant';
  text: string;
}

/** All that a conversation says to a model, letter by letter, also the tools that it offers and the calls in it. */
export function spokenOf(conversation: Conversation): Spoken[] {
  const { system, messages, tools = [] } = conversation;
  const offered = tools.map(
    ({ name, description, parameters }) => `Werkzeug ${name}: ${description}\n${JSON.stringify(parameters)}`,
  );
  return [
    { role: 'system', text: system },
    ...(offered.length > 0 ? [{ role: 'system' as const, text: offered.join('\n\n') }] : []),
    ...messages.map((message) => ({
      role: message.role === 'tool' ? ('user' as const) : message.role,
      text: spokenIn(message),
    })),
  ];
}

/** A message with its calls in words. */
export function spokenIn(message: Message): string {
  const calls = message.role === 'assistant' ? (message.calls ?? []) : [];
  const asked = calls.map(({ tool, arguments: written }) => `Aufruf von ${tool}: ${written}`);
  return [...(message.text === '' && asked.length > 0 ? [] : [message.text]), ...asked].join('\n');
}
