import type { Field, ValueKind } from '../../contract/agents/value.ts';
import type { ExtractInput } from '../../contract/tasks/extract.ts';
import { extractHearing } from './extract-hearing.ts';
import { proofsOfValues } from './extract-proofs.ts';
import { fencedReading } from './fence.ts';
import { NOT_GIVEN } from './summary-fields.ts';
import type { Task } from './task.ts';

const FORMS: Record<ValueKind, string> = {
  text: 'Text, möglichst mit den Worten des Materials',
  zahl: 'Zahl, nur die Ziffern',
  datum: 'Datum mit Tag, Monat und Jahr, wie 15.12.2026',
  betrag: 'Betrag in Euro, wie 1.234,56 €',
  ja_nein: '„ja“ oder „nein“',
  auswahl: 'genau eines von',
};

const EXTENT: Record<ExtractInput['extent'], string> = {
  one: 'Jede Angabe kommt genau einmal vor. Nennt das Material mehrere Werte, so nehmen Sie den, der am besten zu Bezeichnung und Erläuterung passt.',
  many: `Suchen Sie alle Stellen, an denen diese Angaben zusammen vorkommen, in der Reihenfolge des Materials. Über jede Stelle schreiben Sie eine Überschrift: „## Eintrag 1“, „## Eintrag 2“ und so weiter, darunter stehen jeweils alle Angaben. Gibt es keine solche Stelle, so schreiben Sie nur: ${NOT_GIVEN}`,
};

function asked({ label, kind, hint, options = [] }: Field): string {
  const choice = options.map((option) => `„${option}“`).join(', ');
  const form = kind === 'auswahl' ? `${FORMS[kind]}: ${choice}` : FORMS[kind];
  return `- ${label} (${form})${hint === undefined || hint.trim() === '' ? '' : `. Gemeint ist: ${hint.trim()}`}`;
}

const FORM = `Form der Antwort, für jede Angabe in der Reihenfolge von oben:
- Bezeichnung: Wert
  > Stelle, auf der der Wert beruht

Zum Beispiel:
- Rechnungsnummer: 4711/26
  > Rechnung Nr. 4711/26 vom 3. März 2026
- Skonto: ${NOT_GIVEN}

So schreiben Sie:
- Die Bezeichnung schreiben Sie genau wie oben, ohne die Klammer dahinter. Der Wert steht in derselben Zeile und ist nur der Wert selbst, ohne Erläuterung.
- Die Stelle schreiben Sie Zeichen für Zeichen aus dem Material ab, höchstens zwei Sätze oder eine Zeile einer Tabelle, ohne Anführungszeichen und ohne eigene Worte. Was Sie in der Mitte auslassen, ersetzen Sie durch „…“. Jedes Datum, jeder Betrag und jede Zahl des Wertes steht auch in der Stelle. Besteht das Material aus Abschnitten mit Stichpunkten, so schreiben Sie die Stellen ab, die dort in Anführungszeichen stehen.
- Sagt das Material zu einer Angabe nichts, so ist ihr Wert „${NOT_GIVEN}“, ohne Stelle. Sie raten, rechnen und ergänzen nichts und setzen kein [[Bitte ergänzen: …]].
- Keine Einleitung, kein Schluss, keine Tabelle, kein JSON.`;

/** Lesen: typed fields out of a document, each with the passage that it rests on. */
export const extract: Task<'extract'> = {
  name: 'extract',
  long: 'condense',
  ask: ({ input, reading, nonce }) => `Schreiben Sie Angaben aus dem Material heraus.

${fencedReading(reading, nonce)}

Diese Angaben:
${input.fields.map(asked).join('\n')}

${EXTENT[input.extent]}

${FORM}${reading.kind === 'mail' ? '\n- Gegenstand ist die neueste Nachricht mit ihren Anlagen; der frühere Verlauf ist nur Hintergrund.' : ''}`,
  listen: ({ input, reading }) => extractHearing(input, proofsOfValues(reading)),
};
