import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { Synonym } from '../../../contract/knowledge.ts';
import { DialogFrame } from '../../pane/dialog-frame.tsx';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { checkRow, meansOf } from './draft.ts';

interface Props {
  /** The row that is changed; null for a new one. */
  row: Synonym | null;
  word: string;
  others: readonly Synonym[];
  onTake: (row: Synonym) => void;
  onClose: () => void;
}

/** A row of the dictionary. */
export function RowDialog({ row, word: begin, others, onTake, onClose }: Props) {
  const styles = usePageStyles();
  const [word, setWord] = useState(begin);
  const [means, setMeans] = useState(row?.means.join(', ') ?? '');
  const [tried, setTried] = useState(false);
  const checked = checkRow({ word, means: meansOf(means) }, others);
  const wrong = (field: 'word' | 'means') =>
    tried && checked.status === 'wrong' && checked.field === field
      ? { validationMessage: checked.words, validationState: 'error' as const }
      : {};
  return (
    <DialogFrame
      title={row === null ? 'Wort hinzufügen' : 'Wort ändern'}
      size="medium"
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (checked.status === 'right') onTake(checked.row);
      }}
      actions={
        <>
          <Button onClick={onClose}>Abbrechen</Button>
          <Button type="submit" appearance="primary">
            Übernehmen
          </Button>
        </>
      }
    >
      <Field label="Wort, wie Leute es sagen" {...wrong('word')}>
        <Input
          className={styles.input}
          value={word}
          maxLength={80}
          onChange={(_event, { value }) => setWord(value)}
        />
      </Field>
      <Field
        label="Wörter, die in den Dokumenten stehen"
        hint="Mehrere trennen Sie durch Kommas."
        {...wrong('means')}
      >
        <Textarea
          rows={2}
          resize="vertical"
          value={means}
          onChange={(_event, { value }) => setMeans(value)}
        />
      </Field>
      <p className={styles.note}>Gespeichert wird erst mit „Wörterbuch speichern“.</p>
    </DialogFrame>
  );
}
