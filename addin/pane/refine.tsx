import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { SendRegular } from '@fluentui/react-icons/svg/send';
import { MAX_FIELD_CHARS } from '../../contract/limits.ts';

const wishes = ['kürzer', 'förmlicher', 'freundlicher'];

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  chip: { minWidth: 0, fontWeight: tokens.fontWeightRegular },
  field: { width: '100%', paddingRight: 0 },
});

interface Props {
  value: string;
  onType: (value: string) => void;
  onRefine: (wish: string) => void;
}

/** What shall be different: a few words to click and a field for one's own. */
export function Refine({ value, onType, onRefine }: Props) {
  const styles = useStyles();
  const own = value.trim();
  return (
    <form
      className={styles.form}
      onSubmit={(submit) => {
        submit.preventDefault();
        if (own !== '') onRefine(own);
      }}
    >
      <div className={styles.chips} role="group" aria-label="Ändern">
        {wishes.map((wish) => (
          <Button
            key={wish}
            size="small"
            shape="circular"
            className={styles.chip}
            onClick={() => onRefine(wish)}
          >
            {wish}
          </Button>
        ))}
      </div>
      <Input
        className={styles.field}
        aria-label="Was soll anders werden?"
        placeholder="Was soll anders werden?"
        maxLength={MAX_FIELD_CHARS}
        value={value}
        onChange={(_event, data) => onType(data.value)}
        contentAfter={
          <Button
            type="submit"
            appearance="transparent"
            icon={<SendRegular />}
            aria-label="Entwurf ändern"
            title="Entwurf ändern"
            disabledFocusable={own === ''}
          />
        }
      />
    </form>
  );
}
