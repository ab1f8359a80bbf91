import { Checkbox } from '@fluentui/react-components';
import { type ToolName, tools } from '../../../../contract/agents/definition.ts';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import type { AgentDraft } from './draft.ts';
import { AreaField, NumberField } from './form-parts.tsx';

type Free = AgentDraft['free'];

const TOOL_TEXTS: Readonly<Record<ToolName, string>> = {
  dokument: 'liest das offene Dokument und die gewählten Anlagen',
  wissen: 'sucht im internen Wissen, das der Mensch lesen darf, mit Fundstelle',
  vorlagen: 'sieht sich Vorlagen und Textbausteine an',
  rechnen: 'rechnet Beträge und Zahlen aus, ohne Sprachmodell',
  datum: 'berechnet Fristen und Tage, ohne Sprachmodell',
};

const MICRO_PER_EURO = 1_000_000;

/** The order of a free agent, what it may use, and where it ends at the latest. */
export function FreeForm({ free, onChange }: { free: Free; onChange: (free: Free) => void }) {
  const styles = usePageStyles();
  return (
    <>
      <AreaField
        label="Anweisung"
        hint="Was er herausfinden und schreiben soll. Mit {{ … }} setzen Sie Eingaben ein."
        required
        rows={8}
        value={free.order}
        onChange={(order) => onChange({ ...free, order })}
      />
      <fieldset className={styles.fieldset}>
        <legend className={styles.legend}>Werkzeuge</legend>
        <p className={styles.note}>
          Alle lesen nur. Keines schreibt in ein Dokument, sendet oder speichert etwas.
        </p>
        {(Object.keys(tools) as ToolName[]).map((name) => (
          <Checkbox
            key={name}
            label={`${tools[name]}: ${TOOL_TEXTS[name]}`}
            checked={free.tools.includes(name)}
            onChange={(_event, { checked }) =>
              onChange({
                ...free,
                tools: checked === true ? [...free.tools, name] : free.tools.filter((one) => one !== name),
              })
            }
          />
        ))}
      </fieldset>
      <NumberField
        label="Höchstens so viele Aufrufe"
        hint="1 bis 30; danach hört er mit dem auf, was er hat."
        value={free.most.calls}
        onChange={(value) => onChange({ ...free, most: { ...free.most, calls: value } })}
      />
      <NumberField
        label="Höchstens so viel Euro je Lauf"
        hint="0,001 bis 5 Euro"
        value={free.most.microEuro / MICRO_PER_EURO}
        onChange={(value) =>
          onChange({ ...free, most: { ...free.most, microEuro: Math.round(value * MICRO_PER_EURO) } })
        }
      />
    </>
  );
}
