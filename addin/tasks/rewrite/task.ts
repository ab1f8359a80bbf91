import * as z from 'zod/mini';
import { rewriteInput } from '../../../contract/tasks/rewrite.ts';
import { defineTask } from '../define.ts';
import { RewriteForm, type RewriteValues, styles } from './form.tsx';

/** Umschreiben: the same text, said differently. */
export const rewrite = defineTask<RewriteValues>({
  name: 'rewrite',
  words: {
    label: 'Umschreiben',
    verb: 'Umschreiben',
    again: 'Noch einmal umschreiben',
    ready: 'Fassung fertig',
    teach: {
      sentences: [
        'Amtsfeder schreibt den markierten Text um; ohne Markierung den ganzen.',
        'Zahlen, Daten, Paragrafen und Namen bleiben, wie sie sind.',
        'Sie sehen jede Änderung und entscheiden, welche übernommen wird.',
      ],
      example: {
        label: 'Bürgernah und in der Sie-Form',
        values: { style: 'plain', wish: 'Leserinnen und Leser mit „Sie“ ansprechen' },
      },
    },
  },
  from: { document: ['selection', 'whole'], 'mail-compose': ['selection'] },
  schema: z.pick(rewriteInput, { style: true, wish: true }),
  initial: () => ({ style: 'plain', wish: '' }),
  Form: RewriteForm,
  missing: ({ style, wish }) =>
    style === 'custom' && wish.trim() === ''
      ? { field: 'wish', text: 'Bitte schreiben Sie, wie der Text werden soll.' }
      : null,
  toAsk: (values, source) =>
    source.kind === 'document' ? { task: 'rewrite', input: { ...values, source } } : null,
  actions: () => ['replace', 'insert', 'copy', 'save-docx'],
  settings: ({ style }) => styles[style],
  title: (source) => (source === '' ? 'Neue Fassung' : `Neue Fassung: ${source}`),
});
