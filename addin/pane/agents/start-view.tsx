import { Button, Spinner } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import type { Agent } from '../../../contract/agents/definition.ts';
import { tools } from '../../../contract/agents/tools.ts';
import type { LibraryCard } from '../../../contract/agents/library.ts';
import { costText } from '../cost-words.ts';
import { isOutside } from '../privacy/classes.ts';
import { FrameLine } from '../privacy/frame-line.tsx';
import { classLabels } from '../privacy/privacy-words.ts';
import { SourceLine } from '../source-line.tsx';
import type { AgentsProps } from './agents-view.tsx';
import { cardText, overdueText } from './agent-words.ts';
import { isWorthIt, Trouble } from './trouble.tsx';
import { useAgentStyles } from './use-agent-styles.ts';
import { useLoaded } from './use-loaded.ts';
import { useStart } from './use-start.ts';
import { useTabKeys } from './use-tab-keys.ts';
import { focusField, ValueField } from './value-field.tsx';
import { ViewTitle } from './view-title.tsx';

const AttachmentList = lazy(() => import('../attachments/attachment-list.tsx'));

/** An agent before it starts: what it is good for, what it reads, what it still needs to know. */
export function StartView({ id, ...shared }: AgentsProps & { id: string }) {
  const { api, places } = shared;
  const load = useCallback((signal: AbortSignal) => api.item(id, signal), [api, id]);
  const { value, fault, again } = useLoaded(load);
  const content = value?.content.kind === 'agent' ? value.content : null;
  return (
    <>
      <ViewTitle title={content?.agent.name ?? 'Agent'} onBack={() => places.go({ at: 'list' })} />
      {fault !== null && <Trouble code={fault} onAgain={isWorthIt(fault) ? again : null} />}
      {value === null && fault === null && <Spinner size="tiny" label="Lädt …" />}
      {value !== null && content !== null && (
        <Starting {...shared} id={id} card={value.card} agent={content.agent} />
      )}
    </>
  );
}

function Starting({
  id,
  card,
  agent,
  pane,
  api,
  places,
  root,
}: AgentsProps & { id: string; card: LibraryCard; agent: Agent }) {
  const styles = useAgentStyles();
  const { host } = pane;
  const [typed, setTyped] = useState(() => places.typed(id));
  const form = useRef<HTMLDivElement>(null);
  const need = useRef<HTMLElement>(null);
  const needed = useCallback((element: HTMLElement | null) => void (need.current = element), []);
  const use = useStart(pane, api, { id, agent }, typed, (run) => {
    places.begun(run.id);
    places.go({ at: 'run', id: run.id });
  });
  const { needs, fields, model } = use;
  const start = () => {
    const { lack, field } = use.start();
    if (lack === 'field') focusField(form.current, field);
    else if (lack === 'reason' || lack === 'model') setTimeout(() => need.current?.focus());
  };
  useTabKeys(root, pane, { start });
  const type = (name: string, text: string) => {
    const next = { ...typed, [name]: text };
    setTyped(next);
    places.keepTyped(id, next);
  };
  const overdue = overdueText(card, new Date());
  const isFree = agent.work.kind === 'frei';
  const modelless = use.models.state === 'known' && use.models.list.length === 0;
  return (
    <>
      <div>
        <p className={styles.plain}>{agent.purpose}</p>
        <p className={styles.quiet}>{cardText(card)}</p>
        {overdue !== null && <p className={styles.quiet}>{overdue}</p>}
        {agent.work.kind === 'frei' && <p className={styles.quiet}>{freeText(agent.work)}</p>}
      </div>
      {needs.open && (
        <SourceLine
          seen={pane.seen}
          possible={use.possible}
          wanted={use.wanted}
          surface={host.surface}
          host={host.name}
          lacking={use.lacking === 'source'}
          onWant={use.want}
        />
      )}
      {needs.attachments &&
        (pane.attachments.files.length > 0 ? (
          <Suspense>
            <AttachmentList use={pane.attachments} host={host.name} />
          </Suspense>
        ) : (
          <p className={styles.quiet}>Hier hängen keine Dateien, die mitgelesen werden könnten.</p>
        ))}
      {fields.length > 0 && (
        <div ref={form} className={styles.form}>
          {fields.map((field) => (
            <ValueField
              key={field.name}
              field={field}
              typed={typed[field.name] ?? ''}
              fault={use.faults[field.name] ?? null}
              onType={(text) => type(field.name, text)}
            />
          ))}
        </div>
      )}
      {modelless ? (
        <Trouble
          code="agent_model_needed"
          {...(isFree && {
            message:
              'Dieser Agent braucht ein Sprachmodell, und hier ist keines freigegeben, das er benutzen darf. Bitte wenden Sie sich an Ihre Fachadministration.',
          })}
          onAgain={null}
        />
      ) : (
        <div>
          <FrameLine
            models={use.models}
            model={model}
            privacy={use.privacy}
            released={pane.terms.release.length}
            lacking={use.lacking === 'model' || use.lacking === 'reason' ? use.lacking : null}
            need={needed}
            onModel={pane.chooseModel}
          />
          <p className={styles.quiet}>
            {[
              ...(agent.dataClass === 'public'
                ? []
                : [`Mindestens ${classLabels[agent.dataClass]}, so verlangt es der Agent.`]),
              ...(model !== null && isOutside(model)
                ? ['Was an das Sprachmodell geht, steht danach bei jedem Schritt.']
                : []),
            ].join(' ')}
          </p>
        </div>
      )}
      {use.failed !== null && (
        <Trouble
          {...('code' in use.failed
            ? { code: use.failed.code, model: model?.label }
            : { code: 'internal', message: use.failed.text })}
          onAgain={'text' in use.failed || isWorthIt(use.failed.code) ? start : null}
        />
      )}
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabledFocusable={use.busy || modelless}
          aria-keyshortcuts="Control+Enter"
          title="Strg+Eingabe"
          onClick={start}
        >
          Agent starten
        </Button>
        {use.busy && <Spinner size="extra-tiny" label="Wird gestartet …" />}
      </div>
      <p className={styles.quiet}>
        Sie sehen jeden Schritt und können ihn berichtigen. Eingefügt oder gesendet wird nichts von selbst.
      </p>
    </>
  );
}

function freeText({ tools: allowed, most }: Extract<Agent['work'], { kind: 'frei' }>): string {
  const words = allowed.map((name) => tools[name]).join(', ');
  return `Arbeitet frei mit: ${words}. Höchstens ${most.calls} Aufrufe und ${costText(most.microEuro)}.`;
}
