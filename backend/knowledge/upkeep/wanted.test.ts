import { expect, it } from '@jest/globals';
import { stemsOf } from '../synonyms/stems.ts';
import { wantedWords } from './wanted.ts';

it('tells words that are asked for often and mean nothing yet, however they are bent', () => {
  const questions = [
    { question: 'Wo ist die Stechuhr, und was kostet die Stechuhr?', times: 3 },
    { question: 'Wer wartet die Stechuhren?', times: 2 },
    { question: 'Darf [PERSON_1_NACHNAME] den Krankenschein abgeben?', times: 9 },
    { question: 'Kennt Frau Sonderbar jemand?', times: 4 },
    { question: 'Gilt das seit 2024?', times: 9 },
  ];
  expect(wantedWords(questions, new Set(stemsOf('Krankenscheine')))).toEqual(['abgeben', 'Gilt', 'Stechuhr']);
});

it('tells nothing of nothing', () => {
  expect(wantedWords([], new Set())).toEqual([]);
});
