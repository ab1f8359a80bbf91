import { makeStyles, Switch, tokens } from '@fluentui/react-components';

// It would otherwise stand further in than the fields.
const useStyles = makeStyles({ switch: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` } });

/** Draws the internal knowledge in beside what a text is about. */
export default function DrawSwitch({ on, onToggle }: { on: boolean; onToggle: (on: boolean) => void }) {
  const styles = useStyles();
  return (
    <Switch
      className={styles.switch}
      checked={on}
      label="Internes Wissen einbeziehen"
      onChange={(_event, { checked }) => onToggle(checked)}
    />
  );
}
