import { defineTask } from '../define.ts';
import { LookupForm } from './form.tsx';
import { lookupValues, type LookupValues, scopeOf } from './values.ts';

/** Nachschlagen: a question to the internal knowledge. */
export const lookup = defineTask<LookupValues>({
  name: 'lookup',
  words: {
    label: 'Nachschlagen',
    verb: 'Nachschlagen',
    again: 'Noch einmal nachschlagen',
    ready: 'Antwort fertig',
    teach: {
      sentences: [
        'Amtsfeder sucht in Dienstanweisungen, Satzungen, Handbüchern und Rundschreiben Ihres Hauses und des Verbunds.',
        'Zu jeder Aussage sehen Sie die Stelle, an der sie steht; ein Klick öffnet das Dokument dort.',
        'Findet sich nichts, sagt Amtsfeder das und nennt Ihnen, wen Sie fragen können.',
      ],
      example: {
        label: 'Wer genehmigt eine Dienstreise?',
        values: { question: 'Wer genehmigt eine Dienstreise?' },
      },
    },
  },
  from: {
    'mail-read': ['nothing', 'whole'],
    document: ['nothing', 'selection', 'whole'],
    'mail-compose': ['nothing', 'selection', 'whole'],
  },
  schema: lookupValues,
  initial: () => ({ question: '', collections: '', kinds: '', on: '', old: 'no', broaden: 'yes' }),
  Form: LookupForm,
  missing: ({ question }, from) =>
    question.trim() === '' && (from === null || from === 'nothing')
      ? { field: 'question', text: 'Bitte schreiben Sie Ihre Frage.' }
      : null,
  toAsk: (values, source) => ({
    task: 'lookup',
    input: { source, question: values.question, scope: scopeOf(values), broaden: values.broaden === 'yes' },
  }),
  actions(surface) {
    switch (surface) {
      case 'mail-read':
        return ['copy', 'reply', 'reply-all', 'mail-to-self', 'save-docx'];
      case 'mail-compose':
      case 'document':
        return ['insert', 'copy', 'save-docx'];
    }
  },
  settings: ({ question }) => question.trim(),
  title: () => 'Antwort auf eine Frage',
});
