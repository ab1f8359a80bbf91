import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as a provider saw it. */
export interface SeenEmbedding {
  path: string;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
  texts: string[];
}

/** What to do with a request instead of answering it properly. */
export type EmbeddingFault = { status: number; body: string } | { answer: unknown } | 'silence' | null;

export interface ScriptedEmbeddings {
  /** The base address for Gemini; with `/v1` that for OpenAI's protocol. */
  url: string;
  requests: SeenEmbedding[];
  /** Asked for each request; null answers it properly. */
  fault: (seen: SeenEmbedding) => EmbeddingFault;
  close(): Promise<void>;
}

/**
 * A provider of embeddings on loopback that speaks OpenAI's and Gemini's wire formats. A text's vector counts its
 * vowels (a, e, i, o, u), so that tests know what is near what.
 */
export async function startScriptedEmbeddings(): Promise<ScriptedEmbeddings> {
  const provider: Omit<ScriptedEmbeddings, 'url' | 'close'> = { requests: [], fault: () => null };
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const gemini = request.url?.includes(':batchEmbedContents') === true;
      const texts = gemini ? geminiTexts(body) : ([body['input']].flat() as string[]);
      const seen = { path: request.url ?? '', headers: request.headers, body, texts };
      provider.requests.push(seen);
      const fault = provider.fault(seen);
      if (fault === 'silence') return;
      response.setHeader('content-type', 'application/json');
      if (fault !== null && 'status' in fault) {
        response.statusCode = fault.status;
        response.end(fault.body);
      } else if (fault !== null) response.end(JSON.stringify(fault.answer));
      else response.end(JSON.stringify(gemini ? geminiAnswer(texts) : openaiAnswer(texts)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(provider, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

export function vowelsOf(text: string): number[] {
  return ['a', 'e', 'i', 'o', 'u'].map((vowel) => text.toLowerCase().split(vowel).length - 1);
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as Record<string, unknown>;
}

function geminiTexts(body: Record<string, unknown>): string[] {
  const { requests } = body as { requests: { content: { parts: { text: string }[] } }[] };
  return requests.map(({ content }) => content.parts.map(({ text }) => text).join(''));
}

function geminiAnswer(texts: string[]) {
  return { embeddings: texts.map((text) => ({ values: vowelsOf(text) })) };
}

/** In the reverse order, which the format allows. */
function openaiAnswer(texts: string[]) {
  const data = texts.map((text, index) => ({ object: 'embedding', index, embedding: vowelsOf(text) }));
  return { object: 'list', data: data.toReversed(), usage: { prompt_tokens: 7, total_tokens: 7 } };
}
