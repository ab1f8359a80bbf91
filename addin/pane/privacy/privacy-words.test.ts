import { describe, expect, it } from '@jest/globals';
import { dataClasses } from '../../../contract/privacy.ts';
import { builtin, chatGpt, gemini, policy, previewOf, sentMessage } from '../testing/fakes.ts';
import {
  bare,
  flowText,
  markName,
  maskedText,
  modelText,
  optionText,
  reasonText,
  ruleText,
  sendingText,
  sentText,
  suggestionText,
  verdictText,
} from './privacy-words.ts';

describe('what happens to a text, in one sentence', () => {
  it.each([
    [builtin, 'restricted', 'plain', 'Der Text bleibt im Haus.'],
    [builtin, null, null, 'Der Text bleibt im Haus.'],
    [
      builtin,
      'social',
      'masked',
      'Der Text bleibt im Haus; Namen, Anschriften und Nummern werden auch dort maskiert.',
    ],
    [chatGpt, 'public', 'plain', 'Der Text geht unverändert an ChatGPT.'],
    [
      chatGpt,
      'personal',
      'masked',
      'Namen, Anschriften und Nummern werden maskiert, bevor der Text an ChatGPT geht.',
    ],
    [chatGpt, 'restricted', 'refused', 'ChatGPT ist für VS-NfD nicht zugelassen.'],
    [gemini, 'social', 'refused', 'Gemini ist für Sozial- und Steuerdaten nicht zugelassen.'],
    [chatGpt, null, null, 'Was zu maskieren ist, stellt Amtsfeder fest, bevor der Text an ChatGPT geht.'],
  ] as const)('%j, %s, %s', (model, dataClass, treatment, words) => {
    expect(flowText(model, dataClass, treatment)).toBe(words);
  });
});

describe('where texts of a class may go', () => {
  it('follows the policy of the house', () => {
    expect(dataClasses.map((dataClass) => ruleText(dataClass, policy))).toEqual([
      'Öffentliche Texte gehen an externe Modelle, Modelle in der EU und Modelle im Haus.',
      'Interne Texte gehen maskiert an externe Modelle und Modelle in der EU oder unmaskiert an Modelle im Haus.',
      'Personenbezogene Texte gehen maskiert an externe Modelle und Modelle in der EU oder unmaskiert an Modelle im Haus.',
      'Sozial- und Steuerdaten gehen nur maskiert an Modelle in der EU oder unmaskiert an Modelle im Haus.',
      'VS-NfD geht nur an Modelle im Haus.',
    ]);
    const nowhere = { intern: 'refused', eu: 'refused', extern: 'refused' } as const;
    expect(ruleText('restricted', { ...policy, restricted: nowhere })).toBe('VS-NfD geht an kein Modell.');
  });

  it('stands beside a model that is refused', () => {
    expect(optionText(gemini, 'social', 'refused')).toBe(
      'Gemini (extern) – nicht für Sozial- und Steuerdaten',
    );
    expect(optionText(gemini, 'social', 'masked')).toBe('Gemini (extern)');
    expect(modelText(builtin)).toBe('Ohne Sprachmodell (im Haus)');
  });
});

describe('why a class is suggested', () => {
  const suggestion = {
    dataClass: 'social',
    because: ['Begriffe „Wohngeld“', 'Namen', 'Anschriften', 'IBAN'],
  } as const;

  it('is said in the words of the house, the first of them', () => {
    const all = { ...suggestion, because: [...suggestion.because] };
    expect(suggestionText(all, 'social')).toBe(
      'Klasse nach Inhalt: Begriffe „Wohngeld“, Namen, Anschriften und 1 weitere',
    );
    expect(suggestionText({ ...all, because: ['Namen'] }, 'internal')).toBe(
      'Der Inhalt spricht für Sozial-/Steuerdaten: Namen.',
    );
    expect(suggestionText({ ...all, because: [] }, null)).toBe('');
  });
});

describe('what is masked', () => {
  const messages = [
    sentMessage('user', '{[PERSON_1]|Lena Müller} in {[ORT_1]|Kusel}, {[PERSON_1]|Lena Müller}'),
  ];

  it('is counted in a word', () => {
    expect([0, 1, 12, 1_200].map(maskedText)).toEqual([
      'nichts zu maskieren',
      '1 Angabe maskiert',
      '12 Angaben maskiert',
      '1.200 Angaben maskiert',
    ]);
    expect(sentText('masked', 12)).toBe('gesendet: 12 maskiert');
    expect(sentText('masked', 0)).toBe('gesendet: nichts zu maskieren');
    expect(sentText('plain', 0)).toBe('gesendet: unmaskiert');
  });

  it('is the verdict of a preview', () => {
    const preview = previewOf(messages);
    expect(verdictText(preview, chatGpt)).toBe(
      'Personenbezogen: 2 Angaben maskiert, bevor der Text an ChatGPT (EU) geht.',
    );
    expect(verdictText({ ...preview, masked: 0 }, chatGpt)).toBe(
      'Personenbezogen: Es ist nichts zu maskieren. Der Text geht so an ChatGPT (EU).',
    );
    const verdict = { ...preview.verdict, dataClass: 'public', treatment: 'plain' } as const;
    expect(verdictText({ ...preview, verdict }, chatGpt)).toBe(
      'Öffentlich: Der Text geht unverändert an ChatGPT (EU).',
    );
    expect(verdictText({ ...preview, verdict: { ...verdict, treatment: 'refused' } }, chatGpt)).toBe(
      'ChatGPT ist für öffentliche Texte nicht zugelassen. Es wird nichts gesendet.',
    );
    expect(verdictText(preview, builtin)).toBe('Der Text bleibt im Haus.');
  });

  it('is protocolled with its time and its model', () => {
    const { verdict } = previewOf(messages);
    expect(sendingText({ model: chatGpt, verdict, masked: 2 }, new Date('2026-11-27T13:03:00Z'))).toBe(
      '14:03 Uhr an ChatGPT (EU) · Personenbezogen · 2 Angaben maskiert',
    );
  });

  it('has the reason for a lower class beside it, where it is lower', () => {
    const { verdict } = previewOf(messages);
    const social = { ...verdict, suggestion: { dataClass: 'social' as const, because: [] } };
    expect(reasonText({ verdict: social }, 'nur ein Muster')).toBe(
      'Niedrigere Klasse gewählt, weil: nur ein Muster',
    );
    expect(reasonText({ verdict: social }, '')).toBe('');
    expect(reasonText({ verdict }, 'nur ein Muster')).toBe('');
  });

  it('has a name that is read out', () => {
    expect(markName('[PERSON_1]', 'Lena Müller')).toBe('PERSON_1, dahinter: Lena Müller');
    expect(bare('[[ORT_2]]')).toBe('ORT_2');
  });
});
