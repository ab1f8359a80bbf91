import { Button } from '@fluentui/react-components';
import type { StepOf } from '../../../../contract/agents/definition.ts';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import { partOf, useBuilding } from './building.ts';
import { changeStep, type DraftOf, type DraftStep } from './draft.ts';
import { AreaField, NumberField, TextField } from './form-parts.tsx';
import { NameHelp } from './name-help.tsx';
import { nameableAt } from './nameable.ts';
import { nameFrom, othersIn, referencedIn, titled } from './names.ts';
import { PlainForm } from './plain-form.tsx';
import { StepList } from './step-list.tsx';

/** The form of a step, of any kind. */
export function StepForm({ step, depth }: { step: DraftStep; depth: number }) {
  const building = useBuilding();
  const { draft, onChange } = building;
  const here = nameableAt(draft, step.uid);
  const change = (changed: DraftStep) => onChange(changeStep(draft, changed));
  return (
    <>
      <TextField
        id={partOf(building, step.uid, 'title')}
        label="Titel"
        required
        value={step.title}
        onChange={(title) => onChange(titled(draft, step, title))}
      />
      {step.kind === 'entscheiden' ? (
        <BranchForm step={step} depth={depth} onChange={change} />
      ) : step.kind === 'je' ? (
        <EachForm step={step} depth={depth} onChange={change} />
      ) : (
        <PlainForm step={step} here={here} onChange={change} />
      )}
      <NameHelp here={here} />
    </>
  );
}

interface BranchProps {
  step: DraftOf<'entscheiden'>;
  depth: number;
  onChange: (step: DraftOf<'entscheiden'>) => void;
}

/** More cases than these no step has. */
const MAX_CASES = 8;

function BranchForm({ step, depth, onChange }: BranchProps) {
  const styles = usePageStyles();
  const { cases, otherwise, uid } = step;
  return (
    <>
      {cases.map(({ when, steps }, at) => (
        <fieldset key={at} className={styles.fieldset}>
          <legend className={styles.legend}>Fall {at + 1}</legend>
          <AreaField
            label="Wenn"
            hint="Der erste Fall, der zutrifft, wird gegangen."
            required
            code
            rows={2}
            value={when}
            onChange={(value) => onChange({ ...step, cases: cases.with(at, { when: value, steps }) })}
          />
          <StepList
            label={`Fall ${at + 1}`}
            steps={steps}
            within={{ of: 'case', uid, at }}
            depth={depth + 1}
          />
          {cases.length > 1 && (
            <div className={styles.buttons}>
              <Button size="small" onClick={() => onChange({ ...step, cases: cases.toSpliced(at, 1) })}>
                Fall {at + 1} entfernen
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {cases.length < MAX_CASES && (
        <div className={styles.buttons}>
          <Button
            size="small"
            onClick={() => onChange({ ...step, cases: [...cases, { when: '', steps: [] }] })}
          >
            Fall hinzufügen
          </Button>
        </div>
      )}
      <fieldset className={styles.fieldset}>
        <legend className={styles.legend}>Sonst</legend>
        {otherwise === null ? (
          <div className={styles.buttons}>
            <Button size="small" onClick={() => onChange({ ...step, otherwise: [] })}>
              Schritte für alles andere
            </Button>
          </div>
        ) : (
          <>
            <StepList label="Sonst" steps={otherwise} within={{ of: 'otherwise', uid }} depth={depth + 1} />
            <div className={styles.buttons}>
              <Button size="small" onClick={() => onChange({ ...step, otherwise: null })}>
                Ohne „Sonst“
              </Button>
            </div>
          </>
        )}
      </fieldset>
    </>
  );
}

interface EachProps {
  step: DraftOf<'je'>;
  depth: number;
  onChange: (step: DraftOf<'je'>) => void;
}

function EachForm({ step, depth, onChange }: EachProps) {
  const { draft } = useBuilding();
  const { over, as, most, steps, uid } = step;
  const named = (said: string): Pick<StepOf<'je'>, 'as'> => ({
    as: nameFrom(said, othersIn(draft, as), 'eintrag'),
  });
  const isUsed = referencedIn(draft).has(as);
  return (
    <>
      <AreaField
        label="Für jeden Eintrag von"
        hint="Eine Liste, etwa ein Schritt „Lesen“ mit mehreren Fundstellen."
        required
        code
        rows={2}
        value={over}
        onChange={(value) => onChange({ ...step, over: value })}
      />
      <TextField
        label="So heißt der einzelne Eintrag"
        hint={
          isUsed
            ? 'Wird in Schritten benutzt; wenn Sie ihn ändern, ändern Sie ihn auch dort.'
            : 'Kleine Buchstaben, Ziffern und _'
        }
        required
        value={as}
        onChange={(value) =>
          onChange({ ...step, ...(/^[a-z][a-z0-9_]*$/.test(value) ? { as: value } : named(value)) })
        }
      />
      <NumberField
        label="Höchstens so viele Einträge"
        value={most}
        onChange={(value) => onChange({ ...step, most: value })}
      />
      <StepList label="Für jeden Eintrag" steps={steps} within={{ of: 'je', uid }} depth={depth + 1} />
    </>
  );
}
