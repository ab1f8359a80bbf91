import type { SummariseInput } from '../../contract/tasks/summarise.ts';
import { fencedReading } from './fence.ts';
import { plainHearing } from './hearing.ts';
import type { Task } from './task.ts';

const forms: Record<SummariseInput['form'], string> = {
  'key-points':
    'Fassen Sie den Text in drei bis sieben Kernaussagen zusammen, als Liste, die wichtigste zuerst. Nennen Sie danach unter „## Fristen“ jede Frist mit Datum und unter „## Zu tun“, wer was bis wann tun muss; lassen Sie eine Überschrift weg, zu der der Text nichts sagt.',
  circular: `Werten Sie das Rundschreiben aus. Benutzen Sie genau diese Überschriften (##) in dieser Reihenfolge: Absender, Aktenzeichen, Datum, Betreff, Ersetzt oder ändert, Betroffene, Kernaussagen (drei bis sieben, als Liste), Fristen (als Liste mit Kalenderdatum), Handlungsbedarf (Tabelle: Wer, Was, Bis wann), Zuständigkeit, Rechtsgrundlagen, Anlagen, Offene Fragen.
Wozu der Text nichts sagt, dort steht „nicht angegeben“.`,
  faq: 'Machen Sie aus dem Text Fragen und Antworten (FAQ): fünf bis zwölf Fragen, wie Betroffene sie stellen würden, jede als Überschrift (##), darunter die Antwort in ein bis vier Sätzen, nur aus dem Text.',
  paragraph: 'Fassen Sie den Text in einem Absatz von höchstens sechs Sätzen zusammen, das Ergebnis zuerst.',
};

/** Zusammenfassen; of a mail, the newest message is the subject. */
export const summarise: Task<'summarise'> = {
  name: 'summarise',
  long: 'condense',
  ask: ({ input, reading, nonce }) => `${forms[input.form]}

${fencedReading(reading, nonce)}
${input.focus.trim() === '' ? '' : `\nAchten Sie besonders auf:\n${input.focus.trim()}\n`}
${reading.kind === 'mail' ? 'Gegenstand ist die neueste Nachricht; der frühere Verlauf ist nur Hintergrund.\n' : ''}Jede Aussage steht im Text. Daten, Fristen und Beträge geben Sie wörtlich wieder. Was der Text nicht sagt, lassen Sie weg; dafür verwenden Sie keinen Platzhalter.`,
  listen: () => plainHearing(),
};
