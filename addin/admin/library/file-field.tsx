import { Label, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { usePageStyles } from '../parts/use-page-styles.ts';

const useStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  input: { maxWidth: '100%', fontFamily: 'inherit', fontSize: 'inherit' },
});

interface Props {
  label: string;
  hint: string;
  /** Endings that are offered first. */
  accept: string;
  onChoose: (file: File) => void;
}

/** Where a file is chosen. */
export function FileField({ label, hint, accept, onChoose }: Props) {
  const styles = useStyles();
  const page = usePageStyles();
  const id = useId();
  return (
    <div className={styles.field}>
      <Label htmlFor={id}>{label}</Label>
      <input
        id={id}
        className={styles.input}
        type="file"
        accept={accept}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) onChoose(file);
        }}
      />
      <p id={`${id}-hint`} className={page.note}>
        {hint}
      </p>
    </div>
  );
}
