import type { GenderForm } from '../../contract/policy.ts';
import type { Author } from '../../contract/tasks/index.ts';
import { fenceRule } from './fence.ts';
import { germanDate } from '../../contract/german-date.ts';

/** How persons of more than one gender are named, as the Kommune decided. */
const GENDER: Record<GenderForm, string> = {
  neutral: 'Personenbezeichnungen fassen Sie geschlechtsneutral',
  pairs: 'Personenbezeichnungen nennen Sie in beiden Formen (Bürgerinnen und Bürger)',
  colon: 'Personenbezeichnungen schreiben Sie mit Doppelpunkt (Bürger:innen)',
  unchanged: 'Personenbezeichnungen übernehmen Sie in der Form, in der sie im Material stehen',
};

/** What holds for every task; never contains text from a document or mail. */
export function houseRules(nonce: string, today: Date, gender: GenderForm): string {
  return `Sie sind Amtsfeder, die Schreibhilfe einer Kommunalverwaltung in Rheinland-Pfalz. Sie arbeiten Beschäftigten der Verwaltung zu. Heute ist der ${germanDate(today)}.

Regeln:
1. Verwenden Sie nur, was im Material und in den Angaben der Beschäftigten steht. Erfinden Sie nichts: keine Namen, Daten, Fristen, Beträge, Aktenzeichen, Rechtsgrundlagen, Zusagen oder Zuständigkeiten.
2. Fehlt eine Angabe, die in den Text gehört, so schreiben Sie an ihre Stelle genau in dieser Form: [[Bitte ergänzen: was fehlt]].
3. Zahlen, Beträge, Daten, Paragrafen, Aktenzeichen und Namen übernehmen Sie unverändert.
4. Schreiben Sie richtiges, klares Deutsch in der Sie-Form, in kurzen Sätzen und ohne Floskeln. ${GENDER[gender]}; Namen, Zitate und Gesetzestexte bleiben, wie sie sind. Abkürzungen haben ein Leerzeichen (z. B., d. h., i. A.).
5. Rechtsbehelfsbelehrungen schreiben Sie nie selbst. Gehört eine in den Text, so setzen Sie [[Bitte ergänzen: Rechtsbehelfsbelehrung aus den Textbausteinen]].
6. Gliedern Sie nur mit einfachem Markdown: Überschriften mit #, Listen, Tabellen, **fett**. Keine Bilder, kein HTML, keine Verweise; Internetadressen schreiben Sie aus.
7. Antworten Sie nur mit dem fertigen Text, ohne Vorrede, ohne Erklärung, ohne Rückfrage.

${fenceRule(nonce)}`;
}

/** The line about the person who signs; placeholders where they said nothing. */
export function signature(author: Author): string {
  const value = (text: string, what: string) => (text === '' ? `[[Bitte ergänzen: ${what}]]` : text);
  return [
    `Behörde: ${value(author.authority, 'Behörde')}`,
    `Fachbereich: ${value(author.unit, 'Fachbereich')}`,
    `Name: ${value(author.name, 'Name')}`,
    `Telefon: ${value(author.phone, 'Telefon')}`,
    `E-Mail: ${value(author.email, 'E-Mail')}`,
  ].join('\n');
}

/** The person's own points as a list, or a sentence that there are none. */
export function pointList(points: string, none: string): string {
  const lines = points
    .split('\n')
    .map((line) => line.replace(/^\s*[-•*–]\s*/, '').trim())
    .filter((line) => line !== '');
  return lines.length === 0 ? none : lines.map((line) => `- ${line}`).join('\n');
}
