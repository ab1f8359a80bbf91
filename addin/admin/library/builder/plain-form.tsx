import { Checkbox } from '@fluentui/react-components';
import { type StepOf, writings } from '../../../../contract/agents/definition.ts';
import { type DocumentKind, documentKinds } from '../../../../contract/knowledge.ts';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import { useBuilding } from './building.ts';
import type { DraftPlain } from './draft.ts';
import { FieldForm, FieldsEditor } from './field-editor.tsx';
import { AreaField, Choice } from './form-parts.tsx';
import type { Here } from './nameable.ts';
import { labelled } from './names.ts';

const FILLED = 'Mit {{ … }} setzen Sie Werte ein, etwa {{ heute }}.';

interface Props {
  step: DraftPlain;
  here: Here;
  onChange: (step: DraftPlain) => void;
}

/** The form of a step that has none inside. */
export function PlainForm({ step, here, onChange }: Props) {
  const { draft } = useBuilding();
  switch (step.kind) {
    case 'lesen':
      return (
        <>
          <Choice
            label="Aus"
            value={step.from}
            options={sourcesOf(here, step.from)}
            onChange={(from) => onChange({ ...step, from })}
          />
          <Choice
            label="Wie oft stehen die Angaben darin?"
            value={step.extent}
            options={{ one: 'Einmal', many: 'Mehrmals (ergibt eine Liste)' }}
            onChange={(extent) => onChange({ ...step, extent })}
          />
          <FieldsEditor
            fields={step.fields}
            labelled={(field, label, taken) => labelled(draft, field, label, taken)}
            onChange={(fields) => onChange({ ...step, fields })}
          />
        </>
      );
    case 'nachschlagen':
      return <LookupForm step={step} here={here} onChange={onChange} />;
    case 'pruefen':
      return (
        <>
          <AreaField
            label="Regel"
            hint="Was gelten soll: ein Ausdruck, der ja oder nein ergibt."
            required
            code
            rows={2}
            value={step.rule}
            onChange={(rule) => onChange({ ...step, rule })}
          />
          <AreaField
            label="Hinweis, wenn sie nicht erfüllt ist"
            hint={FILLED}
            required
            rows={2}
            value={step.otherwise}
            onChange={(otherwise) => onChange({ ...step, otherwise })}
          />
          <Choice
            label="Gewicht"
            value={step.weight}
            options={{ lacking: 'Mangel: muss behoben werden', advice: 'Hinweis: kann bleiben' }}
            onChange={(weight) => onChange({ ...step, weight })}
          />
        </>
      );
    case 'rechnen':
      return (
        <AreaField
          label="Ausdruck"
          hint="Betrag, Zahl, Tag oder Text; gerechnet wird ohne Sprachmodell."
          required
          code
          rows={2}
          value={step.value}
          onChange={(value) => onChange({ ...step, value })}
        />
      );
    case 'schreiben':
      return <WriteForm step={step} here={here} onChange={onChange} />;
    case 'fragen':
      return <AskForm step={step} here={here} onChange={onChange} />;
    case 'freigeben':
      return (
        <>
          <AreaField
            label="Hinweis für den Menschen, der zustimmt"
            hint={FILLED}
            required
            value={step.says}
            onChange={(says) => onChange({ ...step, says })}
          />
          <DrawsOn
            label="Das sieht er dabei"
            here={here}
            chosen={step.shows}
            onChange={(shows) => onChange({ ...step, shows })}
          />
        </>
      );
  }
}

/** What can be read from: documents, attachments, and texts of steps before. */
function sourcesOf({ roots }: Here, from: string): Record<string, string> {
  const sorted = roots.toSorted((one, other) => Number(other.isDocument) - Number(one.isDocument));
  const known = sorted.map(({ name, label }) => [name, label === '' ? name : label]);
  return Object.fromEntries(
    sorted.some(({ name }) => name === from)
      ? known
      : [[from, from === '' ? 'Bitte wählen' : `${from} (gibt es hier nicht)`], ...known],
  );
}

interface Of<One> {
  step: One & { uid: number };
  here: Here;
  onChange: (step: One & { uid: number }) => void;
}

function LookupForm({ step, onChange }: Of<StepOf<'nachschlagen'>>) {
  const styles = usePageStyles();
  const { kinds = [], ...without } = step;
  const put = (chosen: DocumentKind[]) =>
    onChange(chosen.length === 0 ? without : { ...without, kinds: chosen });
  return (
    <>
      <AreaField
        label="Frage an das interne Wissen"
        hint={FILLED}
        required
        value={step.question}
        onChange={(question) => onChange({ ...step, question })}
      />
      <fieldset className={styles.fieldset}>
        <legend className={styles.legend}>Nur in diesen Dokumenten</legend>
        <p className={styles.note}>Ohne Auswahl in allen, die der Mensch lesen darf.</p>
        {(Object.keys(documentKinds) as DocumentKind[]).map((kind) => (
          <Checkbox
            key={kind}
            label={documentKinds[kind]}
            checked={kinds.includes(kind)}
            onChange={(_event, { checked }) =>
              put(checked === true ? [...kinds, kind] : kinds.filter((one) => one !== kind))
            }
          />
        ))}
      </fieldset>
    </>
  );
}

function WriteForm({ step, here, onChange }: Of<StepOf<'schreiben'>>) {
  const { how } = step;
  const said = how.kind === 'order' ? how.order : how.text;
  return (
    <>
      <Choice
        label="Was entsteht"
        value={step.form}
        options={writings}
        onChange={(form) => onChange({ ...step, form })}
      />
      <Choice
        label="Wie es entsteht"
        value={how.kind}
        options={{
          order: 'Das Sprachmodell schreibt nach Anweisung',
          text: 'Fester Text, ohne Sprachmodell',
        }}
        onChange={(kind) =>
          onChange({ ...step, how: kind === 'order' ? { kind, order: said } : { kind, text: said } })
        }
      />
      <AreaField
        label={how.kind === 'order' ? 'Anweisung' : 'Text'}
        hint={FILLED}
        required
        rows={5}
        value={said}
        onChange={(value) =>
          onChange({
            ...step,
            how: how.kind === 'order' ? { kind: 'order', order: value } : { kind: 'text', text: value },
          })
        }
      />
      <DrawsOn
        label="Stützt sich auf"
        here={here}
        chosen={step.drawsOn}
        onChange={(drawsOn) => onChange({ ...step, drawsOn })}
      />
    </>
  );
}

function AskForm({ step, onChange }: Of<StepOf<'fragen'>>) {
  const { default: proposed, ...without } = step;
  return (
    <>
      <AreaField
        label="Frage"
        hint={FILLED}
        required
        rows={2}
        value={step.question}
        onChange={(question) => onChange({ ...step, question })}
      />
      <FieldForm
        field={step.field}
        label="Bezeichnung der Antwort"
        // Expressions name the answer by its step.
        labelled={(field, label) => ({ ...field, label })}
        onChange={(field) => onChange({ ...step, field })}
      />
      <AreaField
        label="Vorschlag"
        hint="Ein Ausdruck: was schon dasteht, bevor jemand antwortet."
        code
        rows={2}
        value={proposed ?? ''}
        onChange={(value) => onChange(value === '' ? without : { ...step, default: value })}
      />
    </>
  );
}

interface DrawsOnProps {
  label: string;
  here: Here;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Inputs and earlier steps, to choose among. */
function DrawsOn({ label, here, chosen, onChange }: DrawsOnProps) {
  const styles = usePageStyles();
  const names = here.roots.map(({ name }) => name);
  const gone = chosen
    .filter((name) => !names.includes(name))
    .map((name) => ({ name, label: `${name} (gibt es hier nicht)` }));
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>{label}</legend>
      {here.roots.length === 0 && gone.length === 0 && (
        <p className={styles.note}>Davor steht noch nichts.</p>
      )}
      {[...here.roots, ...gone].map(({ name, label: title }) => (
        <Checkbox
          key={name}
          label={title === '' ? name : title}
          checked={chosen.includes(name)}
          onChange={(_event, { checked }) =>
            onChange(checked === true ? [...chosen, name] : chosen.filter((one) => one !== name))
          }
        />
      ))}
    </fieldset>
  );
}
