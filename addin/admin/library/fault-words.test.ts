import { expect, it } from '@jest/globals';
import { faultText } from './fault-words.ts';

it.each([
  ['work.steps.0.title: Die Angabe ist zu kurz.', 'Titel: Die Angabe ist zu kurz.'],
  ['agent.work.steps.2.fields.1.label: Die Angabe fehlt.', 'Angaben 2, Bezeichnung: Die Angabe fehlt.'],
  ['work.steps.1.cases.0.when: Die Angabe fehlt.', 'Fälle 1, Bedingung: Die Angabe fehlt.'],
  ['work.steps.1.cases.0.steps: Die Angabe ist zu kurz.', 'Fälle 1, Schritte: Die Angabe ist zu kurz.'],
  ['purpose: Die Angabe fehlt.', 'Zweck: Die Angabe fehlt.'],
  [
    '„frist“ kommt erst danach. Ein Ablauf geht nur vorwärts: Ein Schritt.',
    '„frist“ kommt erst danach. Ein Ablauf geht nur vorwärts: Ein Schritt.',
  ],
])('a fault says where it is in words of the form: %s', (text, said) => {
  expect(faultText(text)).toBe(said);
});
