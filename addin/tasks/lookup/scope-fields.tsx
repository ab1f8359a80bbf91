import { Button, Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { type CollectionCard, documentKinds } from '../../../contract/knowledge.ts';
import { More } from '../fields.tsx';
import type { FormProps } from '../task.ts';
import { kindsOf, listOf, type LookupValues, toggled } from './values.ts';

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  title: { padding: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  // Their boxes would otherwise stand further in than the fields.
  boxes: {
    display: 'flex',
    flexDirection: 'column',
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
    maxHeight: '220px',
    overflowY: 'auto',
  },
  box: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  more: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

type Known = { state: 'asking' } | { state: 'failed' } | { state: 'known'; list: CollectionCard[] };

/** Where a question is looked up: everywhere or in some collections, and the narrower choices under "Mehr". */
export default function ScopeFields({ values, onChange, collections, modelless }: FormProps<LookupValues>) {
  const styles = useStyles();
  const [known, setKnown] = useState<Known>({ state: 'asking' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let gone = false;
    collections().then(
      (list) => !gone && setKnown({ state: 'known', list }),
      () => !gone && setKnown({ state: 'failed' }),
    );
    return () => {
      gone = true;
    };
  }, [collections, round]);
  const chosen = listOf(values.collections) ?? [];
  const kinds: readonly string[] = kindsOf(values.kinds);
  return (
    <>
      <fieldset className={styles.group}>
        <legend className={styles.title}>Wo nachsehen?</legend>
        <div className={styles.boxes}>
          <Checkbox
            checked={chosen.length === 0}
            label="Überall"
            onChange={() => onChange('collections', '')}
          />
          {known.state === 'known' &&
            known.list.map(({ id, name, verbund, documents }) => (
              <Checkbox
                key={id}
                checked={chosen.includes(id)}
                label={`${name}${verbund ? ' · Verbund' : ''} · ${countDocuments(documents)}`}
                onChange={() => onChange('collections', toggled(values.collections, id))}
              />
            ))}
        </div>
        <div className={styles.quiet} role="status">
          {known.state === 'asking' && 'Sammlungen werden geladen …'}
          {known.state === 'known' && known.list.length === 0 && NO_COLLECTION}
          {known.state === 'failed' && (
            <>
              Die Sammlungen ließen sich nicht laden. Gesucht wird überall.{' '}
              <Button
                size="small"
                appearance="transparent"
                onClick={() => {
                  setKnown({ state: 'asking' });
                  setRound(round + 1);
                }}
              >
                Erneut laden
              </Button>
            </>
          )}
        </div>
      </fieldset>
      <More>
        <div className={styles.more}>
          <fieldset className={styles.group}>
            <legend className={styles.title}>Art der Dokumente (ohne Auswahl: alle)</legend>
            <div className={styles.boxes}>
              {Object.entries(documentKinds).map(([kind, label]) => (
                <Checkbox
                  key={kind}
                  checked={kinds.includes(kind)}
                  label={label}
                  onChange={() => onChange('kinds', toggled(values.kinds, kind))}
                />
              ))}
            </div>
          </fieldset>
          <Field label="Gültig am (leer: heute)" size="small">
            <Input type="date" value={values.on} onChange={(_event, { value }) => onChange('on', value)} />
          </Field>
          <Checkbox
            className={styles.box}
            checked={values.old === 'yes'}
            label="Auch ersetzte Fassungen"
            onChange={(_event, { checked }) => onChange('old', checked === true ? 'yes' : 'no')}
          />
          {!modelless && (
            <Checkbox
              className={styles.box}
              checked={values.broaden === 'yes'}
              label="Weitere Suchwörter vom Sprachmodell vorschlagen lassen"
              onChange={(_event, { checked }) => onChange('broaden', checked === true ? 'yes' : 'no')}
            />
          )}
        </div>
      </More>
    </>
  );
}

const NO_COLLECTION =
  'Es gibt noch keine Sammlung, in der Sie nachschlagen können. Die Administration Ihrer Kommune kann eine anlegen und Dokumente hineingeben.';

function countDocuments(count: number): string {
  return count === 1 ? '1 Dokument' : `${count} Dokumente`;
}
