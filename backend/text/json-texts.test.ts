import { describe, expect, it } from '@jest/globals';
import { mapJsonTexts } from './json-texts.ts';

const loud = (text: string) => text.toUpperCase();

describe('texts in JSON', () => {
  it('are mapped as they read, names and depths included, and stay JSON whatever they become', () => {
    const json = '{ "a": ["h\\u0061us", 1, null, true], "b": {"c": "d"} }';
    expect(mapJsonTexts(json, loud)).toBe('{"A":["HAUS",1,null,true],"B":{"C":"D"}}');
    expect(JSON.parse(mapJsonTexts('{"a":"x"}', () => 'sagt "ja"\n'))).toEqual({
      'sagt "ja"\n': 'sagt "ja"\n',
    });
  });

  it('are told in the same order each time', () => {
    const order: string[] = [];
    const note = (text: string) => {
      order.push(text);
      return text;
    };
    const json = '{"b":"1","a":["2","3"]}';
    expect(mapJsonTexts(json, note)).toBe(json);
    expect(order).toEqual(['b', '1', 'a', '2', '3']);
  });

  it('are one text where they are no JSON', () => {
    expect(mapJsonTexts('{"a": "b', loud)).toBe('{"A": "B');
    expect(mapJsonTexts('', loud)).toBe('');
  });

  it('change no object but their own', () => {
    expect(mapJsonTexts('{"__proto__":{"x":"y"}}', (text) => text)).toBe('{"__proto__":{"x":"y"}}');
    expect('x' in {}).toBe(false);
  });
});
