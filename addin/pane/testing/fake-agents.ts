import type { Agent } from '../../../contract/agents/definition.ts';
import type { LibraryCard, LibraryContent } from '../../../contract/agents/library.ts';
import type { RunEvent, RunStep, RunView } from '../../../contract/agents/run.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import type { AgentsApi, RunCard } from '../agents/agents-api.ts';
import { BackendError } from '../backend.ts';

/** A stream of a run that was opened, and the hand on what comes from it. */
export interface Streaming {
  id: string;
  signal: AbortSignal;
  say: (event: RunEvent) => void;
  run: (run: RunView) => void;
  end: () => void;
  fail: (code: ErrorCode) => void;
}

export const runId = '7b0c9f4e-25a5-4d0c-8f43-1f0f5cf6b3a1';

export function agentOf(change: Partial<Agent> = {}): Agent {
  return {
    format: 'amtsfeder/agent/1',
    name: 'Rundschreiben auswerten',
    purpose: 'Fristen und Zuständigkeit aus einem Rundschreiben',
    owner: { name: 'Hauptamt' },
    dataClass: 'internal',
    models: null,
    reviewOn: '2027-06-30',
    inputs: [{ kind: 'offen', name: 'schreiben', label: 'Das Rundschreiben' }],
    work: {
      kind: 'ablauf',
      steps: [
        {
          id: 'angaben',
          title: 'Angaben lesen',
          kind: 'lesen',
          from: 'schreiben',
          extent: 'one',
          fields: [
            { name: 'frist', label: 'Frist bis', kind: 'datum' },
            { name: 'kosten', label: 'Kosten', kind: 'betrag', optional: true },
          ],
        },
        {
          id: 'vermerk',
          title: 'Vermerk schreiben',
          kind: 'schreiben',
          form: 'vermerk',
          drawsOn: ['angaben'],
          how: { kind: 'order', order: 'Kurzer Vermerk' },
        },
      ],
      outcome: { from: 'vermerk', as: 'vermerk' },
    },
    ...change,
  };
}

export function cardOf(change: Partial<LibraryCard> = {}): LibraryCard {
  return {
    id: 'rundschreiben',
    kind: 'agent',
    name: 'Rundschreiben auswerten',
    purpose: 'Fristen und Zuständigkeit aus einem Rundschreiben',
    origin: 'shipped',
    number: 1,
    owner: 'Hauptamt',
    work: 'ablauf',
    dataClass: 'internal',
    reviewOn: '2027-06-30',
    favourite: false,
    ...change,
  };
}

export function stepOf(change: Partial<RunStep> = {}): RunStep {
  return {
    path: 'angaben',
    kind: 'lesen',
    title: 'Angaben lesen',
    depth: 0,
    round: null,
    state: 'running',
    result: null,
    form: {
      fields: [
        { name: 'frist', label: 'Frist bis', kind: 'datum' },
        { name: 'kosten', label: 'Kosten', kind: 'betrag', optional: true },
      ],
      many: false,
    },
    corrected: false,
    waiting: null,
    model: null,
    costMicroEuro: null,
    sent: [],
    fault: null,
    ...change,
  };
}

export function runOf(change: Partial<RunView> = {}): RunView {
  return {
    version: CONTRACT_VERSION,
    id: runId,
    agent: { id: 'rundschreiben', version: 1, name: 'Rundschreiben auswerten', work: 'ablauf' },
    state: 'running',
    startedAt: '2026-11-27T13:00:00.000Z',
    keptUntil: '2026-12-04T13:00:00.000Z',
    steps: [],
    ahead: [],
    costMicroEuro: null,
    outcome: null,
    fault: null,
    ...change,
  };
}

/** Agents whose library and runs are written by the test, and who note down what is said to them. */
export function fakeAgents() {
  const cards: LibraryCard[] = [];
  const contents: Record<string, LibraryContent> = {};
  const runs: RunCard[] = [];
  const streams: Streaming[] = [];
  const said: unknown[][] = [];
  let refusal: ErrorCode | null = null;
  const note = (...what: unknown[]): Promise<void> => {
    said.push(what);
    return refusal === null ? Promise.resolve() : Promise.reject(new BackendError(refusal));
  };
  const api: AgentsApi = {
    library: (words) => {
      const wanted = words.trim().toLowerCase();
      return Promise.resolve(
        cards.filter(({ name, purpose }) => `${name} ${purpose}`.toLowerCase().includes(wanted)),
      );
    },
    item: (id) => {
      const card = cards.find((one) => one.id === id);
      const content = contents[id];
      return card === undefined || content === undefined
        ? Promise.reject(new BackendError('agent_unavailable'))
        : Promise.resolve({ card, content });
    },
    favour: (...what) => note('favour', ...what),
    savePrompt: (...what) => note('savePrompt', ...what),
    removePrompt: (...what) => note('removePrompt', ...what),
    runs: () => Promise.resolve([...runs]),
    begin: (request) => note('begin', request).then(() => runOf()),
    answer: (...what) => note('answer', ...what),
    correct: (...what) => note('correct', ...what),
    stop: (...what) => note('stop', ...what),
    goOn: (...what) => note('goOn', ...what),
    remove: (...what) => note('remove', ...what),
    events(id, signal) {
      const waiting: (RunEvent | 'end' | BackendError)[] = [];
      let wake: () => void = () => undefined;
      const put = (what: (typeof waiting)[number]) => {
        waiting.push(what);
        wake();
      };
      streams.push({
        id,
        signal,
        say: put,
        run: (run) => put({ type: 'run', run }),
        end: () => put('end'),
        fail: (code) => put(new BackendError(code)),
      });
      signal.addEventListener('abort', () => put('end'));
      return (async function* () {
        for (;;) {
          const next = waiting.shift();
          if (next === undefined) await new Promise<void>((resolve) => (wake = resolve));
          else if (next === 'end') return;
          else if (next instanceof BackendError) throw next;
          else yield next;
        }
      })();
    },
  };
  const last = (): Streaming => {
    const stream = streams.at(-1);
    if (stream === undefined) throw new Error('No run is followed.');
    return stream;
  };
  return {
    api,
    cards,
    contents,
    runs,
    streams,
    last,
    said,
    /** What everything that is said is refused with from now on; null takes it again. */
    refuse: (code: ErrorCode | null) => (refusal = code),
    /** Puts an agent into the library. */
    hold: (card: LibraryCard, content: LibraryContent) => {
      cards.push(card);
      contents[card.id] = content;
    },
  };
}
