import type { RewriteInput } from '../../contract/tasks/rewrite.ts';
import type { Check, Gate } from '../../contract/checks.ts';
import { checkReadability } from '../checks/readability.ts';
import { checkSurvival } from '../checks/survival.ts';
import type { Breathe } from '../text/breathe.ts';
import { fencedReading } from './fence.ts';
import { type Inputs, plainHearing } from './hearing.ts';
import { wishesOf } from './inputs.ts';
import type { Task } from './task.ts';

/** Gates after Flesch-Amstad and the first Wiener Sachtextformel, as instructions that a model can follow. */
const styles: Record<RewriteInput['style'], string> = {
  plain:
    'Schreiben Sie den Text bürgernah um: im Durchschnitt höchstens 15 Wörter je Satz, kein Satz über 20 Wörter, Verben statt Hauptwörter, Aktiv statt Passiv, Fachwörter beim ersten Mal erklärt.',
  shorter:
    'Kürzen Sie den Text auf etwa die Hälfte. Jede Tatsache, jede Frist und jede Pflicht bleibt; Wiederholungen und Füllwörter fallen weg.',
  formal:
    'Schreiben Sie den Text förmlicher: sachliche Amtssprache, vollständige Sätze, ohne Umgangssprache.',
  friendly:
    'Schreiben Sie den Text freundlicher: zugewandt und höflich, Bitten statt Befehle, ohne den Inhalt weicher zu machen.',
  simple:
    'Schreiben Sie den Text in Einfacher Sprache (DIN 8581-1): höchstens 12 Wörter je Satz, ein Gedanke je Satz, kurze bekannte Wörter, keine Schachtelsätze; unvermeidbare Fachwörter in einem eigenen Satz erklärt.',
  correct:
    'Verbessern Sie nur Rechtschreibung, Grammatik und Zeichensetzung. Wortwahl, Satzbau und Gliederung bleiben, wie sie sind.',
  custom: 'Schreiben Sie den Text nach dem Wunsch unten um.',
};

/** Whom the new text shall be easy for. */
const gates: Record<RewriteInput['style'], Gate | null> = {
  plain: 'plain',
  simple: 'simple',
  shorter: null,
  formal: null,
  friendly: null,
  correct: null,
  custom: null,
};

/** Whether the facts of the original are still there, and how hard the text was and is to read. */
async function checksOf(text: string, inputs: Inputs<'rewrite'>, breathe: Breathe): Promise<Check[]> {
  const { input, reading } = inputs;
  if (reading.kind !== 'document') return [];
  const given = [reading.title, input.wish, ...wishesOf(inputs)];
  const survival = await checkSurvival(reading.text, text, given, breathe);
  const reads = await checkReadability(reading.text, text, gates[input.style], breathe);
  return survival ? [survival, reads] : [reads];
}

/** Umschreiben. */
export const rewrite: Task<'rewrite'> = {
  name: 'rewrite',
  long: 'piecewise',
  ask: ({ input, reading, nonce }) => `${styles[input.style]}

${fencedReading(reading, nonce)}
${input.wish.trim() === '' ? '' : `\nWunsch der Beschäftigten:\n${input.wish.trim()}\n`}
Der Inhalt bleibt gleich: Alle Zahlen, Beträge, Daten, Fristen, Paragrafen, Aktenzeichen und Namen des Originals stehen auch im neuen Text; nichts kommt hinzu. Überschriften, Listen, Tabellen und Platzhalter in doppelten eckigen Klammern bleiben erhalten; [[Textbaustein …]] steht unverändert in einer Zeile für sich. Titel und Kopfzeilen des Materials, die nicht zum Text gehören, geben Sie nicht wieder. Geben Sie nur den neuen Text aus.`,
  listen: (inputs) => plainHearing((text, breathe) => checksOf(text, inputs, breathe)),
};
