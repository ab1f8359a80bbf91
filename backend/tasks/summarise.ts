import type { SummariseInput } from '../../contract/tasks/summarise.ts';
import { fencedReading } from './fence.ts';
import { CIRCULAR, NOT_GIVEN } from './summary-fields.ts';
import { summaryHearing } from './summary-hearing.ts';
import { proofsFor } from './summary-proofs.ts';
import type { Task } from './task.ts';

const forms: Record<SummariseInput['form'], string> = {
  'key-points':
    'Fassen Sie das Material zusammen. Unter „## Kernaussagen“ stehen drei bis sieben Kernaussagen, die wichtigste zuerst. Danach nennen Sie unter „## Fristen“ jede Frist mit Datum und unter „## Zu tun“, wer was bis wann tun muss; lassen Sie eine Überschrift weg, zu der das Material nichts sagt.',
  circular: `Werten Sie das Rundschreiben aus. Benutzen Sie genau diese Überschriften (##), alle und in dieser Reihenfolge: ${CIRCULAR.map(({ name }) => name).join(', ')}.
Unter Absender, Az., Datum und Betreff steht je ein Wert ohne weitere Worte. Unter Kernaussagen stehen drei bis sieben Aussagen, unter Fristen jede Frist mit Kalenderdatum, unter Handlungsbedarf, wer was bis wann tun muss.
Wozu das Material nichts sagt, dort steht nur „- ${NOT_GIVEN}“, ohne Stelle.`,
  faq: 'Machen Sie aus dem Material Fragen und Antworten (FAQ): fünf bis zwölf Fragen, wie Betroffene sie stellen würden, jede als Überschrift (##), darunter die Antwort in ein bis vier Aussagen, nur aus dem Material.',
  paragraph:
    'Fassen Sie das Material in höchstens sechs Aussagen zusammen, das Ergebnis zuerst, ohne Überschrift. Die Aussagen werden später als ein Absatz gelesen; schreiben Sie sie so, dass sie aneinander anschließen.',
};

/** One form for every summary, so that each statement can be held against the source while it is written. */
const FORM = `Form der Antwort, für jede Aussage:
- Aussage in einem einzigen Satz.
  > Stelle, auf der die Aussage beruht

Die Stelle schreiben Sie Zeichen für Zeichen aus dem Material ab, ein bis zwei Sätze, ohne Anführungszeichen und ohne eigene Worte. Was Sie in der Mitte auslassen, ersetzen Sie durch „…“. Jedes Datum, jede Frist, jeder Betrag und jede andere Zahl der Aussage steht auch in der Stelle. Besteht das Material aus Abschnitten mit Stichpunkten, so schreiben Sie die Stellen ab, die dort in Anführungszeichen stehen. Keine Tabellen. In früheren Fassungen sehen Sie die Stellen nicht mehr; in jede neue Fassung schreiben Sie sie wieder.`;

/** Zusammenfassen; of a mail, the newest message is the subject. */
export const summarise: Task<'summarise'> = {
  name: 'summarise',
  long: 'condense',
  ask: ({ input, reading, nonce }) => `${forms[input.form]}

${FORM}

${fencedReading(reading, nonce)}
${input.focus.trim() === '' ? '' : `\nAchten Sie besonders auf:\n${input.focus.trim()}\n`}
${reading.kind === 'mail' ? 'Gegenstand ist die neueste Nachricht; der frühere Verlauf ist nur Hintergrund.\n' : ''}Jede Aussage steht im Material, und unter jeder Aussage steht mit „> “ ihre Stelle. Daten, Fristen und Beträge geben Sie wörtlich wieder. Was das Material nicht sagt, lassen Sie weg; dafür setzen Sie kein [[Bitte ergänzen: …]].`,
  listen: ({ input, reading, turns }) => summaryHearing(input.form, proofsFor(reading), turns.length > 0),
};
