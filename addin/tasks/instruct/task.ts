import * as z from 'zod/mini';
import { MAX_FIELD_CHARS } from '../../../contract/limits.ts';
import { defineTask } from '../define.ts';
import { InstructForm, type InstructValues } from './form.tsx';

/** Freie Anweisung: what the person asks for, in their words. */
export const instruct = defineTask<InstructValues>({
  name: 'instruct',
  words: {
    label: 'Freie Anweisung',
    verb: 'Ausführen',
    again: 'Noch einmal ausführen',
    ready: 'Antwort fertig',
    teach: {
      sentences: [
        'Sagen Sie in eigenen Worten, was mit dem Text geschehen soll.',
        'Gelesen wird, was markiert oder geöffnet ist; es geht auch ganz ohne Text.',
        'Das Ergebnis erscheint hier; Ihr Dokument ändert sich nicht von selbst.',
      ],
      example: {
        label: 'Alle Fristen als Tabelle',
        values: {
          instruction: 'Alle Fristen und Termine als Tabelle auflisten: Datum, Anlass, wer handeln muss',
        },
      },
    },
  },
  from: {
    'mail-read': ['whole', 'nothing'],
    document: ['selection', 'whole', 'nothing'],
    'mail-compose': ['selection', 'whole', 'nothing'],
  },
  // Unlike the contract's: while it is being typed an instruction may be empty.
  schema: z.object({ instruction: z.string().check(z.maxLength(MAX_FIELD_CHARS)) }),
  initial: () => ({ instruction: '' }),
  Form: InstructForm,
  missing: ({ instruction }) =>
    instruction.trim() === '' ? { field: 'instruction', text: 'Bitte schreiben Sie, was zu tun ist.' } : null,
  toAsk: (values, source) => ({ task: 'instruct', input: { ...values, source } }),
  actions(surface, from) {
    if (surface === 'mail-read') return ['copy', 'reply', 'reply-all', 'mail-to-self', 'save-docx'];
    return from === 'selection'
      ? ['replace', 'insert', 'copy', 'save-docx']
      : ['insert', 'copy', 'save-docx'];
  },
  settings: () => '',
  title: (source) => (source === '' ? 'Ergebnis' : `Ergebnis: ${source}`),
});
