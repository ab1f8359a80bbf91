import * as z from 'zod/mini';
import { summariseInput } from '../../../contract/tasks/summarise.ts';
import { defineTask } from '../define.ts';
import { forms, SummariseForm, type SummariseValues } from './form.tsx';

/** Zusammenfassen: what a letter, a circular or a mail says. */
export const summarise = defineTask<SummariseValues>({
  name: 'summarise',
  words: {
    label: 'Zusammenfassen',
    verb: 'Zusammenfassen',
    again: 'Noch einmal zusammenfassen',
    ready: 'Zusammenfassung fertig',
    teach: {
      sentences: [
        'Amtsfeder fasst zusammen, was geöffnet oder markiert ist, auch lange Dokumente.',
        'Bei einer E-Mail geht es um die neueste Nachricht; der zitierte Verlauf ist Hintergrund.',
        'Was der Text nicht sagt, steht auch nicht in der Zusammenfassung.',
      ],
      example: {
        label: 'Rundschreiben: Fristen und Handlungsbedarf',
        values: { form: 'circular', focus: 'Fristen und Handlungsbedarf' },
      },
    },
  },
  from: { 'mail-read': ['whole'], document: ['selection', 'whole'] },
  schema: z.pick(summariseInput, { form: true, focus: true }),
  initial: () => ({ form: 'key-points', focus: '' }),
  Form: SummariseForm,
  missing: () => null,
  toAsk: (values, source) =>
    source.kind === 'nothing' ? null : { task: 'summarise', input: { ...values, source } },
  actions: (surface) =>
    surface === 'mail-read'
      ? ['copy', 'mail-to-self', 'save-docx']
      : ['insert-top', 'insert-end', 'copy', 'new-document', 'insert', 'save-docx'],
  settings: ({ form }) => forms[form],
  title: (source) => (source === '' ? 'Zusammenfassung' : `Zusammenfassung: ${source}`),
});
