import OpenAI from 'openai';
import { z } from 'zod';
import type { ErrorCode } from '../../contract/errors.ts';
import { addressOf } from './addresses.ts';
import type { CallPart } from './call-parts.ts';
import { systemClock, type Clock } from './clock.ts';
import { faultDetails, requestFault, streamFault } from './faults.ts';
import { ModelError, type Conversation, type Message, type Model, type OfferedTool } from './model.ts';
import { parseEvent, streamPieces, type Told } from './pieces.ts';
import { infoOf, type OpenAISettings } from './settings.ts';
import { providerFetch, type TransportDeps } from './transport.ts';

/** The SDK's own time limit is put out of the way: the guard has all limits. The longest that a timer can wait. */
const NEVER_MS = 2_147_483_647;

/**
 * A model behind OpenAI's Chat Completions protocol: OpenAI, Azure OpenAI (v1), vLLM, Ollama, IONOS, STACKIT, Mistral.
 * The SDK builds and sends the request; the answer is read here, because the SDK ends a cut stream silently,
 * hangs on a stalled one and prints what it cannot parse.
 */
export function openaiModel(
  settings: OpenAISettings,
  deps: TransportDeps,
  clock: Clock = systemClock,
): Model {
  const client = openaiClient(settings, deps);
  return {
    info: infoOf(settings),
    contextTokens: settings.contextTokens,
    stream: (conversation, signal) =>
      streamPieces(
        {
          send: (reading) =>
            client.chat.completions
              .create(requestBody(settings, conversation), { signal: reading })
              .asResponse(),
          read: readChunk,
        },
        signal,
        clock,
      ),
    async probe(signal): Promise<'ready' | ErrorCode> {
      try {
        const response = await client.models.list({ signal }).asResponse();
        await response.body?.cancel();
        return 'ready';
      } catch (error) {
        return requestFault(error, signal).code;
      }
    },
  };
}

/** The SDK as all requests to OpenAI's protocol are sent with it. */
export function openaiClient(
  settings: Pick<OpenAISettings, 'provider' | 'baseURL' | 'apiKey'>,
  deps: TransportDeps,
): OpenAI {
  return new OpenAI({
    baseURL: addressOf(settings),
    // The SDK insists on a key; without one the header that would carry it is left out.
    apiKey: settings.apiKey ?? 'none',
    defaultHeaders: settings.apiKey === null ? { Authorization: null } : {},
    // What is not said here the SDK would take from the environment, also for servers that are not OpenAI's.
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: NEVER_MS,
    logLevel: 'off',
    fetch: providerFetch(deps.fetch),
  });
}

function requestBody(
  settings: OpenAISettings,
  { system, messages, tools = [] }: Conversation,
): OpenAI.ChatCompletionCreateParamsStreaming {
  return {
    model: settings.model,
    messages: [{ role: 'system', content: system }, ...messages.map(messageOf)],
    // Not even an empty list: servers refuse it.
    ...(tools.length > 0 ? { tools: tools.map(offerOf) } : {}),
    stream: true,
    ...(settings.dialect === 'strict' ? {} : { stream_options: { include_usage: true } }),
    ...(settings.dialect === 'openai' ? { store: false } : {}),
  };
}

function messageOf(message: Message): OpenAI.ChatCompletionMessageParam {
  switch (message.role) {
    case 'user':
      return { role: 'user', content: message.text };
    case 'tool':
      return { role: 'tool', tool_call_id: message.call.id, content: message.text };
    case 'assistant': {
      const { text, calls = [] } = message;
      if (calls.length === 0) return { role: 'assistant', content: text };
      return {
        role: 'assistant',
        content: text === '' ? null : text,
        tool_calls: calls.map(({ id, tool, arguments: written }) => ({
          id,
          type: 'function',
          function: { name: nameOf(tool), arguments: isJson(written) ? written : '{}' },
        })),
      };
    }
  }
}

function offerOf({ name, description, parameters }: OfferedTool): OpenAI.ChatCompletionTool {
  return { type: 'function', function: { name, description, parameters: { ...parameters } } };
}

/** Names that a model made up may hold what the service refuses in them. */
function nameOf(tool: string): string {
  return tool.replace(/[^A-Za-z0-9_-]/gu, '_');
}

/** Servers that put arguments into a template fail on what is no JSON. */
function isJson(written: string): boolean {
  try {
    JSON.parse(written);
    return true;
  } catch {
    return false;
  }
}

const count = z.number().int().nonnegative();
/** Mistral's reasoning models send the content in parts; only those of type `text` belong to the answer. */
const content = z.union([z.string(), z.array(z.object({ type: z.string(), text: z.string().nullish() }))]);
const callDelta = z.object({
  // Left out by servers that send each call as a whole.
  index: z.number().int().nonnegative().nullish(),
  id: z.string().nullish(),
  function: z.object({ name: z.string().nullish(), arguments: z.string().nullish() }).nullish(),
});
const chunk = z.object({
  choices: z
    .array(
      z.object({
        // Azure's late filter results come without a delta.
        delta: z
          .object({
            content: content.nullish(),
            refusal: z.string().nullish(),
            tool_calls: z.array(callDelta).nullish(),
          })
          .nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .optional(),
  usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish(),
  error: z.unknown().optional(),
});

/**
 * Reads one event of a Chat Completions stream.
 * @throws ModelError
 */
export function readChunk(data: string): Told {
  if (data === '[DONE]') return { type: 'goodbye' };
  const { choices, usage, error } = parseEvent(chunk, data);
  if (error !== undefined && error !== null) throw streamFault(faultDetails({ error }));
  if (!choices && !usage) throw new ModelError('model_malformed');

  // We ask for one choice; a second one would be another answer.
  const choice = choices?.[0];
  if (choice?.delta?.refusal) throw new ModelError('model_refused');
  return {
    type: 'part',
    text: textOf(choice?.delta?.content),
    ...(choice?.delta?.tool_calls ? { calls: choice.delta.tool_calls.map(partOf) } : {}),
    usage: usage ? { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens } : undefined,
    end: endOf(choice?.finish_reason),
  };
}

function partOf({ index, id, function: called }: z.infer<typeof callDelta>): CallPart {
  return {
    index: index ?? null,
    id: id ?? undefined,
    name: called?.name ?? undefined,
    arguments: called?.arguments ?? undefined,
  };
}

function textOf(value: z.infer<typeof content> | null | undefined): string {
  if (typeof value === 'string') return value;
  return (value ?? []).map((part) => (part.type === 'text' ? (part.text ?? '') : '')).join('');
}

function endOf(finishReason: string | null | undefined): 'complete' | ModelError | undefined {
  switch (finishReason) {
    case null:
    case undefined:
    case '':
      return undefined;
    case 'stop':
    case 'tool_calls':
      return 'complete';
    case 'length':
    case 'model_length': // Mistral
      return new ModelError('answer_too_long');
    case 'content_filter':
      return new ModelError('model_refused');
    case 'error': // Mistral
    case 'abort': // vLLM
      return new ModelError('model_cut');
    default:
      return new ModelError('model_malformed');
  }
}
