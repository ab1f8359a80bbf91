import { type Content, GoogleGenAI, type Part, type Tool } from '@google/genai';
import { z } from 'zod';
import type { ErrorCode } from '../../contract/errors.ts';
import { addressOf } from './addresses.ts';
import { argumentsObject, type CallPart, OWN_ID } from './call-parts.ts';
import { systemClock, type Clock } from './clock.ts';
import { faultDetails, requestFault, streamFault } from './faults.ts';
import { ModelError, type Conversation, type Message, type Model, type OfferedTool } from './model.ts';
import { parseEvent, streamPieces, type Told } from './pieces.ts';
import { infoOf, type GeminiSettings } from './settings.ts';
import { providerFetch, type Fetch, type TransportDeps } from './transport.ts';

/**
 * A model behind Google's Gemini API. The SDK builds and signs the request and hands it to our `fetch`, which keeps
 * the answer: read by the SDK, a cut stream would end silently, a stop would leave the upstream open for seconds,
 * and parsing would cost many times as much.
 */
export function geminiModel(
  settings: GeminiSettings,
  deps: TransportDeps,
  clock: Clock = systemClock,
): Model {
  const fetch = providerFetch(deps.fetch);
  const client = geminiClient(settings);
  return {
    info: infoOf(settings),
    contextTokens: settings.contextTokens,
    stream: (conversation, signal) =>
      streamPieces(
        {
          send: (reading) =>
            caught(fetch, reading, (hook) =>
              client.models.generateContentStream({
                model: settings.model,
                contents: contentsOf(conversation, settings.model),
                config: {
                  systemInstruction: conversation.system,
                  ...toolsOf(conversation.tools ?? []),
                  // Either would send further requests of its own.
                  automaticFunctionCalling: { disable: true },
                  automaticContinuation: false,
                  httpOptions: { fetch: hook },
                },
              }),
            ),
          read: readChunk,
        },
        signal,
        clock,
      ),
    async probe(signal): Promise<'ready' | ErrorCode> {
      try {
        const response = await caught(fetch, signal, (hook) =>
          client.models.get({ model: settings.model, config: { httpOptions: { fetch: hook } } }),
        );
        await response.body?.cancel();
        return 'ready';
      } catch (error) {
        return requestFault(error, signal).code;
      }
    },
  };
}

/** The SDK as all requests to Gemini are built with it. */
export function geminiClient(settings: Pick<GeminiSettings, 'provider' | 'baseURL' | 'apiKey'>): GoogleGenAI {
  return new GoogleGenAI({
    apiKey: settings.apiKey,
    // What is not said here the SDK would take from the environment.
    vertexai: false,
    httpOptions: {
      baseUrl: addressOf(settings),
      apiVersion: 'v1beta',
    },
  });
}

/**
 * Lets the SDK send a request and keeps the answer; the SDK itself gets an empty one.
 * @throws what the request fails with
 */
export async function caught(
  fetch: Fetch,
  signal: AbortSignal,
  request: (hook: Fetch) => Promise<unknown>,
): Promise<Response> {
  const answers: Response[] = [];
  await request(async (url, init) => {
    answers.push(await fetch(url, { ...init, signal }));
    return new Response('{}', { headers: { 'content-type': 'application/json' } });
  });
  const [answer] = answers;
  if (!answer) throw new ModelError('internal');
  return answer;
}

function toolsOf(offered: readonly OfferedTool[]): { tools?: Tool[] } {
  if (offered.length === 0) return {};
  const functionDeclarations = offered.map(({ name, description, parameters }) => ({
    name,
    description,
    parametersJsonSchema: parameters,
  }));
  return { tools: [{ functionDeclarations }] };
}

/** What Gemini takes in place of a signature for a call that another model made (its guide on thought signatures). */
const NO_SIGNATURE = 'skip_thought_signature_validator';
/** Those from the third generation on refuse a call without one. */
const ASKS_FOR_SIGNATURES = /^gemini-(?:[3-9]|[1-9]\d)/u;

function contentsOf({ messages }: Conversation, model: string): Content[] {
  const contents: Content[] = [];
  for (const message of messages) {
    const content = contentOf(message, model);
    const last = contents.at(-1);
    // The answers to all calls of a turn belong into one content, in the order of the calls.
    if (message.role === 'tool' && last?.role === 'user') last.parts?.push(...(content.parts ?? []));
    else contents.push(content);
  }
  return contents;
}

function contentOf(message: Message, model: string): Content {
  switch (message.role) {
    case 'user':
      return { role: 'user', parts: [{ text: message.text }] };
    case 'tool': {
      const { id, tool } = message.call;
      const response = { output: message.text };
      return { role: 'user', parts: [{ functionResponse: { ...sentId(id), name: tool, response } }] };
    }
    case 'assistant': {
      const { text, calls = [] } = message;
      const parts = calls.map(({ id, tool, arguments: written, signature }, index): Part => {
        const missing = index === 0 && ASKS_FOR_SIGNATURES.test(model) ? NO_SIGNATURE : undefined;
        const thoughtSignature = signature ?? missing;
        return {
          functionCall: { ...sentId(id), name: tool, args: argumentsObject(written) },
          ...(thoughtSignature === undefined ? {} : { thoughtSignature }),
        };
      });
      return { role: 'model', parts: text === '' && parts.length > 0 ? parts : [{ text }, ...parts] };
    }
  }
}

/** Only ids of the provider's own: where it gave none, calls and answers belong together by their order. */
function sentId(id: string): { id?: string } {
  return id.startsWith(OWN_ID) ? {} : { id };
}

const count = z.number().int().nonnegative().nullish();
const functionCall = z.object({
  id: z.string().nullish(),
  name: z.string(),
  args: z.record(z.string(), z.unknown()).nullish(),
});
const chunk = z.object({
  candidates: z
    .array(
      z.object({
        content: z
          .object({
            parts: z
              .array(
                z.object({
                  text: z.string().nullish(),
                  thought: z.boolean().nullish(),
                  functionCall: functionCall.nullish(),
                  thoughtSignature: z.string().nullish(),
                }),
              )
              .nullish(),
          })
          .nullish(),
        finishReason: z.string().nullish(),
      }),
    )
    .nullish(),
  promptFeedback: z.object({ blockReason: z.string().nullish() }).nullish(),
  usageMetadata: z
    .object({ promptTokenCount: count, candidatesTokenCount: count, thoughtsTokenCount: count })
    .nullish(),
  error: z.unknown().optional(),
});

/**
 * Reads one event of a `streamGenerateContent` stream.
 * @throws ModelError
 */
export function readChunk(data: string): Told {
  const { candidates, promptFeedback, usageMetadata, error } = parseEvent(chunk, data);
  if (error !== undefined && error !== null) throw streamFault(faultDetails({ error }));
  if (promptFeedback?.blockReason) throw new ModelError('model_refused');

  const candidate = candidates?.[0];
  const parts = candidate?.content?.parts ?? [];
  const calls = parts.flatMap(({ functionCall: called, thoughtSignature }): CallPart[] =>
    called ? [partOf(called, thoughtSignature ?? undefined)] : [],
  );
  return {
    type: 'part',
    // What the model thinks before it answers is no part of the answer.
    text: parts.map((part) => (part.thought ? '' : (part.text ?? ''))).join(''),
    ...(calls.length > 0 ? { calls } : {}),
    usage: usageMetadata
      ? {
          inputTokens: usageMetadata.promptTokenCount ?? 0,
          outputTokens: (usageMetadata.candidatesTokenCount ?? 0) + (usageMetadata.thoughtsTokenCount ?? 0),
        }
      : undefined,
    end: endOf(candidate?.finishReason),
  };
}

/** Gemini sends each call as a whole. */
function partOf({ id, name, args }: z.infer<typeof functionCall>, signature: string | undefined): CallPart {
  return { index: null, id: id ?? undefined, name, arguments: JSON.stringify(args ?? {}), signature };
}

function endOf(finishReason: string | null | undefined): 'complete' | ModelError | undefined {
  switch (finishReason) {
    case null:
    case undefined:
    case '':
      return undefined;
    case 'STOP':
      return 'complete';
    case 'MAX_TOKENS':
      return new ModelError('answer_too_long');
    case 'SAFETY':
    case 'RECITATION':
    case 'PROHIBITED_CONTENT':
    case 'BLOCKLIST':
    case 'SPII':
    case 'LANGUAGE':
      return new ModelError('model_refused');
    case 'OTHER':
      return new ModelError('model_cut');
    default:
      return new ModelError('model_malformed');
  }
}
