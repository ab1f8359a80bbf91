import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { Fields, TextField } from '../fields.tsx';
import type { FormProps } from '../task.ts';
import type { LookupValues } from './values.ts';

// Its box would otherwise stand further in than the field.
const useStyles = makeStyles({ check: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` } });

// The pane starts without it: most tasks never need it.
const ScopeFields = lazy(() => import('./scope-fields.tsx'));

export function LookupForm(props: FormProps<LookupValues>) {
  const styles = useStyles();
  const { values, surface, onChange, missing, reading, mainField } = props;
  const text = reading.possible.find((from) => from !== 'nothing');
  const isContext = reading.from !== null && reading.from !== 'nothing';
  return (
    <Fields>
      <TextField
        label={isContext ? 'Ihre Frage (leer: Was gilt hierfür?)' : 'Ihre Frage'}
        placeholder="Zum Beispiel: Wer genehmigt eine Dienstreise?"
        rows={2}
        value={values.question}
        onChange={(value) => onChange('question', value)}
        problem={missing?.text ?? null}
        fieldRef={mainField}
      />
      {text !== undefined && (
        <Checkbox
          className={styles.check}
          checked={isContext}
          label={contextLabel(text, surface)}
          onChange={(_event, { checked }) => reading.want(checked === true ? text : 'nothing')}
        />
      )}
      <Suspense>
        <ScopeFields {...props} />
      </Suspense>
    </Fields>
  );
}

function contextLabel(text: 'whole' | 'selection', surface: FormProps['surface']): string {
  if (text === 'selection') return 'Auf die Markierung beziehen';
  return surface === 'document' ? 'Auf das geöffnete Dokument beziehen' : 'Auf die geöffnete E-Mail beziehen';
}
