import type {
  AllocationReport,
  ComparisonReport,
  Dimension,
  ForecastReport,
  KommuneUse,
  UseReport,
} from '../../contract/reports.ts';
import { germanDay } from '../deadlines/calendar.ts';
import { germanMonth } from './months.ts';
import { DIMENSIONS, KEYS, type KommuneNames, valueName } from './names.ts';
import type { Column, Document, Value } from './sheet.ts';

const PROTECTION =
  'Zahlen von weniger als fünf Personen werden nicht ausgewiesen, auch nicht mittelbar: Sie sind mit anderen unter „übrige“ zusammengefasst. Eine Zeile kann deshalb weniger enthalten, als tatsächlich angefallen ist; die Summe der Zeilen stimmt.';
const WHOLE_MONTHS = 'Ausgewiesen werden abgeschlossene Monate, vom dritten Tag des folgenden Monats an.';
const EXACT_COST = 'Der Betrag eines Monats ist genau, auch wo die Nutzung nicht ausgewiesen wird.';
const TOKENS =
  'Wo mehrere Modelle zusammengefasst sind, werden keine Tokens ausgewiesen; die Summe enthält nur die ausgewiesenen.';

/** "November 2026 bis Januar 2027" */
function periodOf({ from, to }: { from: string; to: string }): string {
  return from === to ? germanMonth(from) : `${germanMonth(from)} bis ${germanMonth(to)}`;
}

function text(label: string): Column {
  return { label, kind: 'text' };
}

function cents(label: string): Column {
  return { label, kind: 'cents' };
}

/** Use and cost, line by line, and what each month cost. */
export function useDocument(report: UseReport, names: KommuneNames): Document {
  return {
    title: `Nutzung und Kosten der KI-Plattform, ${periodOf(report)}`,
    notes: [PROTECTION, TOKENS, EXACT_COST, WHOLE_MONTHS],
    sheets: [
      {
        name: 'Nutzung',
        title: `Nutzung nach ${report.by.map((by) => DIMENSIONS[by]).join(', ')}`,
        columns: [
          text('Kommune'),
          text('Monat'),
          ...report.by.map((by) => text(DIMENSIONS[by])),
          text('Personen'),
          { label: 'Aufrufe', kind: 'count' },
          { label: 'Tokens Eingabe', kind: 'count' },
          { label: 'Tokens Ausgabe', kind: 'count' },
          cents('Kosten in Euro'),
        ],
        rows: report.kommunen.flatMap((use) => useRows(use, report.by, names)),
      },
      {
        name: 'Monate',
        title: 'Monate',
        columns: [
          text('Kommune'),
          text('Monat'),
          text('Stand'),
          { label: 'Personen', kind: 'count' },
          { label: 'Aufrufe', kind: 'count' },
          cents('Kosten in Euro'),
        ],
        rows: report.kommunen.flatMap((use) => monthRows(use, names)),
      },
    ],
  };
}

function useRows({ kommune, months }: KommuneUse, by: readonly Dimension[], names: KommuneNames): Value[][] {
  return months.flatMap((month) => {
    if (month.state !== 'published') return [];
    return month.rows.map(({ values, persons, calls, inputTokens, outputTokens, cents: cost }) => [
      names.get(kommune) ?? kommune,
      month.month,
      ...by.map((dimension, index) => valueName(dimension, values[index] ?? null)),
      persons === null ? null : `${persons.from} bis ${persons.to}`,
      calls,
      inputTokens,
      outputTokens,
      cost,
    ]);
  });
}

function monthRows({ kommune, months }: KommuneUse, names: KommuneNames): Value[][] {
  return months.map((month) => {
    const name = names.get(kommune) ?? kommune;
    switch (month.state) {
      case 'open':
        return [name, month.month, 'noch nicht abgeschlossen', null, null, null];
      case 'withheld':
        return [name, month.month, 'Nutzung nicht ausgewiesen', null, null, month.cents];
      case 'published':
        return [name, month.month, 'abgeschlossen', month.persons, month.calls, month.cents];
    }
  });
}

function openNote(months: readonly string[]): string[] {
  if (months.length === 0) return [];
  return [`Noch nicht abgeschlossen und nicht enthalten: ${months.map(germanMonth).join(', ')}.`];
}

/** What each Kommune has to bear. */
export function allocationDocument(report: AllocationReport, names: KommuneNames): Document {
  const { items, shares } = report;
  const undivided = items.filter(({ state, cents: cost }) => state === 'undivided' && cost !== 0);
  return {
    title: `Umlage der Kosten der KI-Plattform, ${periodOf(report)}`,
    notes: [
      'Verteilt nach dem Verfahren der größten Reste (Hare/Niemeyer); die Anteile ergeben auf den Cent die Summe.',
      ...undivided.map(({ title, key }) => `„${title}“ lässt sich ${KEYS[key]} nicht verteilen.`),
      `Stand der Positionen: Fassung ${report.plan}.`,
      ...openNote(report.openMonths),
    ],
    sheets: [
      {
        name: 'Umlage',
        title: 'Umlage',
        columns: [
          text('Kommune'),
          ...items.map(({ title, key }) => cents(`${title} (${KEYS[key]})`)),
          cents('Summe'),
        ],
        rows: shares.map(({ kommune, cents: parts, total }) => [
          names.get(kommune) ?? kommune,
          ...parts,
          total,
        ]),
      },
    ],
  };
}

/** Against the Vergleichsrechnung. */
export function comparisonDocument(report: ComparisonReport, names: KommuneNames): Document {
  const rows: Value[][] = report.kommunen.map((one) => {
    const name = names.get(one.kommune) ?? one.kommune;
    if (one.state === 'withheld') return [`${name} (nicht ausgewiesen)`, null, null, null, null];
    return [name, one.elsewhere, one.own, one.saved, one.savedPercent];
  });
  const { elsewhere, own, saved, savedPercent } = report.total;
  const isAll = report.kommunen.length > 1;
  return {
    title: `Vergleichsrechnung, ${periodOf(report)}`,
    notes: [
      'Eigene Kosten: Anteil an Sprachmodellen und Plattform, ohne Zuwendungen. Vergleichskosten nach den eingetragenen Positionen.',
      ...(rows.some((row) => row[1] === null)
        ? [
            'Nicht ausgewiesene Kommunen hatten weniger als fünf Personen und sind in der Summe nicht enthalten.',
          ]
        : []),
      `Stand der Positionen: Fassung ${report.plan}.`,
      ...openNote(report.openMonths),
    ],
    sheets: [
      {
        name: 'Vergleich',
        title: 'Vergleich',
        columns: [
          text('Kommune'),
          cents('Vergleichskosten'),
          cents('Eigene Kosten'),
          cents('Ersparnis'),
          { label: 'Ersparnis in Prozent', kind: 'percent' },
        ],
        rows: isAll ? [...rows, ['Summe', elsewhere, own, saved, savedPercent]] : rows,
      },
    ],
  };
}

const OWNERS = { verbund: 'vom Verbund', kommune: 'eigenes' } as const;
const PERIODS = { month: 'Monat', year: 'Jahr', total: 'gesamt' } as const;

/** Where the budgets are heading. */
export function forecastDocument({ kommune, budgets }: ForecastReport, names: KommuneNames): Document {
  const name = kommune === null ? 'Verbund' : (names.get(kommune) ?? kommune);
  const day = (value: string | null) => (value === null ? 'reicht aus' : germanDay(value));
  return {
    title: `Prognose der Budgets, ${name}`,
    notes: [
      'Schätzung, keine Zusage: Eine Gerade durch die Kosten der Arbeitstage der letzten 13 Wochen wird fortgeschrieben; die Spanne trifft in vier von fünf Fällen zu. Neue Aufgaben, Preise und Ferien kennt sie nicht.',
      'Stand ist das Ende der letzten abgeschlossenen Woche, in vollen Euro.',
    ],
    sheets: [
      {
        name: 'Prognose',
        title: 'Prognose',
        columns: [
          text('Budget'),
          text('Stand'),
          text('Endet am'),
          { label: 'Budget in Euro', kind: 'euro' },
          { label: 'Verbraucht', kind: 'euro' },
          { label: 'Erwartet', kind: 'euro' },
          { label: 'Mindestens', kind: 'euro' },
          { label: 'Höchstens', kind: 'euro' },
          text('Aufgebraucht am (erwartet)'),
          text('frühestens'),
          text('spätestens'),
        ],
        rows: budgets.map(({ owner, period, forecast }) => {
          const { asOf, end, budgetEuro, spentEuro } = forecast;
          const known = [
            `${PERIODS[period]} (${OWNERS[owner]})`,
            germanDay(asOf),
            germanDay(end),
            budgetEuro,
            spentEuro,
          ];
          if (forecast.state === 'unknown')
            return [...known, null, null, null, 'noch zu wenig Nutzung', null, null];
          const { expectedEuro, lowEuro, highEuro, expectedDay, earliestDay, latestDay } = forecast;
          return [
            ...known,
            expectedEuro,
            lowEuro,
            highEuro,
            day(expectedDay),
            day(earliestDay),
            day(latestDay),
          ];
        }),
      },
    ],
  };
}
