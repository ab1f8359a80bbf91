import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type RefObject, useEffect, useState } from 'react';
import { MAX_LINE_CHARS } from '../../../contract/limits.ts';
import { problemOf, type Terms } from './terms.ts';

const useStyles = makeStyles({
  more: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalS },
  field: { flex: '1 1 160px', minWidth: 0 },
  input: { width: '100%', minWidth: 0, '& > input': { minWidth: 0 } },
});

interface Props {
  /** Where the text stands in which words are marked. */
  box: RefObject<HTMLElement | null>;
  terms: Terms;
  onMask: (term: string) => void;
}

/** Masks more: what is marked in the text, or a word that is typed. */
export function MaskMore({ box, terms, onMask }: Props) {
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const selected = useSelected(box);
  const mask = (word: string): boolean => {
    const found = problemOf(word, terms);
    setProblem(found);
    if (found === null) onMask(word);
    return found === null;
  };
  return (
    <form
      className={styles.more}
      onSubmit={(submit) => {
        submit.preventDefault();
        // A dialog lies in the form of nobody, but React lets events through portals.
        submit.stopPropagation();
        if (mask(typed)) setTyped('');
      }}
    >
      <Button
        size="small"
        disabledFocusable={selected === ''}
        title={selected === '' ? 'Markieren Sie dazu etwas im Text.' : selected}
        // Pressing the button must not take away what is marked.
        onMouseDown={(press) => press.preventDefault()}
        onClick={() => {
          if (selected !== '' && mask(selected)) window.getSelection()?.removeAllRanges();
        }}
      >
        Markiertes maskieren
      </Button>
      <Field
        className={styles.field}
        label="Weiteres maskieren"
        size="small"
        validationState={problem === null ? 'none' : 'error'}
        validationMessage={problem}
      >
        <Input
          className={styles.input}
          maxLength={MAX_LINE_CHARS}
          value={typed}
          onChange={(_event, { value }) => {
            setTyped(value);
            setProblem(null);
          }}
          contentAfter={
            <Button
              type="submit"
              appearance="transparent"
              size="small"
              disabledFocusable={typed.trim() === ''}
            >
              Maskieren
            </Button>
          }
        />
      </Field>
    </form>
  );
}

/** What is marked in an element, as long as no placeholder is; empty where nothing is. */
function useSelected(box: RefObject<HTMLElement | null>): string {
  const [selected, setSelected] = useState('');
  useEffect(() => {
    const look = () => setSelected(selectedIn(box.current));
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [box]);
  return selected;
}

function selectedIn(box: HTMLElement | null): string {
  const selection = window.getSelection();
  if (box === null || selection === null || selection.isCollapsed || selection.rangeCount === 0) return '';
  const range = selection.getRangeAt(0);
  if (!box.contains(range.commonAncestorContainer)) return '';
  const text = selection.toString().trim();
  if (text.length > MAX_LINE_CHARS) return '';
  return range.cloneContents().querySelector('[data-mark]') === null ? text : '';
}
