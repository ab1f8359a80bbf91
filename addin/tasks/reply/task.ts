import * as z from 'zod/mini';
import { replyInput } from '../../../contract/tasks/reply.ts';
import { defineTask } from '../define.ts';
import { lengths } from '../words.ts';
import { ReplyForm, type ReplyValues, tones } from './form.tsx';

/** Antwortschreiben: the answer to the open letter or mail. */
export const reply = defineTask<ReplyValues>({
  name: 'reply',
  words: {
    label: 'Antworten',
    verb: 'Entwurf erstellen',
    again: 'Neuen Entwurf erstellen',
    ready: 'Entwurf fertig',
    teach: {
      sentences: [
        'Amtsfeder liest das geöffnete Schreiben und entwirft die Antwort darauf.',
        'Ihre Stichpunkte sagen, was drinstehen soll; ganze Sätze sind nicht nötig.',
        'Was weder im Schreiben noch in den Stichpunkten steht, bleibt als Lücke zum Ergänzen offen.',
      ],
      example: {
        label: 'Fristverlängerung zusagen',
        values: { points: 'Frist bis 15.12. verlängert\nUnterlagen bitte vollständig einreichen' },
      },
    },
  },
  from: { 'mail-read': ['whole'], document: ['selection', 'whole'], 'mail-compose': ['selection', 'whole'] },
  schema: z.pick(replyInput, { points: true, tone: true, length: true, form: true }),
  initial: (surface) => ({
    points: '',
    tone: 'neutral',
    length: 'medium',
    form: surface === 'document' ? 'letter' : 'mail',
  }),
  Form: ReplyForm,
  missing: () => null,
  toAsk: (values, source) =>
    source.kind === 'nothing' ? null : { task: 'reply', input: { ...values, source } },
  actions(surface) {
    switch (surface) {
      case 'mail-read':
        return ['reply', 'reply-all', 'copy', 'save-docx'];
      case 'mail-compose':
        return ['insert', 'copy', 'save-docx'];
      case 'document':
        return ['insert', 'insert-section', 'copy', 'save-docx'];
    }
  },
  settings: ({ tone, length }) => `${tones[tone]} · ${lengths[length]}`,
  title: (source) => (source === '' ? 'Antwort' : `Antwort: ${source}`),
});
