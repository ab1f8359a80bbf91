import type { ItemKind } from '../../../../contract/privacy.ts';
import { tidyText } from '../../../documents/characters.ts';
import type { Reading } from '../../../tasks/reading.ts';
import type { Beside } from '../class-text.ts';
import { type Found, nothingFound } from '../found.ts';
import { suggestForReading } from '../suggest.ts';

/** Running text that says nothing of its class: longer than what counts as its top and bottom. */
export const FILLER = Array.from(
  { length: 30 },
  (_, index) => `Der Ausbau des Weges Nummer ${index + 1} kommt gut voran und bleibt im Rahmen der Kosten.`,
).join('\n\n');

export const documentOf = (text: string, title = ''): Reading => ({
  kind: 'document',
  title,
  part: 'whole',
  text: tidyText(text),
});

export const mailOf = (fields: Partial<Extract<Reading, { kind: 'mail' }>>): Reading => ({
  kind: 'mail',
  subject: 'Ausbau des Weges',
  from: { name: '', email: '' },
  to: [],
  cc: [],
  date: null,
  newest: 'Guten Tag,\n\nder Ausbau kommt voran.\n\nViele Grüße',
  notices: '',
  thread: '',
  attachments: [],
  ...fields,
});

/** @param found kinds in the source; persons are taken for such that sign */
export const suggest = (
  reading: Reading,
  found: ItemKind[] = [],
  beside: Beside = {},
  more: Partial<Found> = {},
) => suggestForReading(reading, { ...nothingFound, source: new Set(found), ...more }, beside);

export const classOf = (text: string, ...found: ItemKind[]) => suggest(documentOf(text), found).dataClass;

export const because = (text: string, ...found: ItemKind[]) => suggest(documentOf(text), found).because;
