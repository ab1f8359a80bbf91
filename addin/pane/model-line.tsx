import { Link, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ModelInfo } from '../../contract/models.ts';
import { modelText } from './german.ts';
import type { Models } from './use-models.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '24px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  select: {
    maxWidth: '100%',
    '& > select': {
      height: '24px',
      fieldSizing: 'content',
      maxWidth: '100%',
      paddingLeft: 0,
      color: tokens.colorNeutralForeground3,
      borderBottomColor: 'transparent',
      fontSize: tokens.fontSizeBase200,
      textOverflow: 'ellipsis',
    },
  },
});

interface Props {
  models: Models;
  chosen: ModelInfo | null;
  onChoose: (id: string) => void;
}

/** Which model answers and where the text goes, in one quiet line. */
export function ModelLine({ models, chosen, onChoose }: Props) {
  const styles = useStyles();
  if (models.state === 'failed') {
    return (
      <div className={styles.line} role="status">
        Amtsfeder ist nicht erreichbar.
        <Link as="button" onClick={models.retry}>
          Erneut versuchen
        </Link>
      </div>
    );
  }
  if (models.state === 'asking' || chosen === null) return <div className={styles.line} />;
  return (
    <div className={styles.line}>
      {models.list.length === 1 ? (
        modelText(chosen)
      ) : (
        <Select
          aria-label="Modell"
          appearance="underline"
          size="small"
          className={styles.select}
          value={chosen.id}
          onChange={(_event, { value }) => onChoose(value)}
        >
          {models.list.map((model) => (
            <option key={model.id} value={model.id}>
              {modelText(model)}
            </option>
          ))}
        </Select>
      )}
    </div>
  );
}
