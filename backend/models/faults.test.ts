import { describe, expect, it } from '@jest/globals';
import { faultDetails, requestFault, statusFault } from './faults.ts';
import { ModelError } from './model.ts';

const now = Date.parse('2026-11-23T10:00:00Z');
const fault = (status: number, body: unknown = null, headers: Record<string, string> = {}) =>
  statusFault(status, new Headers(headers), faultDetails(body), now);
const error = (fields: object) => ({ error: { message: 'words of the provider', ...fields } });

describe('a failed answer', () => {
  it.each([
    [400, error({ code: 'context_length_exceeded' }), 'too_large'],
    [413, null, 'too_large'],
    [400, error({ code: 'content_filter' }), 'model_refused'],
    [429, error({ code: 'insufficient_quota', type: 'insufficient_quota' }), 'model_request_refused'],
    [401, error({ code: 'invalid_api_key' }), 'model_key_refused'],
    [400, [error({ details: [{ reason: 'API_KEY_INVALID' }] })], 'model_key_refused'],
    [408, null, 'model_busy'],
    [529, error({ type: 'overloaded_error' }), 'model_busy'],
    [504, null, 'model_unreachable'],
    [302, null, 'model_request_refused'],
    [418, 'a teapot', 'model_request_refused'],
  ])('with status %d and %j is told by its code', (status, body, code) => {
    expect(fault(status, body)).toMatchObject({ code, message: code });
  });

  it.each([
    [{ 'retry-after': '2' }, 2_000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after': 'Mon, 23 Nov 2026 10:00:08 GMT' }, 8_000],
    [{ 'retry-after': 'Mon, 23 Nov 2026 09:00:00 GMT' }, 0],
    [{ 'retry-after': '-1' }, undefined],
    [{ 'retry-after-ms': '150', 'retry-after': '1' }, 150],
    [{}, undefined],
  ])('says with %j how long to wait', (headers, ms) => {
    expect(fault(429, null, headers as Record<string, string>).retryAfterMs).toBe(ms);
  });

  it('finds the wait that Google writes into the body', () => {
    const body = error({ code: 429, details: [{ reason: 'RATE' }, { retryDelay: '34.5s' }] });
    expect(fault(429, body)).toMatchObject({ code: 'model_busy', retryAfterMs: 34_500 });
  });
});

describe('an exception on the way', () => {
  const { signal } = new AbortController();
  it('is a stop where the person stopped', () => {
    expect(requestFault(new Error('aborted'), AbortSignal.abort()).code).toBe('stopped');
  });
  it('is the fault of ours that an SDK wrapped', () => {
    const busy = new ModelError('model_busy');
    expect(requestFault(new Error('Connection error.', { cause: busy }), signal)).toBe(busy);
  });
  it('is otherwise a provider that is out of reach, without the words of the exception', () => {
    const told = requestFault(new Error('connect to secret.example'), signal);
    expect(`${told.message}${String(told.stack)}`).not.toContain('secret.example');
    expect(told.code).toBe('model_unreachable');
  });
});
