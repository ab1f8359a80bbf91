import * as z from 'zod/mini';
import { noteInput } from '../../../contract/tasks/note.ts';
import { defineTask } from '../define.ts';
import { lengths } from '../words.ts';
import { NoteForm, type NoteValues } from './form.tsx';

/** Vermerk: the note for the file. */
export const note = defineTask<NoteValues>({
  name: 'note',
  words: {
    label: 'Vermerk',
    verb: 'Vermerk erstellen',
    again: 'Neuen Vermerk erstellen',
    ready: 'Vermerk fertig',
    teach: {
      sentences: [
        'Der Vermerk hält Anlass, Sachverhalt, Würdigung und weiteres Vorgehen fest.',
        'Er entsteht aus dem geöffneten Text, aus Ihren Stichpunkten oder aus beidem.',
        'Was fehlt, bleibt als Lücke zum Ergänzen offen.',
      ],
      example: {
        label: 'Vermerk über ein Telefonat',
        values: {
          points:
            'Telefonat mit der Antragstellerin am 20.11.\nUnterlagen fehlen noch: Lageplan\nNachreichung bis 15.12. zugesagt\nWiedervorlage 16.12.',
        },
      },
    },
  },
  from: {
    'mail-read': ['whole', 'nothing'],
    document: ['selection', 'whole', 'nothing'],
    'mail-compose': ['selection', 'whole', 'nothing'],
  },
  schema: z.pick(noteInput, { points: true, reference: true, length: true }),
  initial: () => ({ points: '', reference: '', length: 'medium' }),
  Form: NoteForm,
  missing: () => null,
  toAsk: (values, source) =>
    source.kind === 'nothing' && values.points.trim() === ''
      ? null
      : { task: 'note', input: { ...values, source } },
  actions(surface) {
    switch (surface) {
      case 'mail-read':
        return ['copy', 'mail-to-self', 'save-docx'];
      case 'mail-compose':
        return ['insert', 'copy', 'save-docx'];
      case 'document':
        return ['insert', 'insert-section', 'copy', 'save-docx'];
    }
  },
  settings: ({ reference, length }) => [lengths[length], reference.trim()].filter(Boolean).join(' · '),
  title: (source) => (source === '' ? 'Vermerk' : `Vermerk: ${source}`),
});
