import {
  Button,
  Field,
  Input,
  Select,
  Spinner,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { PromptContent } from '../../../contract/agents/library.ts';
import { type Field as AgentField, valueKind, valueKinds } from '../../../contract/agents/value.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import { MAX_FIELD_CHARS, MAX_LINE_CHARS } from '../../../contract/limits.ts';
import type { AgentsProps } from './agents-view.tsx';
import { fieldsFor, variablesIn } from './prompt-text.ts';
import { Trouble } from './trouble.tsx';
import { useAgentStyles } from './use-agent-styles.ts';
import { useLoaded } from './use-loaded.ts';
import { codeOf } from './use-run.ts';
import { useTabKeys } from './use-tab-keys.ts';
import { ViewTitle } from './view-title.tsx';

const MAX_VARIABLES = 12;

const useStyles = makeStyles({
  area: { '& > textarea': { fieldSizing: 'content', minHeight: '96px', maxHeight: '320px' } },
  variable: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    border: 'none',
  },
  part: { flex: '1 1 130px', minWidth: 0, '& input, & select': { minWidth: 0, width: '100%' } },
});

const empty: PromptContent = { kind: 'prompt', name: '', purpose: '', text: '', variables: [] };

/** Writes an own instruction, with what changes each time as a variable. */
export function PromptEditor({ id, api, places, pane, root }: AgentsProps & { id: string | null }) {
  const load = useCallback(
    async (signal: AbortSignal) => (id === null ? empty : (await api.item(id, signal)).content),
    [api, id],
  );
  const known = useLoaded(load);
  const back = () => places.go({ at: 'list' });
  return (
    <>
      <ViewTitle title={id === null ? 'Neue Anweisung' : 'Anweisung bearbeiten'} onBack={back} />
      {known.fault !== null && <Trouble code={known.fault} onAgain={known.again} />}
      {known.value === null && known.fault === null && <Spinner size="tiny" label="Lädt …" />}
      {known.value?.kind === 'prompt' && (
        <Writing
          from={known.value}
          save={(content) => api.savePrompt(id, content)}
          onDone={back}
          pane={pane}
          root={root}
        />
      )}
    </>
  );
}

interface WritingProps extends Pick<AgentsProps, 'pane' | 'root'> {
  from: PromptContent;
  save: (content: PromptContent) => Promise<void>;
  onDone: () => void;
}

function Writing({ from, save, onDone, pane, root }: WritingProps) {
  const common = useAgentStyles();
  const styles = useStyles();
  const [content, setContent] = useState(from);
  const [state, setState] = useState<'untried' | 'lacking' | 'saving' | { failed: ErrorCode }>('untried');
  const change = (next: Partial<PromptContent>) => setContent((before) => ({ ...before, ...next }));
  const variables = fieldsFor(content.text, content.variables);
  const faults = state === 'untried' ? noFaults : faultsOf(content, variables);
  const submit = () => {
    if (state === 'saving') return;
    if (Object.values(faultsOf(content, variables)).some((fault) => fault !== null)) {
      setState('lacking');
      return;
    }
    setState('saving');
    save({ ...content, name: content.name.trim(), purpose: content.purpose.trim(), variables }).then(
      onDone,
      (fault: unknown) => setState({ failed: codeOf(fault) }),
    );
  };
  useTabKeys(root, pane, { start: submit });
  const describe = (name: string, next: Partial<AgentField>) =>
    change({ variables: variables.map((field) => (field.name === name ? { ...field, ...next } : field)) });
  return (
    <>
      <Field label="Name" {...shown(faults.name)}>
        <Input
          value={content.name}
          maxLength={MAX_LINE_CHARS}
          onChange={(_event, { value }) => change({ name: value })}
        />
      </Field>
      <Field label="Wofür ist sie gut? (freiwillig)" hint="Danach wird sie gefunden.">
        <Input
          value={content.purpose}
          maxLength={MAX_LINE_CHARS}
          onChange={(_event, { value }) => change({ purpose: value })}
        />
      </Field>
      <Field
        label="Anweisung"
        hint="Was sich jedes Mal ändert, steht in doppelten Klammern: {{ frist }}"
        {...shown(faults.text)}
      >
        <Textarea
          className={styles.area}
          value={content.text}
          maxLength={MAX_FIELD_CHARS}
          onChange={(_event, { value }) => change({ text: value })}
        />
      </Field>
      {variables.map((field) => (
        <fieldset key={field.name} className={styles.variable}>
          <legend className={common.quiet} style={{ padding: 0 }}>{`Zum Ausfüllen: ${field.name}`}</legend>
          <Field label="Beschriftung" size="small" className={styles.part}>
            <Input
              value={field.label}
              maxLength={200}
              onChange={(_event, { value }) => describe(field.name, { label: value })}
            />
          </Field>
          <Field label="Art" size="small" className={styles.part}>
            <Select
              value={field.kind}
              onChange={(_event, { value }) => describe(field.name, { kind: valueKind.parse(value) })}
            >
              {Object.entries(valueKinds)
                .filter(([kind]) => kind !== 'auswahl' || field.kind === 'auswahl')
                .map(([kind, words]) => (
                  <option key={kind} value={kind}>
                    {words}
                  </option>
                ))}
            </Select>
          </Field>
        </fieldset>
      ))}
      {typeof state === 'object' && <Trouble code={state.failed} onAgain={submit} />}
      <div className={common.row}>
        <Button appearance="primary" disabledFocusable={state === 'saving'} onClick={submit}>
          Speichern
        </Button>
        <Button appearance="subtle" onClick={onDone}>
          Abbrechen
        </Button>
      </div>
      <p className={common.quiet}>Nur Sie sehen diese Anweisung.</p>
    </>
  );
}

interface Faults {
  name: string | null;
  text: string | null;
}

const noFaults: Faults = { name: null, text: null };

function faultsOf({ name, text }: PromptContent, variables: readonly AgentField[]): Faults {
  return {
    name: name.trim() === '' ? 'Bitte geben Sie der Anweisung einen Namen.' : null,
    text: textFault(text, variables),
  };
}

function textFault(text: string, variables: readonly AgentField[]): string | null {
  if (text.trim() === '') return 'Bitte schreiben Sie, was zu tun ist.';
  const [wrong] = variablesIn(text).wrong;
  if (wrong !== undefined) {
    return `„{{ ${wrong} }}“ ist kein Name: Möglich sind kleine Buchstaben von a bis z, Ziffern und _, ohne Umlaute.`;
  }
  if (variables.length > MAX_VARIABLES)
    return `Möglich sind höchstens ${MAX_VARIABLES} Angaben zum Ausfüllen.`;
  return variables.some(({ label }) => label.trim() === '') ? 'Eine Beschriftung ist leer.' : null;
}

function shown(fault: string | null) {
  return { validationState: fault === null ? 'none' : 'error', validationMessage: fault } as const;
}
