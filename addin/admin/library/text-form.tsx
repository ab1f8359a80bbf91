import { useState } from 'react';
import { MAX_TEMPLATE_BYTES } from '../../../contract/agents/library.ts';
import type { FormName, TextBlock } from '../../../contract/forms.ts';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { sizeText } from '../words.ts';
import { FieldsEditor } from './builder/field-editor.tsx';
import { AreaField, Choice, TextField } from './builder/form-parts.tsx';
import { nameFrom } from './builder/names.ts';
import type { ContentDraft } from './content-draft.ts';
import { FileField } from './file-field.tsx';

type TextDraft = Exclude<ContentDraft, { kind: 'agent' }>;
type Of<Kind extends TextDraft['kind']> = Extract<TextDraft, { kind: Kind }>;

const USES: Record<TextBlock['kind'], string> = {
  'legal-remedy': 'Rechtsbehelfsbelehrung',
  privacy: 'Datenschutzhinweis',
  payment: 'Zahlungshinweis',
  other: 'Sonstiges',
};

const FORMS: Record<FormName, string> = {
  letter: 'Brief (DIN 5008)',
  note: 'Vermerk',
  order: 'Verfügung',
  'council-paper': 'Sitzungsvorlage',
  decision: 'Bescheid',
  mail: 'E-Mail',
};

interface Props<Draft extends TextDraft> {
  draft: Draft;
  onChange: (draft: TextDraft) => void;
}

/** The form of a Textbaustein, an Anweisung or a Vorlage. */
export function TextForm({ draft, onChange }: Props<TextDraft>) {
  const styles = usePageStyles();
  return (
    <div className={styles.form}>
      <TextField label="Name" required value={draft.name} onChange={(name) => onChange({ ...draft, name })} />
      <AreaField
        label="Zweck"
        hint="Wofür es gut ist, so dass andere es danach finden."
        rows={2}
        value={draft.purpose}
        onChange={(purpose) => onChange({ ...draft, purpose })}
      />
      {inner()}
    </div>
  );

  function inner() {
    switch (draft.kind) {
      case 'textblock':
        return <TextblockForm draft={draft} onChange={onChange} />;
      case 'prompt':
        return <PromptForm draft={draft} onChange={onChange} />;
      case 'template':
        return <TemplateForm draft={draft} onChange={onChange} />;
    }
  }
}

function TextblockForm({ draft, onChange }: Props<Of<'textblock'>>) {
  return (
    <>
      <Choice
        label="Wofür"
        value={draft.use}
        options={USES}
        onChange={(use) => onChange({ ...draft, use })}
      />
      <AreaField
        label="Text"
        hint="Wird Wort für Wort benutzt. Überschriften und Listen als Markdown."
        required
        rows={8}
        value={draft.text}
        onChange={(text) => onChange({ ...draft, text })}
      />
    </>
  );
}

function PromptForm({ draft, onChange }: Props<Of<'prompt'>>) {
  const styles = usePageStyles();
  return (
    <>
      <AreaField
        label="Anweisung"
        hint="Mit {{ name }} setzen Sie eine der Angaben ein."
        required
        rows={8}
        value={draft.text}
        onChange={(text) => onChange({ ...draft, text })}
      />
      <section className={styles.part} aria-label="Angaben">
        <h3 className={styles.heading}>Angaben, die der Mensch ausfüllt</h3>
        <FieldsEditor
          fields={draft.variables}
          least={0}
          labelled={(field, label, taken) =>
            draft.text.includes(field.name)
              ? { ...field, label }
              : { ...field, label, name: nameFrom(label, taken, 'angabe') }
          }
          onChange={(variables) => onChange({ ...draft, variables })}
        />
      </section>
    </>
  );
}

function TemplateForm({ draft, onChange }: Props<Of<'template'>>) {
  const styles = usePageStyles();
  const [tooLarge, setTooLarge] = useState(false);
  const take = async (file: File) => {
    setTooLarge(file.size > MAX_TEMPLATE_BYTES);
    if (file.size <= MAX_TEMPLATE_BYTES) {
      onChange({ ...draft, file: inBase64(new Uint8Array(await file.arrayBuffer())) });
    }
  };
  return (
    <>
      <Choice
        label="Form"
        value={draft.form}
        options={FORMS}
        onChange={(form) => onChange({ ...draft, form })}
      />
      <FileField
        label="Datei (DOCX)"
        hint={`Höchstens ${sizeText(MAX_TEMPLATE_BYTES)}.`}
        accept=".docx"
        onChoose={(file) => void take(file)}
      />
      {tooLarge && (
        <p role="alert" className={styles.warning}>
          Die Datei ist zu groß. Es bleibt, was vorher da war.
        </p>
      )}
      <p className={styles.note} role="status">
        {draft.file === ''
          ? 'Noch keine Datei gewählt.'
          : `Eine Datei liegt vor (${sizeText((draft.file.length * 3) / 4)}). Herunterladen können Sie sie mit „Exportieren“.`}
      </p>
    </>
  );
}

/** Bytes of a file are given to the encoder in pieces: as arguments of one call they would be too many. */
const PIECE = 0x8000;

function inBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(binary);
}
