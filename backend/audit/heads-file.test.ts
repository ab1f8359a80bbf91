import { describe, expect, it } from '@jest/globals';
import { HeadsFileError, parseHeads } from './heads-file.ts';

const hash = 'a'.repeat(64);
const head = { kommune: 'lk-kusel', length: 3, hash };

describe('a file of heads', () => {
  it('is what the command printed, or a log with other lines in it', () => {
    const text = [
      JSON.stringify(head),
      '',
      JSON.stringify({ level: 30, time: '2026-11-27T00:00:00Z', msg: 'request completed' }),
      JSON.stringify({ level: 30, kommune: null, length: 0, hash: '0'.repeat(64), msg: 'audit head' }),
    ].join('\r\n');
    expect(parseHeads(text)).toEqual([head, { kommune: null, length: 0, hash: '0'.repeat(64) }]);
  });

  it.each([
    ['nothing', '', /no head/],
    ['other lines alone', '{"msg":"ready"}', /no head/],
    ['what is no JSON', `${JSON.stringify(head)}\nErika Probe`, /^line 2 is not a JSON object$/],
    ['half a line', JSON.stringify(head).slice(0, -3), /^line 1/],
    ['a number', '5', /^line 1/],
    ['a head with a broken hash', JSON.stringify({ ...head, hash: 'abc' }), /^line 1 is not the head/],
    ['a head without a length', JSON.stringify({ kommune: 'lk-kusel', hash }), /^line 1/],
  ])('is not %s', (_name, text, message) => {
    expect(() => parseHeads(text)).toThrow(HeadsFileError);
    expect(() => parseHeads(text)).toThrow(message);
  });
});
