import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { wireEvents } from '../../../backend/models/testing/wire.ts';

/** Answers what the model is asked. */
export type Script = (prompt: string) => string;

/** A provider that speaks OpenAI's wire format and says what it is told to. */
export interface ScriptedModel {
  address: URL;
  script: Script;
  stop(): void;
}

const PIECE_CHARS = 7;

/** Listens on a free port of this machine. */
export async function startScriptedModel(): Promise<ScriptedModel> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { messages } = JSON.parse(Buffer.concat(parts).toString('utf8')) as {
        messages: { content: string }[];
      };
      const text = model.script(messages.map(({ content }) => content).join('\n'));
      const pieces = text.match(new RegExp(`[\\s\\S]{1,${PIECE_CHARS}}`, 'gu')) ?? [];
      const events = wireEvents('openai', { pieces, thoughts: 0, ending: 'stop', usage: true }, 'scripted');
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      response.end(events.join(''));
    });
  });
  const listening = Promise.withResolvers<undefined>();
  server.listen(0, '127.0.0.1', () => listening.resolve(undefined));
  await listening.promise;
  const model: ScriptedModel = {
    address: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    script: () => '',
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
  return model;
}
