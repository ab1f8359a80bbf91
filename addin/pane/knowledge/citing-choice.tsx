import { Label, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Citing } from '../../output/cite.ts';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
});

interface Props {
  citing: Citing;
  /** Whether the host has footnotes at all. */
  footnotes: boolean;
  onChoose: (citing: Citing) => void;
}

/** How an inserted text says what it rests on. */
export default function CitingChoice({ citing, footnotes, onChoose }: Props) {
  const styles = useStyles();
  const id = useId();
  const options: { value: Citing; label: string }[] = [
    ...(footnotes ? [{ value: 'footnotes' as const, label: 'als Fußnoten' }] : []),
    { value: 'brackets', label: 'in Klammern, mit Liste' },
    { value: 'none', label: 'weglassen' },
  ];
  return (
    <div className={styles.row}>
      <Label htmlFor={id} size="small">
        Quellen
      </Label>
      <Select
        id={id}
        size="small"
        value={!footnotes && citing === 'footnotes' ? 'brackets' : citing}
        onChange={(_event, { value }) => {
          const chosen = options.find((option) => option.value === value);
          if (chosen !== undefined) onChoose(chosen.value);
        }}
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </div>
  );
}
