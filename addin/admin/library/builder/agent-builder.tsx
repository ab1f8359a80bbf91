import { makeStyles, mergeClasses, Radio, RadioGroup } from '@fluentui/react-components';
import { useEffect, useId, useMemo, useState } from 'react';
import type { ContentReport } from '../../../../contract/agents/library.ts';
import type { ModelInfo } from '../../../../contract/models.ts';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import { faultText } from '../fault-words.ts';
import { FaultList } from '../fault-list.tsx';
import { type Building, BuildingContext } from './building.ts';
import { type AgentDraft, allSteps, type Uid } from './draft.ts';
import { ExampleList } from './example-list.tsx';
import { FreeForm } from './free-form.tsx';
import { HeadForm } from './head-form.tsx';
import { InputsEditor } from './inputs-editor.tsx';
import { OutcomeForm } from './outcome-form.tsx';
import { StepList } from './step-list.tsx';

const useStyles = makeStyles({
  // Read aloud only.
  quiet: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  // A fieldset would not become narrower than what stands in it.
  builder: { position: 'relative', margin: 0, padding: 0, border: 'none' },
});

interface Props {
  draft: AgentDraft;
  faults: ContentReport['faults'];
  /** Those of the house; empty while they are not known. */
  models: readonly ModelInfo[];
  /** Names of the Vorlagen of the house. */
  templates: readonly string[];
  readOnly: boolean;
  onChange: (draft: AgentDraft) => void;
}

/** The form of an agent: what it is, what it begins with, what it does, what it ends with. */
export function AgentBuilder({ draft, faults, models, templates, readOnly, onChange }: Props) {
  const styles = useStyles();
  const page = usePageStyles();
  const prefix = useId().replace(/[^\w-]/g, '');
  const [open, setOpen] = useState<ReadonlySet<Uid>>(new Set());
  const [wanted, setWanted] = useState({ id: '', round: 0 });
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (wanted.id === '') return;
    // A menu gives the focus back to its button when it closes; this comes after it.
    const timer = setTimeout(() => document.getElementById(wanted.id)?.focus());
    return () => clearTimeout(timer);
  }, [wanted]);
  const ids = useMemo(() => new Set(allSteps(draft.steps).map(({ id }) => id)), [draft.steps]);
  const loose = faults.filter(({ step }) => step === null || !ids.has(step) || draft.work === 'frei');
  const building: Building = {
    draft,
    onChange,
    prefix,
    faultsOf: (id) => faults.flatMap(({ step, text }) => (step === id ? [faultText(text)] : [])),
    isOpen: (uid) => readOnly || open.has(uid),
    toggle: (uid) => setOpen(toggled(open, uid)),
    goToNew(uid) {
      setOpen(new Set(open).add(uid));
      setWanted(({ round }) => ({ id: `${prefix}-${uid}-title`, round: round + 1 }));
    },
    focusOn: (id) => setWanted(({ round }) => ({ id, round: round + 1 })),
    announce: setSaid,
  };
  return (
    <BuildingContext value={building}>
      <fieldset className={mergeClasses(page.page, styles.builder)} disabled={readOnly}>
        <div role="status" aria-live="polite" className={styles.quiet}>
          {said}
        </div>
        {loose.length > 0 && <FaultList title="Am Agenten fehlt noch etwas" faults={loose} />}
        <HeadForm head={draft.head} models={models} onChange={(head) => onChange({ ...draft, head })} />
        <InputsEditor />
        <section className={page.part} aria-label="Was er tut">
          <h3 className={page.heading}>Was er tut</h3>
          <RadioGroup
            aria-label="Art der Arbeit"
            value={draft.work}
            onChange={(_event, { value }) =>
              onChange({ ...draft, work: value === 'frei' ? 'frei' : 'ablauf' })
            }
          >
            <Radio value="ablauf" label="Ablauf: feste Schritte, auch ohne Sprachmodell nachvollziehbar" />
            <Radio value="frei" label="Frei: Das Sprachmodell wählt unter Werkzeugen, in festen Grenzen" />
          </RadioGroup>
          {draft.work === 'ablauf' ? (
            <StepList label="Ablauf" steps={draft.steps} within={{ of: 'work' }} depth={1} />
          ) : (
            <FreeForm free={draft.free} onChange={(free) => onChange({ ...draft, free })} />
          )}
        </section>
        <OutcomeForm draft={draft} templates={templates} onChange={onChange} />
        <ExampleList examples={draft.examples} onChange={(examples) => onChange({ ...draft, examples })} />
      </fieldset>
    </BuildingContext>
  );
}

function toggled(open: ReadonlySet<Uid>, uid: Uid): ReadonlySet<Uid> {
  const next = new Set(open);
  if (!next.delete(uid)) next.add(uid);
  return next;
}
