import type { LibraryCard, LibraryOrigin } from '../../../contract/agents/library.ts';
import type { StepResult } from '../../../contract/agents/result.ts';
import type { RunState, RunStep, RunView } from '../../../contract/agents/run.ts';
import { findGaps } from '../../../contract/gaps.ts';
import { germanDate } from '../../../contract/german-date.ts';
import { gapsText } from '../german.ts';
import { valueText } from './values.ts';

/** Where something comes from, in a word. */
export const originWords: Record<LibraryOrigin, string> = {
  shipped: 'mitgeliefert',
  verbund: 'Verbund',
  kommune: 'Ihre Kommune',
  own: 'von Ihnen',
};

/** "Ordnungsamt · Verbund" */
export function cardText({ owner, origin }: LibraryCard): string {
  const from = originWords[origin];
  return owner.includes(from) ? owner : [owner, from].filter(Boolean).join(' · ');
}

/** That the day of its review is past; null while it is not. */
export function overdueText({ reviewOn }: Pick<LibraryCard, 'reviewOn'>, now: Date): string | null {
  if (reviewOn === null || reviewOn >= isoDay(now)) return null;
  const day = reviewOn.split('-').toReversed().join('.');
  return `Sollte bis ${day} überprüft werden; bitte sehen Sie das Ergebnis besonders genau an.`;
}

function isoDay(now: Date): string {
  return germanDate(now).split('.').toReversed().join('-');
}

export const runStateWords: Record<RunState, string> = {
  running: 'läuft',
  waiting: 'wartet auf Sie',
  done: 'fertig',
  failed: 'unterbrochen',
  stopped: 'angehalten',
};

const times = new Intl.DateTimeFormat('de-DE', {
  day: '2-digit',
  month: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Berlin',
});

/** "27.11., 14:03 Uhr" */
export function startedText(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? '' : `${times.format(time)} Uhr`;
}

export const stepStateWords: Record<RunStep['state'] | 'ahead', string> = {
  running: 'läuft',
  waiting: 'wartet auf Sie',
  done: 'fertig',
  failed: 'nicht gelungen',
  ahead: 'kommt noch',
};

/** What a step came to, in a few words; empty where its title says it all. */
export function gistOf(result: StepResult): string {
  switch (result.kind) {
    case 'lesen':
      return readGist(result.records);
    case 'nachschlagen':
      return lookupGist(result);
    case 'pruefen':
      return result.holds ? 'in Ordnung' : result.says;
    case 'rechnen':
    case 'fragen':
      return short(valueText(result.value)) || 'keine Angabe';
    case 'schreiben':
      return textGist(result.text);
    case 'freigeben':
      return 'einverstanden';
    case 'entscheiden':
      return result.chosen === null ? 'kein Fall trifft zu' : `Fall ${result.chosen + 1} trifft zu`;
    case 'je':
      return result.count === 1 ? '1 Eintrag' : `${result.count} Einträge`;
    case 'antwort':
      return result.calls.length === 0 ? textGist(result.text) : '';
    case 'werkzeug':
      return result.refused ? 'abgelehnt' : '';
  }
}

function readGist(records: Extract<StepResult, { kind: 'lesen' }>['records']): string {
  const all = records.flatMap(({ values }) => Object.values(values));
  const found = all.filter(({ kind }) => kind !== 'leer').length;
  if (records.length > 1) return `${records.length} Einträge gelesen`;
  if (found === 0) return 'nichts gefunden';
  return found === all.length ? `${found} Angaben gelesen` : `${found} von ${all.length} Angaben gefunden`;
}

function lookupGist({ answer }: Extract<StepResult, { kind: 'nachschlagen' }>): string {
  if (answer === null) return '';
  if (answer.outcome === 'not-found') return 'keine Fundstelle';
  return answer.cards.length === 1 ? '1 Fundstelle' : `${answer.cards.length} Fundstellen`;
}

/** Characters of a value that a line shows. */
const MAX_GIST = 120;

function short(text: string): string {
  return text.length <= MAX_GIST ? text : `${text.slice(0, MAX_GIST)} …`;
}

function textGist(text: string): string {
  const words = text.split(/\s+/).filter(Boolean).length;
  const gaps = findGaps(text).length;
  const counted = words === 1 ? '1 Wort' : `${words.toLocaleString('de-DE')} Wörter`;
  return gaps === 0 ? counted : `${counted} · ${gapsText(gaps)}`;
}

/** What happens in a run, said to who cannot see it; empty where there is nothing new to say. */
export function newsOf(run: RunView): string {
  switch (run.state) {
    case 'running': {
      const step = run.steps.findLast(({ state }) => state === 'running');
      return step === undefined ? 'Der Agent arbeitet.' : `Schritt: ${step.title}`;
    }
    case 'waiting':
      return 'Der Agent wartet auf Sie.';
    case 'done':
      return run.outcome === null ? 'Fertig.' : readyText(run.outcome.text);
    case 'failed':
      return '';
    case 'stopped':
      return 'Angehalten.';
  }
}

function readyText(text: string): string {
  const gaps = findGaps(text).length;
  return gaps === 0 ? 'Ergebnis fertig' : `Ergebnis fertig. ${gapsText(gaps)}.`;
}

/** "auftraege_frist" as a label, where nothing says what it is called. */
export function labelOf(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
