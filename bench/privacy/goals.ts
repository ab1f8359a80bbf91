import type { CorpusFigures } from './measures/corpus.ts';
import type { GrowthRow } from './measures/hostile.ts';
import type { LoadFigures } from './measures/load.ts';
import type { PersonFigures } from './measures/persons.ts';
import type { SpeedFigures } from './measures/speed.ts';
import { share, type Tally } from './measures/tally.ts';

/** A figure, as it is printed: without a goal it only informs. */
export interface Row {
  figure: string;
  reached: string;
  goal: string;
  met: boolean | null;
}

/** As numbers are read: `.983 (651 of 662)`. */
const shareWords = (tally: Tally) =>
  tally.of === 0 ? '–' : `${share(tally).toFixed(3).replace(/^0/, '')} (${tally.reached} of ${tally.of})`;

const least = (figure: string, tally: Tally, goal: number): Row => ({
  figure,
  reached: shareWords(tally),
  goal: `≥ ${String(goal).replace(/^0/, '')}`,
  met: share(tally) >= goal,
});

const most = (figure: string, value: number, goal: number, unit: string): Row => ({
  figure,
  reached: `${value.toFixed(1)}${unit}`,
  goal: `≤ ${goal}${unit}`,
  met: value <= goal,
});

const plain = (figure: string, tally: Tally): Row => ({
  figure,
  reached: shareWords(tally),
  goal: '',
  met: null,
});

/** A half of the own corpus. */
export function corpusRows(half: string, figures: CorpusFigures): Row[] {
  const of = (what: string) => `${half}: ${what}`;
  return [
    least(of('persons R'), figures.persons.recall, 0.98),
    least(of('persons P'), figures.persons.precision, 0.9),
    plain(of('persons R, texts by hand'), figures.personsByHand.recall),
    plain(of('persons P, texts by hand'), figures.personsByHand.precision),
    least(of('check digits R'), figures.checked.recall, 0.995),
    least(of('check digits P'), figures.checked.precision, 0.99),
    least(of('phone R'), figures.phones, 0.98),
    least(of('PLZ and place R'), figures.places, 0.98),
    least(of('street and number R'), figures.streets, 0.95),
    least(of('labelled numbers R'), figures.labelled, 0.97),
    plain(of('birth dates R'), figures.birthdates),
    plain(of('e-mail and URL R'), figures.mailboxes),
    least(of('texts with nothing left'), figures.clean, 0.9),
    plain(of('the same, texts by hand'), figures.cleanByHand),
    plain(of('found as what it is'), figures.rightKind),
  ];
}

export function germevalRows(how: string, { score }: PersonFigures): Row[] {
  return [
    least(`GermEval dev, ${how}: persons R`, score.recall, 0.85),
    least(`GermEval dev, ${how}: persons P`, score.precision, 0.75),
  ];
}

export function courtRows(how: string, { falseSpans, tokens, score }: PersonFigures): Row[] {
  return [
    most(`court decisions, ${how}: false spans per 1,000 tokens`, (falseSpans / tokens) * 1_000, 1, ''),
    plain(`court decisions, ${how}: persons R`, score.recall),
  ];
}

export function costRows(speed: SpeedFigures, load: LoadFigures): Row[] {
  return [
    most('10,000 characters, p50', speed.p50Ms, 15, ' ms'),
    most('10,000 characters, p95', speed.p95Ms, 30, ' ms'),
    {
      figure: '10,000 characters, CPU time, p50',
      reached: `${speed.cpuP50Ms.toFixed(1)} ms`,
      goal: '',
      met: null,
    },
    most('load in a fresh process', load.loadMs, 300, ' ms'),
    most('memory after it', load.growthMB, 80, ' MB'),
  ];
}

// Twice is linear; what is more than a little above it comes from no garbage collection.
const LINEAR = 2.5;
const MOST_MS = 5_000;

/** Too short to measure counts as linear; a slow text is short whatever its growth. */
export function growthRows(rows: readonly GrowthRow[]): Row[] {
  return rows.map(({ name, milliseconds, growth }) => {
    const last = milliseconds.at(-1) ?? NaN;
    const kilobytes = 64 * 2 ** (milliseconds.length - 1);
    return {
      figure: `doubling: ${name}`,
      reached: `× ${Number.isNaN(growth) ? '–' : growth.toFixed(1)} (${kilobytes} KB in ${Math.round(last)} ms)`,
      goal: `≤ × ${LINEAR}`,
      met: !(growth > LINEAR) && last <= MOST_MS,
    };
  });
}

/** A Markdown table. */
export function tableLines(rows: readonly Row[]): string[] {
  return [
    '| figure | reached | goal | met |',
    '|---|---|---|---|',
    ...rows.map(
      ({ figure, reached, goal, met }) =>
        `| ${figure} | ${reached} | ${goal} | ${met === null ? '' : met ? 'ok' : '**short**'} |`,
    ),
  ];
}
