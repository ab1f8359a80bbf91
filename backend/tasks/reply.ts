import type { ReplyInput } from '../../contract/tasks/reply.ts';
import { MAX_QUESTIONS, questionsOfLetter } from '../checks/letter-questions.ts';
import { knowledgeFor } from './drawn-on.ts';
import { fence, fencedReading } from './fence.ts';
import type { Reading } from './reading.ts';
import { replyHearing } from './reply-hearing.ts';
import { TRAILER_MARK } from './reply-trailer.ts';
import { pointList, signature } from './rules.ts';
import type { Task } from './task.ts';

const tones: Record<ReplyInput['tone'], string> = {
  neutral: 'sachlich und höflich',
  formal: 'förmlich, in der Sprache eines Bescheids, aber verständlich',
  friendly: 'freundlich und zugewandt, ohne vertraulich zu werden',
};

const lengths: Record<ReplyInput['length'], string> = {
  short: 'kurz: so wenige Sätze wie möglich',
  medium: 'mittel: ein bis drei Absätze',
  long: 'ausführlich: jeder Punkt mit einer Erläuterung',
};

/** Form after DIN 5008; the Antwortschreiben rules of the administration: answer first, every question answered. */
const forms: Record<ReplyInput['form'], string> = {
  letter: `Form: Brief nach DIN 5008, in dieser Reihenfolge:
- Anschrift der Empfängerin oder des Empfängers, eine Angabe je Zeile
- Informationsblock als Tabelle mit zwei Spalten: Ihr Zeichen, Ihre Nachricht vom, Unser Zeichen, Name, Telefon, E-Mail, Datum
- Betreff in einer Zeile, fett, ohne das Wort „Betreff“ und ohne Punkt
- Anrede, Text, „Mit freundlichen Grüßen“ ohne Satzzeichen, „i. A.“, Name
- „Anlagen“ nur, wenn der Text welche nennt; dann jede einzeln`,
  mail: `Form: E-Mail. Beginnen Sie mit der Anrede; kein Betreff, kein Informationsblock. Am Ende „Mit freundlichen Grüßen“ ohne Satzzeichen, darunter Name, Fachbereich, Behörde und Telefon.`,
};

/**
 * Asks for the list of answered questions that the person never sees. What stands outside of the fence is the same for
 * every letter, so that no letter can change what is asked.
 */
function coverage(letter: Reading, nonce: string): string {
  const questions = questionsOfLetter(letter).slice(0, MAX_QUESTIONS);
  const list = questions.map(({ sentence }, index) => `${index + 1}. ${sentence.text}`).join('\n');
  return `Das Schreiben stellt diese Fragen und Bitten:
${fence('Fragen des Schreibens', list === '' ? '(keine)' : list, nonce)}

Unter Ihren fertigen Text, auch unter jede Überarbeitung, setzen Sie die Zeile
${TRAILER_MARK}
und darunter für jede Nummer genau eine Zeile, sonst nichts. Beantwortet Ihr Text die Frage: Nummer, „beantwortet:“ und die wörtliche Stelle Ihres Textes in Anführungszeichen. Sonst: Nummer und „offen“. Steht an der Stelle nur [[Bitte ergänzen: …]], so ist die Frage offen. Hat die Liste keine Nummer, so entfällt beides. Zum Beispiel:
1 beantwortet: „wörtliche Stelle Ihres Textes“
2 offen
Diese Zeilen werden abgetrennt; sie gehören nicht zum Schreiben.`;
}

/** Antwortschreiben. */
export const reply: Task<'reply'> = {
  name: 'reply',
  long: 'condense',
  ask: ({
    input,
    reading,
    whole,
    passages,
    author,
    nonce,
  }) => `Entwerfen Sie das Antwortschreiben auf dieses Schreiben.

${fencedReading(reading, nonce)}
${knowledgeFor(passages, nonce)}
Das soll drinstehen (Angaben der Beschäftigten, verbindlich):
${pointList(input.points, '- keine Vorgaben: Beantworten Sie das Schreiben, soweit das Material es zulässt.')}

Absender:
${signature(author)}

${forms[input.form]}

So schreiben Sie:
- Nehmen Sie Bezug auf das Schreiben mit seinem Datum.
- Die Antwort kommt zuerst, die Begründung danach.
- Beantworten Sie jede Frage des Schreibens einzeln. Wissen Sie eine Antwort nicht, so steht dort [[Bitte ergänzen: Antwort auf „…“]].
- Keine Zusage, kein Datum und kein Betrag, die nicht in den Angaben oder im Material stehen.
- Die Anrede richtet sich nach der Unterschrift oder dem Absender. Ist unklar, ob Frau oder Herr, so schreiben Sie „Guten Tag“ mit Vor- und Nachnamen; ohne Namen „Sehr geehrte Damen und Herren,“.
- Ton: ${tones[input.tone]}. Länge: ${lengths[input.length]}.

${coverage(whole, nonce)}`,
  listen: replyHearing,
};
