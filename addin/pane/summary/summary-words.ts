import type { Evidence, Statement } from '../../../contract/summary.ts';

/** What is known of a statement, in a word. */
export const evidenceWords: Record<Evidence['state'], string> = {
  proven: 'belegt',
  inexact: 'ungenau',
  unproven: 'nicht belegt',
  absent: '',
};

/** Why a statement is not simply "belegt"; empty where it is. */
export function evidenceReason(evidence: Evidence): string {
  switch (evidence.state) {
    case 'proven':
    case 'absent':
      return '';
    case 'inexact':
      return evidence.figures.length === 0
        ? 'Im Text steht es mit anderen Worten.'
        : `In der Textstelle steht nicht: ${evidence.figures.join(', ')}`;
    case 'unproven':
      return 'Im Text findet sich keine Stelle dafür. Bitte prüfen Sie die Aussage.';
  }
}

/** "9 belegt · 1 ungenau · 1 nicht belegt"; empty where there is no statement to count. */
export function evidenceCounts(statements: readonly Statement[]): string {
  return (['proven', 'inexact', 'unproven'] as const)
    .map((state) => ({
      state,
      count: statements.filter(({ evidence }) => evidence.state === state).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${evidenceWords[state]}`)
    .join(' · ');
}

const dayFormat = new Intl.DateTimeFormat('de-DE', {
  weekday: 'short',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A calendar date with its day of the week: "Di., 15.12.2026". */
export function dayText(date: string): string {
  return dayFormat.format(new Date(`${date}T00:00:00Z`));
}

/** A remark beside a passage: the statement, without signs of Markdown. */
export function remarkOf({ section, text }: Statement): string {
  const plain = text.replace(/\*\*|\\(?=[^\w\s])/g, '');
  return section === '' ? plain : `${section}: ${plain}`;
}

/** The passage that a statement rests on; null where it rests on none. */
export function passageOf(evidence: Evidence): string | null {
  return 'passage' in evidence ? evidence.passage : null;
}

const TITLE_CHARS = 100;

/** What is due as the title of an entry in a calendar: without the period before a quotation, without its marks, short. */
export function entryTitle(what: string): string {
  const plain = what
    .replace(/^[^„:]{1,80}:\s*(?=„)/, '')
    .replaceAll(/[„“]/g, '')
    .trim();
  if (plain.length <= TITLE_CHARS) return plain;
  const cut = plain.slice(0, TITLE_CHARS);
  return `${cut.slice(0, cut.lastIndexOf(' ')).replace(/[,;:]$/, '')} …`;
}
