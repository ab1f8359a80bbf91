import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strictObject, valueAt, valueOf } from './strict-json.ts';

describe('strictObject', () => {
  it('reads what JSON.parse reads, where no name stands twice', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const text = JSON.stringify(object);
        expect(strictObject(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    '{"a":1,"a":1}',
    '{"a":1,"b":2,"a":3}',
    '{"a":1,"\\u0061":2}',
    '{"x":{"a":[{"b":1,"b":2}]}}',
    '{"a":"}","a":1}',
    '{"a\\"b":1,"a\\"b":2}',
    '{"__proto__":1,"__proto__":2}',
    '{ "a" : 1 , "a" : 2 }',
    '{"":1,"":2}',
  ])('refuses one name twice: %s', (text) => {
    expect(strictObject(text)).toBeUndefined();
  });

  it.each([
    '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}',
    '{"a":"\\"a\\":1,\\"a\\":2"}',
    '{"a":["a","a"]}',
    '{}',
  ])('takes the same name in other places: %s', (text) => {
    expect(strictObject(text)).toEqual(JSON.parse(text));
  });

  it.each(['', '[]', 'null', '1', '"a"', '{', '{"a":1}x', 'undefined', '{a:1}'])('takes no %s', (text) => {
    expect(strictObject(text)).toBeUndefined();
  });
});

describe('valueOf and valueAt', () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'know nothing that was not said: %s',
    (name) => {
      expect(valueOf({}, name)).toBeUndefined();
      expect(valueAt({ a: {} }, ['a', name])).toBeUndefined();
      expect(valueAt({}, [name, 'name'])).toBeUndefined();
    },
  );

  it('follow a path through objects only', () => {
    expect(valueAt({ a: { b: ['c'] } }, ['a', 'b'])).toEqual(['c']);
    expect(valueAt({ a: ['c'] }, ['a', '0'])).toBeUndefined();
    expect(valueAt({ a: ['c'] }, ['a', 'length'])).toBeUndefined();
    expect(valueAt({ a: 'c' }, ['a', 'length'])).toBeUndefined();
    expect(valueAt({ a: null }, ['a', 'b'])).toBeUndefined();
  });
});
