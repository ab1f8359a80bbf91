import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { costText, usageText } from '../cost-words.ts';
import { authorshipText } from '../german.ts';
import type { Sending, Version } from '../work.ts';
import { sentText, STAYED } from './privacy-words.ts';
import { maskedIn, treatmentIn } from './sendings.ts';

const useStyles = makeStyles({
  line: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  link: { fontSize: 'inherit' },
});

interface Props {
  version: Version;
  onSent: (sent: readonly Sending[]) => void;
}

/** Who wrote a version, what it cost, and what left the house for it. */
export function SentLine({ version, onSent }: Props) {
  const styles = useStyles();
  const { sent, model, usage } = version;
  const cost = costText(usage?.costMicroEuro ?? null);
  return (
    <div className={styles.line}>
      {authorshipText(version)}
      {usage !== null && cost !== '' && (
        <>
          {' · '}
          <span title={usageText(usage)}>{cost}</span>
        </>
      )}
      {sent.length > 0 ? (
        <>
          {' · '}
          <Link as="button" className={styles.link} onClick={() => onSent(sent)}>
            {sentText(treatmentIn(sent), maskedIn(sent))}
          </Link>
        </>
      ) : (
        model?.place === 'intern' && ` · ${STAYED}`
      )}
    </div>
  );
}
