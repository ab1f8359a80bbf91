import { answerHearing } from './answer-hearing.ts';
import { CONTRADICTION, NO_SOURCE, NO_SOURCE_FOR } from './answer-lines.ts';
import { proofsAmong } from './answer-proofs.ts';
import { fence, fencedReading } from './fence.ts';
import { fencedPassages } from './passages.ts';
import type { Task } from './task.ts';

const FORM = `Form der Antwort, für jede Aussage:
- Aussage in einem einzigen Satz.
  > [Nummer] Stelle, auf der die Aussage beruht

Zum Beispiel:
- Reisekosten werden nur auf Antrag erstattet.
  > [3] Die Erstattung erfolgt auf schriftlichen Antrag.

So antworten Sie:
- Die Antwort auf die Frage kommt zuerst; höchstens acht Aussagen, keine Einleitung, kein Schluss, keine Tabellen, keine Überschriften.
- Die Stelle schreiben Sie Zeichen für Zeichen aus der Fundstelle mit dieser Nummer ab, ein bis zwei Sätze, ohne Anführungszeichen und ohne eigene Worte. Was Sie in der Mitte auslassen, ersetzen Sie durch „…“. Jedes Datum, jede Frist, jeder Betrag und jede andere Zahl der Aussage steht auch in der Stelle.
- Nur Fundstellen sind Belege. Was geöffnet ist, und die Frage selbst sagen nur, worum es geht.
- Widersprechen sich zwei Fundstellen, so nennen Sie beide in einer Aussage, die mit „${CONTRADICTION}“ beginnt, mit beiden Stellen darunter; sagen Sie, welche neuer ist.
- Was die Fundstellen von der Frage nicht beantworten, nennen Sie am Ende in einer Zeile, die mit „${NO_SOURCE_FOR}“ beginnt, ohne Stelle.
- Beantworten die Fundstellen die Frage gar nicht, so schreiben Sie nur diese eine Zeile: ${NO_SOURCE}
- Sie setzen kein [[Bitte ergänzen: …]]. In früheren Fassungen sehen Sie die Stellen nicht mehr; in jede neue Fassung schreiben Sie sie wieder.`;

/** Nachschlagen: a question to the internal knowledge. */
export const lookup: Task<'lookup'> = {
  name: 'lookup',
  long: 'condense',
  ask: ({
    input,
    reading,
    passages,
    nonce,
  }) => `Beantworten Sie eine Frage aus den Fundstellen des internen Wissens.

${fencedPassages(passages, nonce)}

${reading.kind === 'nothing' ? '' : `Geöffnet ist (nur der Anfang, kein Beleg):\n${fencedReading(reading, nonce)}\n\n`}Frage der Beschäftigten:
${input.question === '' ? 'Was gilt nach den Fundstellen für das, was geöffnet ist?' : fence('Frage', input.question, nonce)}

${FORM}`,
  listen: ({ input, turns, findings, extracted }) =>
    answerHearing({
      findings,
      proofs: proofsAmong(findings.sections),
      question: [input.question, ...turns.map(({ wish }) => wish)].join('\n'),
      extracted,
    }),
};
