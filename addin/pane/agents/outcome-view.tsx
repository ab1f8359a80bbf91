import { useMemo, useReducer, useRef } from 'react';
import type { RunOutcome, RunView } from '../../../contract/agents/run.ts';
import { findGaps } from '../../../contract/gaps.ts';
import type { ModelInfo } from '../../../contract/models.ts';
import { tasks } from '../../tasks/index.ts';
import { rowsOf } from '../checks/check-rows.ts';
import { showInElement } from '../checks/find-in-element.ts';
import { FindingList } from '../finding-list.tsx';
import { authorshipText, gapsText, outcomeText } from '../german.ts';
import { ProvenanceLine } from '../provenance/provenance-line.tsx';
import { ResultActions } from '../result-actions.tsx';
import { ResultView } from '../result-view.tsx';
import TemplateMenus from '../templates/template-menus.tsx';
import type { PaneState } from '../use-pane.ts';
import { useResult } from '../use-result.ts';
import { newWork, type Version, workReducer } from '../work.ts';
import { asVersion } from './as-version.ts';
import type { OutcomeText } from './outcome-texts.ts';
import { useAgentStyles } from './use-agent-styles.ts';

interface Props {
  pane: PaneState;
  run: RunView;
  text: OutcomeText;
  /** Shows a passage of what was read. */
  onShow: (passage: string) => void;
  /** Asks who works here. */
  onSettings: () => void;
}

/** A text that a run ended with, to be used as any other result is: nothing goes into a document without a click. */
export function OutcomeView({ pane: whole, run, text: chosen, onShow, onSettings }: Props) {
  const { outcome, title } = chosen;
  const styles = useAgentStyles();
  const task = tasks[chosen.like];
  const first = useMemo(() => versionOf(run, outcome), [run, outcome]);
  const [work, send] = useReducer(workReducer, first, (version) => ({
    ...newWork({}),
    versions: [version],
    view: 'result' as const,
  }));
  const pane: PaneState = { ...whole, task, work, send };
  const version = work.versions[work.shown] ?? first;
  const { actions, acting, act, reveal } = useResult(pane, version, work.shown);
  const place = useRef<HTMLDivElement>(null);
  const gaps = findGaps(version.text);
  const { host } = pane;
  const show = (text: string) => {
    if (place.current) showInElement(place.current, text);
  };
  const template = pane.house.templates.find(({ id }) => id === outcome.template);
  return (
    <div className={styles.form}>
      <h2 className={styles.heading}>{`Ergebnis: ${title}`}</h2>
      <ResultView
        work={work}
        version={version}
        review={null}
        label={`Ergebnis: ${title}`}
        place={place}
        onChoose={(index) => send({ type: 'version-chosen', index })}
        onStatement={nothing}
        onDueDate={nothing}
        onCard={nothing}
      />
      <div className={styles.links}>
        {rowsOf(outcome.checks).map(({ tone, head, items }) => (
          <FindingList
            key={head}
            tone={tone}
            head={head}
            findings={items.map(({ text, at }) => ({
              text,
              onShow: at === null ? null : () => (at.in === 'source' ? onShow(at.text) : show(at.text)),
            }))}
          />
        ))}
        {outcome.findings.length > 0 && (
          <FindingList
            tone="attention"
            head={formText(outcome.findings.length)}
            findings={outcome.findings.map(({ text, place: at }) => ({
              text,
              onShow: at === null ? null : () => show(at),
            }))}
          />
        )}
        {gaps.length > 0 && (
          <FindingList
            tone="attention"
            head={gapsText(gaps.length)}
            findings={gaps.map(({ what }, gap) => ({
              text: what === '' ? 'Angabe' : what,
              onShow: () =>
                void reveal(gap).then((shown) => {
                  if (!shown) place.current?.querySelector<HTMLElement>(`[data-gap="${gap}"]`)?.focus();
                }),
            }))}
          />
        )}
      </div>
      <ResultActions actions={actions} first="primary" busy={acting} onAct={act} />
      <div role="status" className={version.used?.outcome.status === 'done' ? styles.quiet : styles.trouble}>
        {version.used !== null &&
          !acting &&
          outcomeText(version.used.action, version.used.outcome, host.name)}
      </div>
      {template !== undefined && (
        <p className={styles.quiet}>{`Gedacht für die Vorlage „${template.label}“.`}</p>
      )}
      <TemplateMenus key={work.shown} pane={pane} version={version} at={work.shown} />
      <p className={styles.quiet}>{authorshipText(version)}</p>
      <ProvenanceLine use={pane.provenance} person={pane.author.name} onNameless={onSettings} />
    </div>
  );
}

function versionOf(run: RunView, { text, gaps, checks }: RunOutcome): Version {
  return asVersion({
    text,
    gaps,
    checks,
    model: modelOf(run),
    title: run.agent.name,
    ask: { task: 'instruct', input: { source: { kind: 'nothing' }, instruction: run.agent.name } },
  });
}

/** The language model that had its part in a run, the last of them; else that none had. */
function modelOf({ steps }: RunView): ModelInfo {
  const asked = steps.flatMap(({ model }) => (model === null ? [] : [model]));
  return asked.findLast(({ provider }) => provider !== 'builtin') ?? asked.at(-1) ?? NONE;
}

const NONE: ModelInfo = { id: 'builtin', label: 'Ohne Sprachmodell', provider: 'builtin', place: 'intern' };

function formText(count: number): string {
  return count === 1 ? '1 Hinweis zur Form' : `${count} Hinweise zur Form`;
}

const nothing = () => undefined;
