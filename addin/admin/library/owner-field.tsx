import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { Me } from '../../../contract/identity.ts';
import { type LibraryOwner, ownersFor } from './owners.ts';

interface Props {
  me: Me;
  owner: LibraryOwner;
  onChange: (owner: LibraryOwner) => void;
}

/** Whose something becomes; not there where there is but one choice. */
export function OwnerField({ me, owner, onChange }: Props) {
  const owners = ownersFor(me);
  if (owners.length < 2) return null;
  return (
    <Field label="Eigentümer">
      <RadioGroup
        value={owner}
        onChange={(_event, { value }) => onChange(value === 'verbund' ? 'verbund' : 'kommune')}
      >
        {owners.map(({ value, label }) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </RadioGroup>
    </Field>
  );
}
