import { describe, expect, it } from '@jest/globals';
import { answered, asHostError, outcomeOf, within } from './call.ts';
import { HostError } from './host.ts';
import { OfficeError } from './testing/office-error.ts';

function failing(code: number, name = 'Fehler') {
  return answered<string>(
    (done) => done({ status: 'failed', error: { code, name, message: 'Zugriff verweigert' } } as never),
    50,
  );
}

describe('calls with a callback', () => {
  it('give the value', async () => {
    const result = { status: 'succeeded', value: 'da' } as unknown as Office.AsyncResult<string>;
    expect(await answered<string>((done) => done(result), 50)).toBe('da');
  });

  it('end where the callback is dropped', async () => {
    await expect(answered(() => undefined, 10)).rejects.toMatchObject({ code: 'timeout' });
  });

  it('turn a call that throws into an error of ours', async () => {
    const call = answered(() => {
      throw new TypeError('item.displayReplyForm is not a function');
    }, 50);
    await expect(call).rejects.toMatchObject({ name: 'HostError', code: 'host-error' });
  });

  it.each([
    [5002, 'read-only'],
    [7002, 'read-only'],
    [2009, 'too-long'],
    [1001, 'nothing-selected'],
    [5000, 'unsupported'],
    [9020, 'host-error'],
  ])('tell %d by its number', async (code, expected) => {
    await expect(failing(code)).rejects.toMatchObject({ code: expected });
  });

  it('hand on no text of Office', async () => {
    await expect(failing(5002)).rejects.toMatchObject({ message: 'read-only' });
  });
});

describe('errors of Word', () => {
  it.each([
    ['AccessDenied', 'read-only'],
    ['NotAllowed', 'read-only'],
    ['SearchStringInvalidOrTooLong', 'too-long'],
    ['ApiNotFound', 'unsupported'],
    ['GeneralException', 'host-error'],
    ['constructor', 'host-error'],
  ])('are told by their code: %s', (code, expected) => {
    expect(asHostError(new OfficeError(code)).code).toBe(expected);
  });

  it.each([undefined, null, 'text', new Error('Zugriff verweigert')])('may be anything: %p', (error) => {
    expect(asHostError(error).code).toBe('host-error');
  });
});

describe('limits', () => {
  it('leave open whether it happened', async () => {
    const slow = within(new Promise(() => undefined), 5).catch(outcomeOf);
    expect(await slow).toEqual({ status: 'unconfirmed' });
    expect(outcomeOf(new HostError('read-only'))).toEqual({ status: 'failed', why: 'read-only' });
  });
});
