import { Button, Field, Input, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { type DragEvent, type ReactElement, type Ref, useRef, useState } from 'react';
import { type DocumentKind, documentKinds } from '../../../contract/knowledge.ts';
import type { ImportOpening } from '../api/console-api.ts';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { countText, sizeText, today } from '../words.ts';
import { type Chosen, chosenFiles, droppedFiles, withMore } from './chosen.ts';
import type { ChosenFile } from './uploads.ts';

const useStyles = makeStyles({
  place: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  over: {
    backgroundColor: tokens.colorNeutralBackground1Hover,
    border: `${tokens.strokeWidthThick} dashed ${tokens.colorBrandStroke1}`,
  },
});

const NOTHING: Chosen = { files: [], left: 0 };
/** Names that are shown of what was chosen. */
const SOME = 5;

interface Props {
  onStart: (opening: ImportOpening, files: readonly ChosenFile[]) => void;
}

/** Which files are imported, as what and from when. */
export function ImportForm({ onStart }: Props) {
  const styles = usePageStyles();
  const own = useStyles();
  const [chosen, setChosen] = useState(NOTHING);
  const [kind, setKind] = useState<DocumentKind>('regulation');
  const [validFrom, setValidFrom] = useState(today);
  const [over, setOver] = useState(false);
  const [tried, setTried] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const lacks = {
    files: tried && chosen.files.length === 0,
    day: tried && validFrom === '',
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void droppedFiles(event.dataTransfer.items).then((more) => setChosen((before) => withMore(before, more)));
  };
  const start = () => {
    setTried(true);
    if (chosen.files.length === 0 || validFrom === '') return;
    onStart({ kind, validFrom }, chosen.files);
    setChosen(NOTHING);
    setTried(false);
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <div
        role="group"
        aria-label="Dateien"
        className={mergeClasses(own.place, over && own.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p className={styles.text}>
          Ziehen Sie Dateien oder Ordner hierher oder wählen Sie sie aus. DOCX, PDF, HTML, Markdown, EML und
          Textdateien, je bis 25 MB.
        </p>
        <div className={styles.buttons}>
          <Button onClick={() => files.current?.click()}>Dateien auswählen</Button>
          <Button onClick={() => folder.current?.click()}>Ordner auswählen</Button>
          {chosen.files.length > 0 && (
            <Button appearance="subtle" onClick={() => setChosen(NOTHING)}>
              Auswahl leeren
            </Button>
          )}
        </div>
        <input
          ref={files}
          type="file"
          hidden
          multiple
          aria-label="Dateien zum Importieren"
          onChange={({ target }) => {
            const more = chosenFiles(target.files ?? []);
            target.value = '';
            setChosen((before) => withMore(before, more));
          }}
        />
        <FolderInput inputRef={folder} onChoose={(more) => setChosen((before) => withMore(before, more))} />
        <div role="status">{chosen.files.length > 0 && <Summary chosen={chosen} />}</div>
        {lacks.files && (
          <p role="alert" className={styles.warning}>
            Bitte wählen Sie zuerst Dateien oder einen Ordner aus.
          </p>
        )}
      </div>
      <OpeningFields
        kind={kind}
        validFrom={validFrom}
        lacksDay={lacks.day}
        onKind={setKind}
        onValidFrom={setValidFrom}
      />
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary">
          Dateien importieren
        </Button>
      </div>
    </form>
  );
}

/** React knows the attribute, its types don't. */
const asFolder: object = { webkitdirectory: '' };

interface FolderProps {
  inputRef: Ref<HTMLInputElement>;
  onChoose: (more: Chosen) => void;
}

function FolderInput({ inputRef, onChoose }: FolderProps): ReactElement {
  return (
    <input
      {...asFolder}
      ref={inputRef}
      type="file"
      hidden
      multiple
      aria-label="Ordner zum Importieren"
      onChange={({ target }) => {
        const more = chosenFiles(target.files ?? []);
        target.value = '';
        onChoose(more);
      }}
    />
  );
}

function Summary({ chosen: { files, left } }: { chosen: Chosen }) {
  const styles = usePageStyles();
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  const more = files.length - SOME;
  return (
    <>
      <p className={styles.text}>
        {`${countText(files.length, 'Datei', 'Dateien')} ausgewählt, ${sizeText(bytes)}`}
        {left > 0 && `; ${countText(left, 'Hilfsdatei', 'Hilfsdateien')} übergangen`}
      </p>
      <p className={styles.note}>
        {files
          .slice(0, SOME)
          .map(({ name }) => name)
          .join(', ')}
        {more > 0 && ` und ${countText(more, 'weitere', 'weitere')}`}
      </p>
    </>
  );
}

interface OpeningProps {
  kind: DocumentKind;
  validFrom: string;
  lacksDay: boolean;
  onKind: (kind: DocumentKind) => void;
  onValidFrom: (day: string) => void;
}

/** What holds for everything that is imported. */
export function OpeningFields({ kind, validFrom, lacksDay, onKind, onValidFrom }: OpeningProps) {
  const styles = usePageStyles();
  return (
    <div className={styles.row}>
      <Field label="Art der Dokumente" className={styles.field}>
        <Select
          className={styles.select}
          value={kind}
          onChange={(_event, { value }) => onKind(value as DocumentKind)}
        >
          {Object.entries(documentKinds).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label="Gilt ab"
        className={styles.field}
        {...(lacksDay && {
          validationMessage: 'Bitte geben Sie einen Tag an.',
          validationState: 'error' as const,
        })}
      >
        <Input
          className={styles.input}
          type="date"
          value={validFrom}
          onChange={(_event, { value }) => onValidFrom(value)}
        />
      </Field>
    </div>
  );
}
