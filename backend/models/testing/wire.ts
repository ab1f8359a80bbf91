/** A call of a tool as the scripted provider is to send it. */
export interface ScriptedCall {
  tool: string;
  /** JSON, or what a model wrongly writes in its place; Gemini only knows good JSON. */
  arguments: string;
  /** Into how many events the arguments are cut where the format cuts them; 1 where it is not said. */
  chunks?: number;
  /** Gemini's thought signature. */
  signature?: string;
}

/** An answer as the scripted provider is to give it, before it is put into a wire format. */
export interface ScriptedAnswer {
  /** The pieces of the text, one event each. */
  pieces: readonly string[];
  /** What it calls after the text. */
  calls?: readonly ScriptedCall[];
  /** Events with thoughts before the text; they are no part of the answer. */
  thoughts: number;
  /** How the answer ends: properly, without any end mark, or with one of the ends that are none. */
  ending: 'stop' | 'none' | 'length' | 'filter' | 'refusal' | 'error';
  /** Whether figures are sent. */
  usage: boolean;
}

/** The two wire formats that the scripted provider speaks. */
export type WireFormat = 'openai' | 'gemini';

/** The figures in every answer that has some. */
export const scriptedUsage = { inputTokens: 11, outputTokens: 7 };

/**
 * The server-sent events of an answer, one string each, as the real services send them.
 * @param model the name of the model as in the request
 */
export function wireEvents(format: WireFormat, answer: ScriptedAnswer, model: string): string[] {
  return format === 'openai' ? openaiEvents(answer, model) : geminiEvents(answer, model);
}

function openaiEvents(
  { pieces, calls = [], thoughts, ending, usage }: ScriptedAnswer,
  model: string,
): string[] {
  const event = (rest: object) =>
    `data: ${JSON.stringify({
      id: 'chatcmpl-scripted',
      object: 'chat.completion.chunk',
      created: 1_790_000_000,
      model,
      service_tier: 'default',
      system_fingerprint: null,
      ...rest,
    })}\n\n`;
  const delta = (content: object, finish: string | null = null) =>
    event({
      choices: [{ index: 0, delta: content, logprobs: null, finish_reason: finish }],
      ...(usage && { usage: null }),
    });
  const start = [
    delta({ role: 'assistant', content: '', refusal: null }),
    ...Array.from({ length: thoughts }, () => delta({ reasoning_content: 'Hm. ' })),
    ...pieces.map((content) => delta({ content })),
    ...calls.flatMap((call, index) => openaiCall(call, index).map((one) => delta({ tool_calls: [one] }))),
  ];
  const figures = {
    prompt_tokens: scriptedUsage.inputTokens,
    completion_tokens: scriptedUsage.outputTokens,
    total_tokens: scriptedUsage.inputTokens + scriptedUsage.outputTokens,
  };
  const end = (reason: string) => [
    delta({}, reason),
    ...(usage ? [event({ choices: [], usage: figures })] : []),
    'data: [DONE]\n\n',
  ];
  switch (ending) {
    case 'stop':
      return [...start, ...end(calls.length > 0 ? 'tool_calls' : 'stop')];
    case 'length':
      return [...start, ...end('length')];
    case 'filter':
      return [...start, ...end('content_filter')];
    case 'refusal':
      return [...start, delta({ refusal: 'I will not.' }), ...end('stop')];
    case 'error': {
      const error = { message: 'The server had an error.', type: 'server_error', param: null, code: null };
      return [...start, `data: ${JSON.stringify({ error })}\n\n`];
    }
    case 'none':
      return start;
  }
}

/** Name and id first, then the arguments piece by piece. */
function openaiCall({ tool, arguments: written, chunks = 1 }: ScriptedCall, index: number): object[] {
  const size = Math.max(1, Math.ceil(written.length / chunks));
  const pieces = Array.from({ length: Math.ceil(written.length / size) }, (_none, at) =>
    written.slice(at * size, (at + 1) * size),
  );
  return [
    { index, id: `call_${index + 1}`, type: 'function', function: { name: tool, arguments: '' } },
    ...pieces.map((piece) => ({ index, function: { arguments: piece } })),
  ];
}

function geminiEvents(
  { pieces, calls = [], thoughts, ending, usage }: ScriptedAnswer,
  model: string,
): string[] {
  const event = (body: object) => `data: ${JSON.stringify(body)}\r\n\r\n`;
  const figures = (outputTokens: number) =>
    usage && {
      usageMetadata: {
        promptTokenCount: scriptedUsage.inputTokens,
        candidatesTokenCount: outputTokens,
        totalTokenCount: scriptedUsage.inputTokens + outputTokens,
      },
    };
  const candidate = (parts: object[], finishReason?: string) =>
    event({
      candidates: [
        { content: { parts, role: 'model' }, ...(finishReason !== undefined && { finishReason }), index: 0 },
      ],
      ...figures(finishReason === undefined ? 1 : scriptedUsage.outputTokens),
      modelVersion: model,
      responseId: 'scripted',
    });
  const start = [
    ...Array.from({ length: thoughts }, () => candidate([{ text: 'Hm. ', thought: true }])),
    ...pieces.map((text) => candidate([{ text }])),
    ...calls.map(({ tool, arguments: written, signature }) =>
      candidate([
        {
          functionCall: { name: tool, args: JSON.parse(written) as object },
          ...(signature === undefined ? {} : { thoughtSignature: signature }),
        },
      ]),
    ),
  ];
  switch (ending) {
    case 'stop':
      return [...start, candidate([{ text: '' }], 'STOP')];
    case 'length':
      return [...start, candidate([{ text: '' }], 'MAX_TOKENS')];
    case 'filter':
      return [...start, candidate([], 'SAFETY')];
    case 'refusal':
      return [
        ...start,
        event({ promptFeedback: { blockReason: 'PROHIBITED_CONTENT' }, modelVersion: model }),
      ];
    case 'error': {
      const error = { code: 500, message: 'An internal error has occurred.', status: 'INTERNAL' };
      return [...start, event({ error })];
    }
    case 'none':
      return start;
  }
}
