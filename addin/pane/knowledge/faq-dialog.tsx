import { Button, Checkbox, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { type ErrorCode, errorText } from '../../../contract/errors.ts';
import type { CollectionCard } from '../../../contract/knowledge.ts';
import { MAX_LINE_CHARS } from '../../../contract/limits.ts';
import { BackendError } from '../backend.ts';
import { DialogFrame } from '../dialog-frame.tsx';
import type { PaneState } from '../use-pane.ts';
import type { Version } from '../work.ts';
import { entriesOf } from './faq-entries.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', maxHeight: '45vh', overflowY: 'auto' },
  quiet: {
    paddingLeft: tokens.spacingHorizontalXXL,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

/** Entries that can be proposed at once. */
const MAX_ENTRIES = 50;

type State =
  | { name: 'asking' | 'choosing' | 'sending' }
  | { name: 'failed'; code: ErrorCode }
  | { name: 'done'; count: number; collection: string };

const codeOf = (fault: unknown): ErrorCode => (fault instanceof BackendError ? fault.code : 'internal');

interface Props {
  version: Version;
  pane: PaneState;
  onClose: () => void;
}

/** Proposes questions and answers for a collection; what is not proven has to be chosen on purpose. */
export default function FaqDialog({ version, pane, onClose }: Props) {
  const styles = useStyles();
  const { backend, collections: load } = pane;
  const [entries] = useState(() => entriesOf(version.statements).slice(0, MAX_ENTRIES));
  const [ticked, setTicked] = useState(() => new Set(entries.filter(({ proven }) => proven)));
  const [collections, setCollections] = useState<CollectionCard[]>([]);
  const [chosen, setChosen] = useState('');
  const [state, setState] = useState<State>({ name: 'asking' });
  useEffect(() => {
    let gone = false;
    load().then(
      (list) => {
        if (gone) return;
        setCollections(list);
        setChosen(list[0]?.id ?? '');
        setState({ name: 'choosing' });
      },
      (fault: unknown) => !gone && setState({ name: 'failed', code: codeOf(fault) }),
    );
    return () => {
      gone = true;
    };
  }, [load]);
  const collection = collections.find(({ id }) => id === chosen);
  const propose = () => {
    if (collection === undefined || ticked.size === 0 || state.name === 'sending') return;
    setState({ name: 'sending' });
    const proposal = {
      collection: collection.id,
      title: version.origin.title.slice(0, MAX_LINE_CHARS),
      entries: entries.filter((entry) => ticked.has(entry)).map(({ entry }) => entry),
    };
    backend.proposeFaq(proposal, new AbortController().signal).then(
      () => setState({ name: 'done', count: proposal.entries.length, collection: collection.name }),
      (fault: unknown) => setState({ name: 'failed', code: codeOf(fault) }),
    );
  };
  if (state.name === 'done') {
    return (
      <DialogFrame
        title="Vorgeschlagen"
        size="small"
        onClose={onClose}
        actions={
          <Button appearance="primary" onClick={onClose}>
            Schließen
          </Button>
        }
      >
        <div role="status">
          {`${countEntries(state.count)} für „${state.collection}“ vorgeschlagen. Gefunden wird ein Eintrag, sobald ihn die zuständige Stelle freigegeben hat.`}
        </div>
      </DialogFrame>
    );
  }
  return (
    <DialogFrame
      title="Als FAQ vorschlagen"
      size="medium"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Abbrechen</Button>
          <Button
            appearance="primary"
            disabledFocusable={collection === undefined || ticked.size === 0 || state.name === 'sending'}
            onClick={propose}
          >
            Vorschlagen
          </Button>
        </>
      }
    >
      {state.name !== 'asking' && collections.length === 0 ? (
        <div>
          Es gibt noch keine Sammlung, für die Sie etwas vorschlagen können. Die Administration Ihrer Kommune
          kann eine anlegen.
        </div>
      ) : (
        <Field label="Sammlung">
          <Select value={chosen} onChange={(_event, { value }) => setChosen(value)}>
            {collections.map(({ id, name, verbund }) => (
              <option key={id} value={id}>
                {verbund ? `${name} (Verbund)` : name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <ul className={styles.list} aria-label="Einträge">
        {entries.map((one) => (
          <li key={one.entry.question}>
            <Checkbox
              checked={ticked.has(one)}
              label={one.entry.question}
              onChange={(_event, { checked }) => {
                const next = new Set(ticked);
                if (checked === true) next.add(one);
                else next.delete(one);
                setTicked(next);
              }}
            />
            {!one.proven && <div className={styles.quiet}>Nicht alles daran ist belegt. Bitte prüfen.</div>}
          </li>
        ))}
      </ul>
      {state.name === 'failed' && <div role="alert">{errorText(state.code)}</div>}
    </DialogFrame>
  );
}

function countEntries(count: number): string {
  return count === 1 ? '1 Eintrag ist' : `${count} Einträge sind`;
}
