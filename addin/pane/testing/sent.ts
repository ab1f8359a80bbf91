import { screen, within } from '@testing-library/react';
import { previewOf, sentMessage } from './fakes.ts';

/** A letter as it is sent, and the pane's view of it. */

const nonce = 'a'.repeat(32);

export const rules = sentMessage('system', 'Regeln der Verwaltung');
export const letter = sentMessage(
  'user',
  `<material-${nonce} art="Dokument">\n{[PERSON_1]|Lena Müller}, Am Alten Markt 7, bittet. {[PERSON_2]|Karin Maurer} sagt zu, {[PERSON_1]|Lena Müller} auch.\n</material-${nonce}>`,
);
export const preview = previewOf([rules, letter]);

export const text = () => screen.getByRole('region', { name: 'Text, wie er gesendet wird' });
/** A placeholder in it; the first of that name. */
export const mark = (name: RegExp) => within(text()).getAllByRole('button', { name })[0] as HTMLElement;
