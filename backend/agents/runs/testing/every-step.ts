import { AGENT_FORMAT, type Agent, agent } from '../../../../contract/agents/definition.ts';
import type { StepResult } from '../../../../contract/agents/result.ts';
import type { RunAnswer, RunRequest, RunStep } from '../../../../contract/agents/run.ts';
import { CONTRACT_VERSION } from '../../../../contract/limits.ts';
import { noChoice } from '../../../../contract/privacy.ts';
import { noAuthor } from '../../../../contract/tasks/index.ts';
import type { Person } from '../../../identity/person.ts';
import { checkAgent } from '../../definition/read-agent.ts';
import type { StepEvent, StepOrder, StepWork } from '../../steps/step-work.ts';

const field = (name: string, kind: string, more: object = {}) => ({
  name,
  label: `Label ${name}`,
  kind,
  ...more,
});
const text = (id: string, said: string) => ({
  id,
  title: `Titel ${id}`,
  kind: 'schreiben',
  form: 'text',
  drawsOn: [],
  how: { kind: 'text', text: said },
});

/** A procedure with every kind of step. */
export const everyStep: Agent = sound({
  format: AGENT_FORMAT,
  name: 'Rundschreiben auswerten',
  purpose: 'Zeigt jede Art von Schritt.',
  owner: { name: 'Hauptamt' },
  dataClass: 'internal',
  models: null,
  reviewOn: '2027-06-30',
  inputs: [
    { kind: 'offen', name: 'schreiben', label: 'Rundschreiben' },
    { kind: 'feld', field: field('az', 'text', { optional: true }) },
  ],
  work: {
    kind: 'ablauf',
    steps: [
      {
        id: 'angaben',
        title: 'Angaben lesen',
        kind: 'lesen',
        from: 'schreiben',
        extent: 'one',
        fields: [field('betrag', 'betrag'), field('stelle', 'auswahl', { options: ['Bund', 'Land'] })],
      },
      {
        id: 'punkte',
        title: 'Punkte lesen',
        kind: 'lesen',
        from: 'schreiben',
        extent: 'many',
        fields: [field('was', 'text')],
      },
      {
        id: 'recht',
        title: 'Nachschlagen',
        kind: 'nachschlagen',
        question: 'Was gilt bei {{ angaben.stelle }}?',
      },
      {
        id: 'genug',
        title: 'Prüfen',
        kind: 'pruefen',
        rule: 'size(punkte) > 1',
        otherwise: 'Zu wenige Punkte.',
        weight: 'lacking',
      },
      { id: 'anzahl', title: 'Zählen', kind: 'rechnen', value: 'size(punkte)' },
      {
        id: 'weiter',
        title: 'Fragen',
        kind: 'fragen',
        question: 'Sollen {{ anzahl }} Punkte bearbeitet werden?',
        field: field('weiter_feld', 'ja_nein'),
        default: 'true',
      },
      {
        id: 'wahl',
        title: 'Entscheiden',
        kind: 'entscheiden',
        cases: [{ when: 'weiter', steps: [text('ja', 'Bearbeitet für {{ angaben.betrag }}.')] }],
        otherwise: [text('nein', 'Nicht bearbeitet.')],
      },
      {
        id: 'jeder',
        title: 'Je Punkt',
        kind: 'je',
        over: 'punkte',
        as: 'punkt',
        most: 3,
        steps: [
          {
            id: 'satz',
            title: 'Satz schreiben',
            kind: 'schreiben',
            form: 'text',
            drawsOn: [],
            how: { kind: 'order', order: 'Ein Satz zu {{ punkt.was }}.' },
          },
        ],
      },
      {
        id: 'vermerk',
        title: 'Vermerk schreiben',
        kind: 'schreiben',
        form: 'vermerk',
        drawsOn: ['angaben', 'jeder'],
        how: { kind: 'order', order: 'Ein Vermerk.' },
      },
      {
        id: 'freigabe',
        title: 'Freigeben',
        kind: 'freigeben',
        says: 'Einverstanden?',
        shows: ['angaben', 'vermerk', 'az'],
      },
      text('schluss', 'Fertig am {{ heute }}.'),
    ],
    outcome: { from: 'vermerk', as: 'vermerk' },
  },
});

/** A small one that works and never asks. */
export const oneStep: Agent = sound({
  ...everyStep,
  name: 'Kurz',
  inputs: [],
  work: {
    kind: 'ablauf',
    steps: [
      {
        id: 'brief',
        title: 'Brief',
        kind: 'schreiben',
        form: 'antwort',
        drawsOn: [],
        how: { kind: 'order', order: 'x' },
      },
    ],
    outcome: { from: 'brief', as: 'brief' },
  },
});

function sound(value: unknown): Agent {
  const reading = checkAgent(value);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return agent.parse(reading.agent);
}

/** Stands in everything that a person gives into a run or a step comes to, and may stand nowhere in clear. */
export const CONFIDENTIAL = 'Kanarienvogel Mustermann';

export const erika: Person = {
  id: 'entra t1 erika',
  kommune: 'lk-kusel',
  department: 'Hauptamt',
  roles: ['staff', 'local-admin'],
  name: 'Erika Probe',
  email: 'erika@example.org',
};

export function runOf(id: string, inputs: RunRequest['inputs'] = someInputs): RunRequest {
  return {
    version: CONTRACT_VERSION,
    agent: { kind: 'library', id },
    model: null,
    author: { ...noAuthor, name: CONFIDENTIAL },
    privacy: noChoice,
    inputs,
  };
}

export const someInputs: RunRequest['inputs'] = {
  schreiben: {
    kind: 'offen',
    source: { kind: 'document', title: CONFIDENTIAL, part: 'whole', text: `${CONFIDENTIAL}: 5 Euro.` },
  },
  az: { kind: 'feld', value: { kind: 'text', text: 'III/7' } },
};

/** What the person of these tests says to a step that waits. */
export function answerTo({ path, waiting }: RunStep): RunAnswer {
  const answer: RunAnswer['answer'] =
    waiting?.kind === 'fragen' ? { kind: 'value', value: waiting.proposed } : { kind: 'agreed' };
  return { version: CONTRACT_VERSION, path, answer };
}

/** What a step comes to: the same each time. */
export function resultFor({ path, work }: StepOrder): StepResult {
  const evidence = {};
  switch (work.kind) {
    case 'lesen':
      return {
        kind: 'lesen',
        records:
          work.step.extent === 'one'
            ? [
                {
                  values: { betrag: { kind: 'betrag', cents: 500 }, stelle: { kind: 'text', text: 'Land' } },
                  evidence,
                },
              ]
            : ['Erstens', 'Zweitens'].map((was) => ({
                values: { was: { kind: 'text' as const, text: `${was} ${CONFIDENTIAL}` } },
                evidence,
              })),
      };
    case 'nachschlagen':
      return { kind: 'nachschlagen', text: `Zu „${work.question}“: ${CONFIDENTIAL}`, answer: null };
    case 'schreiben':
      return {
        kind: 'schreiben',
        text: `${path}: ${work.order} ${CONFIDENTIAL}`,
        gaps: ['Datum'],
        checks: [],
      };
    case 'antwort':
      return { kind: 'antwort', text: `${path}: ${CONFIDENTIAL}`, gaps: [], checks: [], calls: [] };
    case 'werkzeug':
      return { kind: 'werkzeug', tool: work.call.tool, asked: path, said: CONFIDENTIAL, refused: false };
  }
}

/** Paths of the steps that go to a `StepWork`, in an undisturbed run. */
export const WORKED = ['angaben', 'punkte', 'recht', 'jeder#0/satz', 'jeder#1/satz', 'vermerk'];
export const MICRO_EURO = 10;

/** Carries out steps without any model. @param meets called where a step begins; what it throws or awaits counts */
export function scriptedWork(
  meets: (order: StepOrder, signal: AbortSignal) => void | Promise<void>,
): StepWork {
  return async function* work(_terms, order, signal): AsyncGenerator<StepEvent, void> {
    yield { type: 'model', model: { id: 'm', label: 'Modell M', provider: 'openai', place: 'eu' } };
    yield { type: 'text', text: `Text zu ${order.path}` };
    await meets(order, signal);
    yield { type: 'sent', messages: [{ role: 'user', text: CONFIDENTIAL, marks: [] }] };
    yield { type: 'cost', microEuro: MICRO_EURO };
    yield { type: 'done', result: resultFor(order) };
  };
}
