import type { Conversation, Message } from './model.ts';

/** Characters of everything that a model is told: also the calls of earlier turns, and the tools that it is offered. */
export function charsOf({ system, messages, tools = [] }: Conversation): number {
  const said = messages.reduce((chars, message) => chars + charsOfMessage(message), system.length);
  return tools.reduce(
    (chars, { name, description, parameters }) =>
      chars + name.length + description.length + JSON.stringify(parameters).length,
    said,
  );
}

function charsOfMessage(message: Message): number {
  const calls = message.role === 'assistant' ? (message.calls ?? []) : [];
  return calls.reduce(
    (chars, { tool, arguments: written }) => chars + tool.length + written.length,
    message.text.length,
  );
}
