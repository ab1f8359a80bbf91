import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback } from 'react';
import type { LibraryApi } from '../api/library-api.ts';
import { FaultBar } from '../parts/fault-bar.tsx';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { useAsked } from '../use-asked.ts';
import { AgentBuilder } from './builder/agent-builder.tsx';
import type { AgentDraft } from './builder/draft.ts';
import type { ContentDraft } from './content-draft.ts';
import { FaultList } from './fault-list.tsx';
import { TextForm } from './text-form.tsx';
import { TrialPanel } from './trial/trial.tsx';
import type { Checked } from './use-check.ts';

const useStyles = makeStyles({
  two: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    alignItems: 'start',
    gap: tokens.spacingHorizontalXXL,
    '@media (max-width: 899px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXXL },
  },
  // Beside a long form it stays in sight, and scrolls by itself.
  trial: {
    minWidth: 0,
    position: 'sticky',
    top: 0,
    // Less the bars above, and what saves the form below.
    maxHeight: 'calc(100vh - 152px)',
    overflowY: 'auto',
    // Room for the rings around what has the focus.
    paddingBlock: tokens.spacingVerticalXXS,
    paddingInlineEnd: tokens.spacingHorizontalXXS,
    '@media (max-height: 480px)': { position: 'static', maxHeight: 'none' },
    paddingInlineStart: tokens.spacingHorizontalL,
    borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 899px)': {
      position: 'static',
      maxHeight: 'none',
      paddingInlineStart: 0,
      borderLeft: 'none',
      paddingTop: tokens.spacingVerticalL,
      borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
  },
  // A fieldset would not become narrower than what stands in it.
  bare: { margin: 0, padding: 0, minWidth: 0, border: 'none' },
});

interface Props {
  api: LibraryApi;
  draft: ContentDraft;
  checked: Checked;
  readOnly: boolean;
  /** Whether the person may try agents that are not saved. */
  mayTry: boolean;
  onChange: (draft: ContentDraft) => void;
}

/** The form of something in the library; of an agent with the trial beside it. */
export function ContentEditor({ api, draft, checked, readOnly, mayTry, onChange }: Props) {
  const styles = useStyles();
  if (draft.kind === 'agent') {
    return (
      <AgentEditor
        api={api}
        draft={draft.draft}
        checked={checked}
        readOnly={readOnly}
        mayTry={mayTry}
        onChange={(changed) => onChange({ kind: 'agent', draft: changed })}
      />
    );
  }
  return (
    <fieldset className={styles.bare} disabled={readOnly}>
      <TextForm draft={draft} onChange={onChange} />
      {checked.faults.length > 0 && <FaultList title="Es fehlt noch etwas" faults={checked.faults} />}
      {checked.fault !== null && <FaultBar code={checked.fault} />}
    </fieldset>
  );
}

interface AgentProps extends Omit<Props, 'draft' | 'onChange'> {
  draft: AgentDraft;
  onChange: (draft: AgentDraft) => void;
}

function AgentEditor({ api, draft, checked, readOnly, mayTry, onChange }: AgentProps) {
  const styles = useStyles();
  const page = usePageStyles();
  const askModels = useCallback((signal: AbortSignal) => api.models(signal), [api]);
  const askTemplates = useCallback((signal: AbortSignal) => api.templates(signal), [api]);
  const models = useAsked(askModels).value ?? [];
  const templates = useAsked(askTemplates).value ?? [];
  const agent = checked.content?.kind === 'agent' ? checked.content.agent : null;
  return (
    <div className={mergeClasses(mayTry && styles.two)}>
      <div className={page.part}>
        <AgentBuilder
          draft={draft}
          faults={checked.faults}
          models={models}
          templates={templates}
          readOnly={readOnly}
          onChange={onChange}
        />
        {checked.fault !== null && <FaultBar code={checked.fault} />}
      </div>
      {mayTry && (
        <div className={styles.trial}>
          <TrialPanel
            api={api}
            agent={agent}
            models={models}
            onExample={
              readOnly ? null : (example) => onChange({ ...draft, examples: [...draft.examples, example] })
            }
          />
        </div>
      )}
    </div>
  );
}
