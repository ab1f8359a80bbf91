import { z } from 'zod';
import { ModelError } from './model.ts';

/** The few words of a provider's error that tell its kind. None of them is ever shown or logged. */
export interface FaultDetails {
  /** `error.code`, `error.type`, `error.status` and Google's `error.details[].reason`, in lower case. */
  marks: ReadonlySet<string>;
  /** Google's `RetryInfo.retryDelay` in milliseconds. */
  retryAfterMs: number | undefined;
}

export const noDetails: FaultDetails = { marks: new Set(), retryAfterMs: undefined };

const mark = z.union([z.string(), z.number()]).nullish();
const errorBody = z.object({
  error: z.object({
    code: mark,
    type: mark,
    status: mark,
    details: z.array(z.object({ reason: mark, retryDelay: z.string().nullish() })).nullish(),
  }),
});

/**
 * Reads the error object that OpenAI and Gemini send, as the body of a failed request or inside a stream.
 * @param value parsed JSON, untrusted
 * @returns what could be recognised; `noDetails` for anything else
 */
export function faultDetails(value: unknown): FaultDetails {
  // Without `alt=sse` Google wraps its errors in an array.
  const parsed = errorBody.safeParse(Array.isArray(value) ? value[0] : value);
  if (!parsed.success) return noDetails;
  const { code, type, status, details } = parsed.data.error;
  const reasons = (details ?? []).map((detail) => detail.reason);
  const marks = [code, type, status, ...reasons].filter((each) => each !== undefined && each !== null);
  const delay = (details ?? []).map((detail) => detail.retryDelay).find((each) => typeof each === 'string');
  return {
    marks: new Set(marks.map((each) => String(each).toLowerCase())),
    retryAfterMs: delay === undefined ? undefined : secondsToMs(delay.replace(/s$/, '')),
  };
}

const wrongKey = ['api_key_invalid', 'invalid_api_key', 'unauthenticated', 'permission_denied', '401', '403'];
const tooLong = ['context_length_exceeded'];
const refused = ['content_filter', 'responsibleaipolicyviolation'];
const noMoney = ['insufficient_quota'];
const busy = ['rate_limit_exceeded', 'resource_exhausted', 'unavailable', 'overloaded_error', '429', '503'];

/**
 * What a failed HTTP answer means.
 * Status codes as in RFC 9110 and RFC 6585 (429); 529 is an overloaded server at several providers.
 * A redirect counts as refused: it would carry the key and the text to another host.
 * @param now wall clock in milliseconds, for a `Retry-After` that is a date
 */
export function statusFault(
  status: number,
  headers: Headers,
  details: FaultDetails,
  now: number,
): ModelError {
  const has = (names: string[]) => names.some((name) => details.marks.has(name));
  // Google answers 400 to a wrong key, Azure 400 to a filtered text, OpenAI 429 to an empty account.
  if (status === 401 || status === 403 || has(wrongKey)) return new ModelError('model_key_refused');
  if (has(refused)) return new ModelError('model_refused');
  if (has(noMoney)) return new ModelError('model_request_refused');
  if (status === 413 || has(tooLong)) return new ModelError('too_large');
  if (status === 408 || status === 429 || status === 503 || status === 529) {
    return new ModelError('model_busy', retryAfter(headers, now) ?? details.retryAfterMs);
  }
  if (status >= 500) return new ModelError('model_unreachable');
  return new ModelError('model_request_refused');
}

/** What an error object inside a stream means. What is not recognised counts as an answer that broke off. */
export function streamFault(details: FaultDetails): ModelError {
  const has = (names: string[]) => names.some((name) => details.marks.has(name));
  if (has(wrongKey)) return new ModelError('model_key_refused');
  if (has(refused)) return new ModelError('model_refused');
  if (has(noMoney)) return new ModelError('model_request_refused');
  if (has(tooLong)) return new ModelError('too_large');
  if (has(busy)) return new ModelError('model_busy', details.retryAfterMs);
  return new ModelError('model_cut');
}

/**
 * What an exception on the way to the provider means. The exception itself is dropped, because an SDK's message
 * may hold the key, the address and what the provider said.
 */
export function requestFault(error: unknown, signal: AbortSignal): ModelError {
  if (signal.aborted) return new ModelError('stopped');
  if (error instanceof ModelError) return error;
  if (error instanceof Error && error.cause instanceof ModelError) return error.cause;
  return new ModelError('model_unreachable');
}

/** Milliseconds that a provider asks us to wait: `retry-after-ms` (OpenAI, Azure), else RFC 9110 `Retry-After`. */
function retryAfter(headers: Headers, now: number): number | undefined {
  const exact = headers.get('retry-after-ms');
  if (exact !== null && /^\d{1,9}$/.test(exact)) return Number(exact);
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const ms = secondsToMs(value);
  if (ms !== undefined) return ms;
  // Date.parse takes "-1" for a year.
  const date = value.endsWith('GMT') ? Date.parse(value) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function secondsToMs(value: string): number | undefined {
  return /^\d{1,9}(\.\d{1,9})?$/.test(value) ? Math.ceil(Number(value) * 1000) : undefined;
}
