import { Button, Spinner } from '@fluentui/react-components';
import { useCallback, useRef, useState } from 'react';
import type { PromptContent } from '../../../contract/agents/library.ts';
import type { PlainValue } from '../../../contract/agents/value.ts';
import { MAX_FIELD_CHARS } from '../../../contract/limits.ts';
import type { AgentsProps } from './agents-view.tsx';
import { filledIn } from './prompt-text.ts';
import { Trouble } from './trouble.tsx';
import { useAgentStyles } from './use-agent-styles.ts';
import { useLoaded } from './use-loaded.ts';
import { useTabKeys } from './use-tab-keys.ts';
import { focusField, ValueField } from './value-field.tsx';
import { readForm } from './values.ts';
import { ViewTitle } from './view-title.tsx';

/** A saved instruction: its variables are filled in, then it lies in "Freie Anweisung", ready to be sent from there. */
export function PromptView({ id, pane, api, places, root }: AgentsProps & { id: string }) {
  const load = useCallback((signal: AbortSignal) => api.item(id, signal), [api, id]);
  const item = useLoaded(load);
  const content = item.value?.content;
  return (
    <>
      <ViewTitle
        title={content?.kind === 'prompt' ? content.name : 'Anweisung'}
        onBack={() => places.go({ at: 'list' })}
      />
      {item.fault !== null && <Trouble code={item.fault} onAgain={item.again} />}
      {item.value === null && item.fault === null && <Spinner size="tiny" label="Lädt …" />}
      {content?.kind === 'prompt' && <Filling content={content} pane={pane} root={root} />}
    </>
  );
}

function Filling({ content, pane, root }: Pick<AgentsProps, 'pane' | 'root'> & { content: PromptContent }) {
  const styles = useAgentStyles();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [tried, setTried] = useState<'no' | 'yes'>('no');
  const form = useRef<HTMLDivElement>(null);
  const { values, faults } = readForm(content.variables, typed);
  const text = filledIn(content.text, values);
  const tooLong = text.length > MAX_FIELD_CHARS;
  const use = () => {
    setTried('yes');
    const first = content.variables.find(({ name }) => name in faults);
    if (first !== undefined) focusField(form.current, content.variables.indexOf(first));
    else if (!tooLong) pane.fill('instruct', { instruction: text });
  };
  useTabKeys(root, pane, { start: use });
  return (
    <>
      {content.purpose !== '' && <p className={styles.plain}>{content.purpose}</p>}
      {content.variables.length > 0 && (
        <div ref={form} className={styles.form}>
          {content.variables.map((field) => (
            <ValueField
              key={field.name}
              field={field}
              typed={typed[field.name] ?? ''}
              fault={tried === 'yes' ? (faults[field.name] ?? null) : null}
              onType={(next) => setTyped((before) => ({ ...before, [field.name]: next }))}
            />
          ))}
        </div>
      )}
      <p className={styles.quiet}>{shownText(content, values)}</p>
      {tooLong && (
        <p className={styles.trouble} role="alert">
          Die Anweisung ist so zu lang. Bitte kürzen Sie, was Sie eingesetzt haben.
        </p>
      )}
      <div className={styles.row}>
        <Button appearance="primary" onClick={use}>
          Anweisung übernehmen
        </Button>
      </div>
      <p className={styles.quiet}>Sie steht dann unter „Freie Anweisung“; gesendet wird erst dort.</p>
    </>
  );
}

/** The instruction as far as it is filled in; what is missing by its label. */
function shownText({ text, variables }: PromptContent, values: Readonly<Record<string, PlainValue>>): string {
  const labels = variables.map(({ name, label }) => [name, { kind: 'text', text: `[${label}]` }] as const);
  return filledIn(text, { ...Object.fromEntries(labels), ...values });
}
