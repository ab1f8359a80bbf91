import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { AgentInput } from '../../../../contract/agents/definition.ts';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import { useBuilding } from './building.ts';
import { FieldForm } from './field-editor.tsx';
import { TextField } from './form-parts.tsx';
import { labelled, nameFrom, namesIn, othersIn, referencedIn } from './names.ts';
import { useListStyles } from './use-list-styles.ts';

const useStyles = makeStyles({ kind: { margin: 0, fontWeight: tokens.fontWeightSemibold } });

const KINDS: Record<AgentInput['kind'], string> = {
  offen: 'Offenes Dokument oder offene E-Mail',
  anlagen: 'Anlagen der offenen E-Mail',
  feld: 'Angabe, die der Mensch macht',
};

/** What a run begins with. */
export function InputsEditor() {
  const styles = useStyles();
  const lists = useListStyles();
  const page = usePageStyles();
  const { draft, onChange, focusOn, announce, prefix } = useBuilding();
  const { inputs } = draft;
  const put = (changed: AgentInput[]) => onChange({ ...draft, inputs: changed });
  const addId = (kind: AgentInput['kind']) => `${prefix}-input-${kind}`;
  const add = (kind: AgentInput['kind']) => {
    const [label, begin] =
      kind === 'feld' ? ['', 'angabe'] : [KINDS[kind], kind === 'offen' ? 'dokument' : 'anlagen'];
    const name = nameFrom(begin, namesIn(draft), begin);
    put([
      ...inputs,
      kind === 'feld' ? { kind, field: { name, label, kind: 'text' } } : { kind, name, label },
    ]);
    focusOn(`${prefix}-in-${inputs.length}`);
    announce(`${KINDS[kind]} hinzugefügt.`);
  };
  return (
    <section className={page.part} aria-label="Womit er beginnt">
      <h3 className={page.heading}>Womit er beginnt</h3>
      <ol className={lists.list}>
        {inputs.map((input, at) => (
          <li key={at} className={lists.item}>
            <p id={`${prefix}-in-${at}`} tabIndex={-1} className={styles.kind}>
              {KINDS[input.kind]}
            </p>
            <InputForm input={input} onChange={(changed) => put(inputs.with(at, changed))} />
            <div className={page.buttons}>
              <Button
                size="small"
                aria-label={`Eingabe „${labelOf(input)}“ entfernen`}
                onClick={() => {
                  put(inputs.toSpliced(at, 1));
                  focusOn(inputs.length > 1 ? `${prefix}-in-${Math.max(0, at - 1)}` : addId('offen'));
                  announce(`Eingabe „${labelOf(input)}“ entfernt.`);
                }}
              >
                Entfernen
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <div className={page.buttons}>
        {(Object.keys(KINDS) as AgentInput['kind'][])
          .filter((kind) => kind === 'feld' || !inputs.some((one) => one.kind === kind))
          .map((kind) => (
            <Button key={kind} id={addId(kind)} size="small" onClick={() => add(kind)}>
              {`${KINDS[kind]} hinzufügen`}
            </Button>
          ))}
      </div>
    </section>
  );
}

function labelOf(input: AgentInput): string {
  return input.kind === 'feld' ? input.field.label : input.label;
}

function InputForm({ input, onChange }: { input: AgentInput; onChange: (input: AgentInput) => void }) {
  const { draft } = useBuilding();
  if (input.kind === 'feld') {
    return (
      <FieldForm
        field={input.field}
        labelled={(field, label) => labelled(draft, field, label, othersIn(draft, field.name))}
        onChange={(field) => onChange({ kind: 'feld', field })}
      />
    );
  }
  const { name } = input;
  return (
    <TextField
      label="Bezeichnung"
      required
      hint={`In Schritten: ${name}`}
      value={input.label}
      onChange={(label) =>
        onChange({
          ...input,
          label,
          name: referencedIn(draft).has(name) ? name : nameFrom(label, othersIn(draft, name), 'dokument'),
        })
      }
    />
  );
}
