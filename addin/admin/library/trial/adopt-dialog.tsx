import { Button, Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import type { Example } from '../../../../contract/agents/example.ts';
import type { RunInputs } from '../../../../contract/agents/input.ts';
import type { RunView } from '../../../../contract/agents/run.ts';
import { DialogFrame } from '../../../pane/dialog-frame.tsx';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import { TextField } from '../builder/form-parts.tsx';
import { candidatesOf, exampleOf } from './example-of.ts';

interface Props {
  run: RunView;
  inputs: RunInputs;
  /** Names of the examples that there are. */
  taken: readonly string[];
  onTake: (example: Example) => void;
  onClose: () => void;
}

/** More than these an example does not hold. */
const MAX_CHOSEN = 40;

/** Makes an example of a trial: what it began with, what was answered, and what it must come to. */
export function AdoptDialog({ run, inputs, taken, onTake, onClose }: Props) {
  const styles = usePageStyles();
  const candidates = candidatesOf(run);
  const [name, setName] = useState(`Beispiel ${taken.length + 1}`);
  const [tried, setTried] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    () => new Set(candidates.flatMap(({ usual }, at) => (usual ? [at] : [])).slice(0, MAX_CHOSEN)),
  );
  const fault =
    name.trim() === '' || taken.includes(name.trim())
      ? 'Bitte geben Sie einen Namen an, den noch kein Beispiel hat.'
      : chosen.size === 0 || chosen.size > MAX_CHOSEN
        ? `Bitte wählen Sie, was herauskommen muss: 1 bis ${MAX_CHOSEN} Angaben.`
        : null;
  const take = () => {
    setTried(true);
    if (fault !== null) return;
    const expects = candidates.flatMap(({ expectation }, at) => (chosen.has(at) ? [expectation] : []));
    onTake(exampleOf(name.trim(), inputs, run, expects));
  };
  const toggle = (at: number, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(at);
    else next.delete(at);
    setChosen(next);
  };
  return (
    <DialogFrame
      title="Als Beispiel übernehmen"
      size="large"
      onClose={onClose}
      onSubmit={take}
      actions={
        <>
          <Button onClick={onClose}>Abbrechen</Button>
          <Button type="submit" appearance="primary">
            Übernehmen
          </Button>
        </>
      }
    >
      <p className={styles.text}>
        Das Beispiel enthält die Texte dieses Laufs und wird mit dem Agenten gespeichert. Nehmen Sie keine
        echten Angaben von Menschen.
      </p>
      <TextField label="Name des Beispiels" required value={name} onChange={setName} />
      <fieldset className={styles.fieldset}>
        <legend className={styles.legend}>Das muss wieder herauskommen</legend>
        {candidates.map(({ label, says }, at) => (
          <Checkbox
            key={at}
            label={`${label}: ${says}`}
            checked={chosen.has(at)}
            onChange={(_event, { checked }) => toggle(at, checked === true)}
          />
        ))}
      </fieldset>
      {tried && fault !== null && (
        <p role="alert" className={styles.warning}>
          {fault}
        </p>
      )}
    </DialogFrame>
  );
}
