import { Switch } from '@fluentui/react-components';

/** Draws the internal knowledge in beside what a text is about. */
export default function DrawSwitch({ on, onToggle }: { on: boolean; onToggle: (on: boolean) => void }) {
  return (
    <Switch
      checked={on}
      label="Internes Wissen einbeziehen"
      onChange={(_event, { checked }) => onToggle(checked)}
    />
  );
}
