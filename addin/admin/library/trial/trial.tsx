import { Button, makeStyles, Spinner, Textarea, Field, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Agent } from '../../../../contract/agents/definition.ts';
import { type Example, MAX_EXAMPLES } from '../../../../contract/agents/example.ts';
import type { RunState } from '../../../../contract/agents/run.ts';
import { errorText } from '../../../../contract/errors.ts';
import type { ModelInfo } from '../../../../contract/models.ts';
import { placeLabels } from '../../../pane/privacy/privacy-words.ts';
import type { LibraryApi } from '../../api/library-api.ts';
import { FaultBar } from '../../parts/fault-bar.tsx';
import { useSay } from '../../parts/said.tsx';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import { Choice } from '../builder/form-parts.tsx';
import { AdoptDialog } from './adopt-dialog.tsx';
import { ExamplesCheck } from './examples-check.tsx';
import { TextBox } from './result-view.tsx';
import { TrialAnswer } from './trial-answer.tsx';
import { inputsOf, inputTexts, nameOfInput } from './trial-inputs.ts';
import { TrialStep } from './trial-step.tsx';
import { type Trial, useTrial } from './use-trial.ts';
import { ValueField } from './value-field.tsx';
import { costText } from './value-words.ts';

const useStyles = makeStyles({
  steps: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
});

const STATES: Record<RunState, string> = {
  running: 'Der Agent arbeitet …',
  waiting: 'Der Agent wartet auf Sie.',
  done: 'Fertig.',
  failed: 'Der Lauf ist fehlgeschlagen.',
  stopped: 'Angehalten.',
};

const OWN = 'own';
const FIRST = 'first';

interface Props {
  api: LibraryApi;
  /** The agent as it stands; null while it has faults. */
  agent: Agent | null;
  models: readonly ModelInfo[];
  /** Null where nobody may change the agent. */
  onExample: ((example: Example) => void) | null;
}

/** Tries an agent on a text or one of its examples, step by step, before anybody else sees it. */
export function TrialPanel({ api, agent, models, onExample }: Props) {
  const styles = usePageStyles();
  const trial = useTrial(api);
  const say = useSay();
  const [from, setFrom] = useState(OWN);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [model, setModel] = useState(FIRST);
  const [adopting, setAdopting] = useState(false);
  const examples = agent?.examples ?? [];
  const example = from === OWN ? null : (examples[Number(from)] ?? null);
  const inputs = agent === null ? null : example === null ? inputsOf(agent.inputs, typed) : example.inputs;
  const chosen = model === FIRST ? null : model;
  const atWork = trial.run?.state === 'running' || trial.busy;
  const isOver = trial.run !== null && trial.run.state === 'done';
  const start = () => {
    if (agent !== null && inputs !== null && !atWork) void trial.start(agent, inputs, chosen);
  };
  return (
    <section className={styles.part} aria-label="Ausprobieren">
      <h3 className={styles.heading}>Ausprobieren</h3>
      {agent === null ? (
        <p className={styles.text} role="status">
          Ausprobieren können Sie den Agenten, sobald ihm nichts mehr fehlt. Was fehlt, steht bei den
          Schritten.
        </p>
      ) : (
        <>
          <Choice
            label="Womit"
            value={example === null ? OWN : from}
            options={{
              [OWN]: 'Eigene Eingaben',
              ...Object.fromEntries(examples.map(({ name }, at) => [String(at), `Beispiel: ${name}`])),
            }}
            onChange={setFrom}
          />
          {example === null ? (
            <OwnInputs agent={agent} typed={typed} onChange={setTyped} />
          ) : (
            inputTexts(agent.inputs, example).map(({ label, text }) => (
              <div key={label}>
                <p className={styles.note}>{label}</p>
                <TextBox label={label} text={text} />
              </div>
            ))
          )}
          <Choice
            label="Sprachmodell"
            value={model}
            options={{
              [FIRST]: 'Das erste, das Agent und Kommune zulassen',
              ...Object.fromEntries(
                models.map(({ id, label, place }) => [id, `${label} (${placeLabels[place]})`]),
              ),
            }}
            onChange={setModel}
          />
          <div className={styles.buttons}>
            <Button appearance="primary" disabledFocusable={atWork || inputs === null} onClick={start}>
              Probelauf starten
            </Button>
            {trial.run?.state === 'running' && <Button onClick={() => void trial.stop()}>Anhalten</Button>}
            {(trial.run?.state === 'failed' || trial.run?.state === 'stopped') && (
              <Button disabledFocusable={trial.busy} onClick={() => void trial.goOn()}>
                Von dort weiter
              </Button>
            )}
          </div>
        </>
      )}
      <RunPart trial={trial} example={example} />
      {isOver && onExample !== null && (
        <div className={styles.buttons}>
          <Button disabledFocusable={examples.length >= MAX_EXAMPLES} onClick={() => setAdopting(true)}>
            Als Beispiel übernehmen …
          </Button>
        </div>
      )}
      <ExamplesCheck api={api} agent={agent} model={chosen} />
      {adopting && trial.run !== null && onExample !== null && (
        <AdoptDialog
          run={trial.run}
          inputs={trial.inputs}
          taken={examples.map(({ name }) => name)}
          onTake={(made) => {
            onExample(made);
            setAdopting(false);
            say(`Das Beispiel „${made.name}“ gehört zum Entwurf. Gespeichert wird es mit dem Agenten.`);
          }}
          onClose={() => setAdopting(false)}
        />
      )}
    </section>
  );
}

interface OwnProps {
  agent: Agent;
  typed: Readonly<Record<string, string>>;
  onChange: (typed: Readonly<Record<string, string>>) => void;
}

function OwnInputs({ agent: { inputs }, typed, onChange }: OwnProps) {
  return inputs.map((input) => {
    const name = nameOfInput(input);
    const value = typed[name] ?? '';
    const put = (said: string) => onChange({ ...typed, [name]: said });
    return input.kind === 'feld' ? (
      <ValueField key={name} field={input.field} typed={value} onChange={put} />
    ) : (
      <Field
        key={name}
        label={input.label}
        hint={input.kind === 'offen' ? 'Text, der hier als offenes Dokument gilt.' : 'Text einer Anlage.'}
      >
        <Textarea rows={6} resize="vertical" value={value} onChange={(_event, data) => put(data.value)} />
      </Field>
    );
  });
}

/** The run as it is now. */
function RunPart({ trial, example }: { trial: Trial; example: Example | null }) {
  const styles = usePageStyles();
  const own = useStyles();
  const { run, busy, fault } = trial;
  const waiting = run?.state === 'waiting' ? run.steps.find((step) => step.waiting !== null) : undefined;
  const cost = run === null ? '' : costText(run.costMicroEuro);
  return (
    <>
      <div role="status" aria-live="polite">
        {run !== null && (
          <p className={styles.text}>
            {STATES[run.state]}
            {run.state === 'done' && cost !== '' && ` Kosten: ${cost}.`}
          </p>
        )}
        {run?.state === 'running' && <Spinner size="tiny" />}
      </div>
      {fault !== null && <FaultBar code={fault} />}
      {run !== null && run.fault !== null && (
        <FaultBar code={run.fault.code} text={run.fault.message || errorText(run.fault.code)} />
      )}
      {run !== null && run.steps.length > 0 && (
        <ol className={own.steps} aria-label="Schritte des Probelaufs">
          {run.steps.map((step) => (
            <TrialStep key={step.path} step={step} />
          ))}
        </ol>
      )}
      {waiting !== undefined && waiting.waiting !== null && (
        <TrialAnswer
          step={waiting}
          waiting={waiting.waiting}
          suggested={example?.answers?.[waiting.path]}
          busy={busy}
          onAnswer={(answer) => void trial.answer(waiting.path, answer)}
        />
      )}
      {run !== null && run.outcome !== null && (
        <TextBox label="Ergebnis des Probelaufs" text={run.outcome.text} />
      )}
    </>
  );
}
