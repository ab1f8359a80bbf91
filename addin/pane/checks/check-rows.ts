import type { Check, FactKind, FactMention, Readability } from '../../../contract/checks.ts';

/** One thing that a check found, and where it stands. */
export interface CheckItem {
  text: string;
  /** A text to be looked for in the source or in the result; null where there is no place to show. */
  at: { in: 'source' | 'result'; text: string } | null;
}

/** What a check found, in a line that opens. */
export interface CheckRow {
  tone: 'good' | 'attention';
  head: string;
  items: CheckItem[];
}

const kinds: Record<FactKind, string> = {
  number: 'Zahl',
  amount: 'Betrag',
  share: 'Prozentsatz',
  date: 'Datum',
  law: 'Rechtsgrundlage',
  reference: 'Zeichen',
  name: 'Name',
  contact: 'Kontaktangabe',
};

/** What the checks of a result found, in words; what is in order and says nothing is left out. */
export function rowsOf(checks: readonly Check[]): CheckRow[] {
  return checks.flatMap(rowsOfCheck);
}

function rowsOfCheck(check: Check): CheckRow[] {
  switch (check.kind) {
    case 'survival':
      return survivalRows(check.missing, check.added);
    case 'readability':
      return [readabilityRow(check)];
    case 'questions':
      return questionRows(check.questions);
    case 'unsupported':
      return check.items.length === 0 ? [] : [unsupportedRow(check.items)];
    case 'attachment-named':
      return [
        {
          tone: 'attention',
          head: 'Der Text nennt eine Anlage',
          items: [
            {
              text: `Der Text sagt „${check.text}“. Bitte hängen Sie die Datei vor dem Senden an.`,
              at: { in: 'result', text: check.text },
            },
          ],
        },
      ];
    case 'sources':
      return check.unborne.length === 0
        ? []
        : [
            {
              tone: 'attention',
              head: 'Nummern, deren Fundstelle den Satz nicht belegt',
              items: check.unborne.map(({ numbers, text }) => ({
                text: `[${numbers.join(', ')}] ${text}`,
                at: { in: 'result', text },
              })),
            },
          ];
    case 'placeholders':
      return check.unknown.length === 0 ? [] : [placeholdersRow(check.unknown)];
  }
}

function survivalRows(missing: readonly FactMention[], added: readonly FactMention[]): CheckRow[] {
  const rows: CheckRow[] = [];
  if (missing.length > 0) {
    rows.push({
      tone: 'attention',
      head: `${count(missing.length, 'Angabe', 'Angaben')} des alten Textes ${missing.length === 1 ? 'fehlt' : 'fehlen'}`,
      items: missing.map(({ kind, text }) => ({
        text: `${kinds[kind]}: ${text}`,
        at: { in: 'source', text },
      })),
    });
  }
  if (added.length > 0) {
    rows.push({
      tone: 'attention',
      head: `${count(added.length, 'Angabe', 'Angaben')} ${added.length === 1 ? 'ist' : 'sind'} neu`,
      items: added.map(({ kind, text }) => ({ text: `${kinds[kind]}: ${text}`, at: { in: 'result', text } })),
    });
  }
  return rows.length > 0 ? rows : [{ tone: 'good', head: 'Zahlen, Daten und Namen erhalten', items: [] }];
}

function readabilityRow({ before, after, gate, fails }: Extract<Check, { kind: 'readability' }>): CheckRow {
  const goal = gate === 'simple' ? 'Einfache Sprache' : 'bürgernah';
  const change = `Verständlichkeit ${round(before.flesch)} → ${round(after.flesch)}`;
  return {
    tone: fails.length === 0 ? 'good' : 'attention',
    head:
      gate === null ? change : `${change} · ${goal} ${fails.length === 0 ? 'erreicht' : 'nicht erreicht'}`,
    items: measures(before, after).map((text) => ({ text, at: null })),
  };
}

function measures(before: Readability, after: Readability): string[] {
  const line = (name: string, value: (of: Readability) => string) =>
    `${name}: vorher ${value(before)}, nachher ${value(after)}`;
  return [
    line('Wörter je Satz', ({ sentenceLength }) => decimal(sentenceLength)),
    line('Sätze über 20 Wörter', ({ longSentences }) => `${round(longSentences * 100)} %`),
    line('Lesbarkeit nach Flesch-Amstad (höher ist leichter)', ({ flesch }) => round(flesch)),
    line('Wiener Sachtextformel (etwa Schuljahre)', ({ wstf }) => decimal(wstf)),
  ];
}

function questionRows(questions: Extract<Check, { kind: 'questions' }>['questions']): CheckRow[] {
  const answered = questions.filter(({ state }) => state === 'answered');
  const open = questions.filter(({ state }) => state === 'open');
  const rows: CheckRow[] = [];
  if (answered.length > 0) {
    rows.push({
      tone: 'good',
      head: `${count(answered.length, 'Frage', 'Fragen')} beantwortet`,
      items: answered.map(({ text, place }) => ({
        text,
        at: place === null ? null : { in: 'result', text: place },
      })),
    });
  }
  if (open.length > 0) {
    rows.push({
      tone: 'attention',
      head: `${count(open.length, 'Frage', 'Fragen')} offen`,
      items: open.map(({ text }) => ({ text, at: { in: 'source', text } })),
    });
  }
  return rows;
}

function unsupportedRow(items: Extract<Check, { kind: 'unsupported' }>['items']): CheckRow {
  return {
    tone: 'attention',
    head: `${count(items.length, 'Angabe', 'Angaben')} ohne Beleg`,
    items: items.map(({ kind, text }) => ({
      text: `${kind === 'promise' ? 'Zusage' : kinds[kind]}: ${text}`,
      at: { in: 'result', text },
    })),
  };
}

function placeholdersRow(unknown: readonly string[]): CheckRow {
  return {
    tone: 'attention',
    head: `${unknown.length} Platzhalter des Modells ohne Angabe dahinter`,
    items: unknown.map((text) => ({ text: `Bitte ersetzen: ${text}`, at: { in: 'result', text } })),
  };
}

/** What stands in a result without any input saying it: it is marked there. */
export function doubtsOf(checks: readonly Check[]): string[] {
  const doubts = checks.flatMap((check) => {
    if (check.kind === 'unsupported') return check.items.map(({ text }) => text);
    if (check.kind === 'placeholders') return check.unknown;
    return check.kind === 'survival' ? check.added.map(({ text }) => text) : [];
  });
  // The longer first: a number within a placeholder is not marked for itself.
  return doubts.toSorted((one, other) => other.length - one.length);
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

const rounded = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 0 });
const withDecimal = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const round = (value: number) => rounded.format(value);
const decimal = (value: number) => withDecimal.format(value);
