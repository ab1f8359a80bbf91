import type { NoteInput } from '../../contract/tasks/note.ts';
import { checkUnsupported } from '../checks/unsupported.ts';
import { withoutNumbers } from './answer-lines.ts';
import { drawnOn, knowledgeFor } from './drawn-on.ts';
import { fencedReading } from './fence.ts';
import { germanDate } from '../../contract/german-date.ts';
import { pointList, signature } from './rules.ts';
import { plainHearing } from './hearing.ts';
import { supportOf } from './inputs.ts';
import type { Task } from './task.ts';

const lengths: Record<NoteInput['length'], string> = {
  short: 'kurz: nur das Nötigste je Abschnitt',
  medium: 'mittel',
  long: 'ausführlich: alle Umstände, die für die Entscheidung zählen können',
};

/** Vermerk: the form of the administration's files, facts kept apart from their assessment. */
export const note: Task<'note'> = {
  name: 'note',
  long: 'condense',
  ask: ({ input, reading, passages, author, today, nonce }) => `Schreiben Sie einen Vermerk für die Akte.

${fencedReading(reading, nonce)}
${knowledgeFor(passages, nonce)}
Angaben der Beschäftigten:
${pointList(input.points, '- keine')}

Kopf:
${signature(author)}
Az.: ${input.reference === '' ? '[[Bitte ergänzen: Aktenzeichen]]' : input.reference}
Datum: ${germanDate(today)}

Form, in dieser Reihenfolge:
- Kopf als Tabelle mit zwei Spalten: Behörde/Fachbereich, Az., Datum, Verfasst von
- # Vermerk
- Betreff in einer Zeile, fett
- ## Anlass
- ## Sachverhalt: Tatsachen mit Datum und Quelle (wer hat wann was mitgeteilt), ohne Wertung
- ## Würdigung: die Bewertung, vom Sachverhalt getrennt; nur, was sich aus Angaben oder Material ergibt
- ## Ergebnis und Vorschlag
- ## Weiteres Vorgehen: Tabelle mit den Spalten Wer, Was, Bis wann

Abschnitte, zu denen nichts bekannt ist, enthalten [[Bitte ergänzen: …]]. Länge: ${lengths[input.length]}.`,
  listen(inputs) {
    const support = supportOf(inputs, [inputs.input.points, inputs.input.reference]);
    return plainHearing(
      async (text, breathe) => {
        const { check } = drawnOn(text, inputs.findings, support);
        // Numbers of sections are no figures of the note.
        const said = inputs.findings.enough ? withoutNumbers(text).words : text;
        const unsupported = await checkUnsupported(said, support, null, breathe);
        return [unsupported, check].filter((one) => one !== null);
      },
      (text) => drawnOn(text, inputs.findings, support).sources,
    );
  },
};
