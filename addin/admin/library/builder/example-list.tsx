import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import type { Example } from '../../../../contract/agents/example.ts';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import { countText } from '../../words.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  item: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

interface Props {
  examples: readonly Example[];
  onChange: (examples: Example[]) => void;
}

/** The worked examples of an agent; they are made from trials. */
export function ExampleList({ examples, onChange }: Props) {
  const styles = useStyles();
  const page = usePageStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section className={page.part} aria-label="Beispiele">
      <h3 ref={heading} tabIndex={-1} className={page.heading}>
        Beispiele
      </h3>
      {examples.length === 0 ? (
        <p className={page.note}>
          Noch keine. Probieren Sie den Agenten aus und übernehmen Sie den Lauf als Beispiel: Vor jeder
          Freigabe wird geprüft, ob es noch so ausgeht.
        </p>
      ) : (
        <ul className={styles.list}>
          {examples.map(({ name, expects }, at) => (
            <li key={at}>
              <div className={styles.item}>
                <span>
                  {name} ({countText(expects.length, 'Erwartung', 'Erwartungen')})
                </span>
                <Button
                  size="small"
                  aria-label={`Beispiel „${name}“ entfernen`}
                  onClick={() => {
                    onChange(examples.toSpliced(at, 1));
                    heading.current?.focus();
                  }}
                >
                  Entfernen
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
