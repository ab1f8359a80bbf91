import { cellsOf, headingText, type BlockKind } from './blocks.ts';
import type { Digest } from './digest.ts';
import { readable } from './sentences.ts';

/** What a letterhead or a form says with a label: "Az.: 10-023", a table of Fachbereich and Bearbeiter. */
export interface Field {
  label: string;
  value: string;
  /** Place of its block in the text. */
  at: number;
}

const LABELS =
  'Absender|Von|Herausgeber|Behörde|Az\\.?|AZ|Aktenzeichen|Geschäftszeichen|Unser Zeichen|Ihr Zeichen|Mein Zeichen|Unsere Nachricht vom|Datum|Betreff|Betr\\.?|Tagesordnungspunkt|TOP|Gegenstand|Thema|Bezug|Anlagen?|Anlage/n|Anlage\\(n\\)|Fachbereich|Referat|Abteilung|Bearbeiter(?:in)?|Bearbeitet von|Bearbeitung|Sachbearbeitung|Ansprechpartner(?:in)?|Ansprechperson(?:en)?|Auskunft erteilt|Auskunft|Kontakt|Zuständig|Rückfragen an|Stand|Ihre Nachricht vom|An|Nachrichtlich|Geltungsbereich|Telefon|Tel\\.?|E-Mail|Empfänger|Adressaten|Verteiler|Beschlussgremium|Gremium|Frist|Stichtag|Mitzeichnung';
const LABEL_ALONE = new RegExp(`^(?:${LABELS})\\s*:?$`, 'u');
const LABEL_WITH_VALUE = new RegExp(`^(${LABELS})\\s*:\\s*(\\S.*)$`, 'u');
const MAX_VALUE_CHARS = 300;
/** Labels of a letterhead stand at the beginning, those of the annexes at the end. */
const MAX_VALUES = 20;
const ENDS_LIST: ReadonlySet<BlockKind> = new Set(['row', 'footnote', 'quote']);

/** Whether a line is a label with its value, as in an information block: "Unser Zeichen: 10-2". */
export function isField(text: string): boolean {
  return text.length <= MAX_VALUE_CHARS && LABEL_WITH_VALUE.test(text);
}

/** All labelled values of a text: lines with a colon, a label above its text, and tables. */
export function fieldsOf(from: Pick<Digest, 'source' | 'blocks'>): Field[] {
  const found: Field[] = [];
  for (const [i, block] of from.blocks.entries()) {
    const add = (label: string, value: string): void => {
      const plain = readable(value);
      if (plain && plain.length <= MAX_VALUE_CHARS)
        found.push({ label: headingText(label), value: plain, at: i });
    };
    const text = readable(block.text);
    if (block.kind === 'row') {
      const cells = cellsOf(from.source, block).map(readable);
      const labels = cells.filter((cell) => LABEL_ALONE.test(cell));
      if (labels.length === 0) continue;
      const [first = '', second = ''] = cells;
      if (cells.length === 2 && labels.length === 1 && LABEL_ALONE.test(first) && second) {
        add(first, second);
        continue;
      }
      // One column of a larger table is no letterhead.
      if (labels.length * 2 < cells.length) continue;
      // The day in a row of committees is that of their meeting, not of the paper.
      const meeting = labels.some((label) => /gremium/iu.test(label));
      const below = from.blocks[i + 1];
      const values = below?.kind === 'row' ? cellsOf(from.source, below) : [];
      for (const [at, cell] of cells.entries()) {
        if (LABEL_ALONE.test(cell)) add(meeting && cell === 'Datum' ? 'Sitzung am' : cell, values[at] ?? '');
      }
      continue;
    }
    // One line may hold several: "Az.: 10-024 · Stand: 1. Oktober 2026".
    const inLine = (text.length <= MAX_VALUE_CHARS ? text.split(' · ') : [])
      .map((part) => LABEL_WITH_VALUE.exec(part))
      .filter((part) => part !== null);
    if (inLine.length > 0) {
      for (const [, label = '', value = ''] of inLine) add(label, value);
    } else if ((block.kind === 'label' || block.kind === 'heading') && LABEL_ALONE.test(headingText(text))) {
      for (let at = i + 1; at <= i + MAX_VALUES; at++) {
        const next = from.blocks[at];
        if (!next || next.kind === 'label' || next.kind === 'heading' || ENDS_LIST.has(next.kind)) break;
        // Annexes and receivers stand one on a line, however long the lines are.
        for (const line of from.source.slice(next.start, next.end).split('\n')) add(text, line);
      }
    }
  }
  return found;
}

/** The values of the fields whose label matches, in order, each once. */
export function valuesOf(fields: Field[], label: RegExp): string[] {
  return [...new Set(fields.filter((field) => label.test(field.label)).map((field) => field.value))];
}
