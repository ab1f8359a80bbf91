import { Button, MessageBar, MessageBarBody, SearchBox } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import type { Synonym, SynonymList } from '../../../contract/knowledge.ts';
import { useBarStyles } from '../../pane/use-bar-styles.ts';
import type { ConsoleApi } from '../api/console-api.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { FaultBar } from '../parts/fault-bar.tsx';
import { ReasonField } from '../parts/reason-field.tsx';
import { useSay } from '../parts/said.tsx';
import { useLeaving } from '../parts/use-leaving.ts';
import { useSaving } from '../parts/use-saving.ts';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { countText } from '../words.ts';
import { changesBetween, inOrder, onto } from './draft.ts';
import { RowDialog } from './row-dialog.tsx';
import { WantedWords } from './wanted-words.tsx';

/** Rows that are shown at once; the search finds the others. */
const SHOWN = 200;

type Editing = { row: Synonym | null; word: string };

interface Props {
  api: ConsoleApi;
  /** What the dictionary is called; each of a page by another name. */
  title: string;
  list: SynonymList;
  wanted: string;
}

/** The rows of the dictionary. Changes are gathered and saved together, with one reason. */
export function Dictionary({ api, title, list, wanted }: Props) {
  const styles = usePageStyles();
  const bars = useBarStyles();
  const say = useSay();
  const id = useId();
  const [base, setBase] = useState(list);
  const [rows, setRows] = useState(() => inOrder(list.synonyms));
  const [filter, setFilter] = useState('');
  const [editing, setEditing] = useState<Editing | null>(wanted === '' ? null : { row: null, word: wanted });
  const [merged, setMerged] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const [touched, setTouched] = useState(0);
  useEffect(() => {
    if (touched === 0) return;
    // The button that had the focus may be gone with its row; a window holds on to it until it is gone itself.
    const timer = setTimeout(() => heading.current?.focus());
    return () => clearTimeout(timer);
  }, [touched]);
  const changes = changesBetween(base.synonyms, rows);
  useLeaving(changes > 0);
  const needle = filter.trim().toLocaleLowerCase('de');
  const found = rows.filter(({ word, means }) =>
    [word, ...means].some((one) => one.toLocaleLowerCase('de').includes(needle)),
  );

  const takeNewest = async () => {
    const newest = await api.synonyms(base.kommune, new AbortController().signal);
    setRows(onto(base.synonyms, rows, newest.synonyms));
    setBase(newest);
    setMerged(true);
  };
  const {
    reason,
    setReason,
    tried,
    busy,
    fault,
    submit: save,
  } = useSaving({
    ready: true,
    async save(why) {
      setMerged(false);
      const saved = await api.changeSynonyms(base, rows, why);
      setBase(saved);
      setRows(inOrder(saved.synonyms));
    },
    takeNewest,
    done: 'Das Wörterbuch ist gespeichert.',
  });

  return (
    <>
      {base.kommune !== 'verbund' && (
        <WantedWords words={base.wanted} rows={rows} onChoose={(word) => setEditing({ row: null, word })} />
      )}
      <section className={styles.part} aria-labelledby={id}>
        <h2 id={id} ref={heading} tabIndex={-1} className={styles.heading}>
          {title} ({rows.length})
        </h2>
        <div className={styles.row}>
          <SearchBox
            className={styles.field}
            aria-label="Wörter suchen"
            placeholder="Wörter suchen"
            value={filter}
            dismiss={{ 'aria-label': 'Eingabe löschen' }}
            onChange={(_event, { value }) => setFilter(value)}
          />
          <Button onClick={() => setEditing({ row: null, word: '' })}>Wort hinzufügen</Button>
        </div>
        {rows.length === 0 ? (
          <p className={styles.text}>
            Noch steht nichts darin. Ein Beispiel: „Krankenschein“ bedeutet
            „Arbeitsunfähigkeitsbescheinigung“.
          </p>
        ) : (
          <DataTable
            label={title}
            columns={columnsFor({
              onChange: (row) => setEditing({ row, word: row.word }),
              onRemove: (row) => {
                setRows(rows.filter((one) => one !== row));
                setTouched(touched + 1);
                say(`„${row.word}“ ist aus dem Entwurf entfernt. Wirksam wird das mit dem Speichern.`);
              },
            })}
            rows={found.slice(0, SHOWN)}
            keyOf={({ word }) => word}
          />
        )}
        {rows.length > 0 && found.length === 0 && <p className={styles.text}>Kein Wort passt dazu.</p>}
        {found.length > SHOWN && (
          <p className={styles.note}>Die ersten {SHOWN}. Suchen Sie, um weitere zu sehen.</p>
        )}
      </section>
      {merged && (
        <MessageBar className={bars.bar} intent="warning" layout="multiline">
          <MessageBarBody className={bars.body}>
            <span role="alert">
              Jemand hat das inzwischen geändert. Der neue Stand ist geladen, und Ihre Änderungen sind darin
              eingetragen. Bitte prüfen Sie es und speichern Sie erneut.
            </span>
          </MessageBarBody>
        </MessageBar>
      )}
      {fault !== null && <FaultBar code={fault} />}
      {changes > 0 && (
        <form
          className={styles.form}
          noValidate
          aria-label="Änderungen speichern"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <p className={styles.text} role="status">
            {countText(changes, 'Änderung ist', 'Änderungen sind')} noch nicht gespeichert.
          </p>
          <ReasonField reason={reason} shown={tried} onChange={setReason} />
          <div className={styles.buttons}>
            <Button type="submit" appearance="primary" disabledFocusable={busy}>
              Wörterbuch speichern
            </Button>
            <Button
              onClick={() => {
                setRows(inOrder(base.synonyms));
                setMerged(false);
              }}
            >
              Änderungen verwerfen
            </Button>
          </div>
        </form>
      )}
      {editing !== null && (
        <RowDialog
          row={editing.row}
          word={editing.word}
          others={rows.filter((row) => row !== editing.row)}
          onTake={(row) => {
            setRows(inOrder([...rows.filter((one) => one !== editing.row), row]));
            setEditing(null);
            setTouched(touched + 1);
          }}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

function columnsFor({
  onChange,
  onRemove,
}: Record<'onChange' | 'onRemove', (row: Synonym) => void>): Column<Synonym>[] {
  return [
    { label: 'Wort', cell: ({ word }) => word },
    { label: 'Bedeutet', cell: ({ means }) => means.join(', ') },
    {
      label: 'Bearbeiten',
      kind: 'buttons',
      cell: (row) => (
        <>
          <Button
            size="small"
            appearance="subtle"
            aria-label={`„${row.word}“ ändern`}
            onClick={() => onChange(row)}
          >
            Ändern
          </Button>
          <Button
            size="small"
            appearance="subtle"
            aria-label={`„${row.word}“ entfernen`}
            onClick={() => onRemove(row)}
          >
            Entfernen
          </Button>
        </>
      ),
    },
  ];
}
