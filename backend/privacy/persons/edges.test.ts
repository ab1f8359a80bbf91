import { describe, expect, it } from '@jest/globals';
import { createRecogniser } from '../recogniser.ts';

const recogniser = createRecogniser();
const persons = (text: string) =>
  (recogniser.recognise([text])[0] ?? [])
    .filter(({ kind }) => kind === 'person')
    .map(({ start, end }) => text.slice(start, end));

describe('where a name ends', () => {
  it.each([
    [
      'what is somebody’s',
      'Frau Zwiebelhubers Brief ist da, Herrn Vogels Antrag auch.',
      ['Zwiebelhubers', 'Vogels'],
    ],
    [
      'a weekday',
      'Am Do., 12. Nov. 2026, und am Mo., 3. Mai schrieb Sabine Quendelkamp',
      ['Sabine Quendelkamp'],
    ],
    [
      'the office below',
      'Prof. Dr. med. A. Weidenfeller      Dr. S. Yıldız\nChefarzt',
      ['A. Weidenfeller', 'S. Yıldız'],
    ],
    ['small letters', 'Sehr geehrter Herr Vogel,\n\n> hallo frau müller, danke', ['Vogel', 'müller']],
  ])('is known before %s', (_what, text, names) => {
    expect(persons(text)).toEqual(names);
  });
});
