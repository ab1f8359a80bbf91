import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ReadRecord } from '../../../contract/agents/result.ts';
import type { Field } from '../../../contract/agents/value.ts';
import { evidenceReason, evidenceWords } from '../summary/summary-words.ts';
import { useAgentStyles } from './use-agent-styles.ts';
import { valueText } from './values.ts';

const useStyles = makeStyles({
  record: {
    margin: 0,
    paddingBlock: tokens.spacingVerticalXXS,
    '& + &': {
      borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      marginTop: tokens.spacingVerticalXS,
    },
  },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  value: { margin: `0 0 ${tokens.spacingVerticalXS}`, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  proof: {
    minWidth: 0,
    paddingInline: 0,
    columnGap: tokens.spacingHorizontalXS,
    justifyContent: 'flex-start',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
  },
  line: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    '& > svg': { fontSize: '20px' },
  },
  proven: { color: tokens.colorStatusSuccessForeground1 },
  inexact: { color: tokens.colorStatusWarningForeground1 },
  unproven: { color: tokens.colorStatusDangerForeground1 },
});

interface Props {
  records: readonly ReadRecord[];
  fields: readonly Field[];
  /** Shows the passage that a value rests on. */
  onShow: (passage: string) => void;
}

/** What was read, each value with what it rests on. */
export function ReadResult({ records, fields, onShow }: Props) {
  const common = useAgentStyles();
  const styles = useStyles();
  if (records.length === 0) return <p className={common.quiet}>Dazu steht im Text nichts.</p>;
  return records.map(({ values, evidence }, at) => (
    <dl key={at} className={styles.record}>
      {fields.map(({ name, label }) => (
        <div key={name}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>
            {valueText(values[name] ?? { kind: 'leer' }) || (
              <span className={common.quiet}>nicht angegeben</span>
            )}
            <Proof evidence={evidence[name]} onShow={onShow} />
          </dd>
        </div>
      ))}
    </dl>
  ));
}

function Proof({
  evidence,
  onShow,
}: Pick<Props, 'onShow'> & { evidence: ReadRecord['evidence'][string] | undefined }) {
  const common = useAgentStyles();
  const styles = useStyles();
  switch (evidence?.state) {
    case undefined:
    case 'absent':
      return null;
    case 'person':
      return <div className={common.quiet}>von Ihnen eingetragen</div>;
    case 'unproven':
      return (
        <div className={mergeClasses(styles.line, styles.unproven)} title={evidenceReason(evidence)}>
          <ErrorCircleRegular />
          {evidenceWords.unproven}
        </div>
      );
    case 'proven':
    case 'inexact':
      return (
        <div>
          <Button
            appearance="transparent"
            size="small"
            className={mergeClasses(styles.proof, styles[evidence.state])}
            icon={evidence.state === 'proven' ? <CheckmarkCircleRegular /> : <WarningRegular />}
            title="Stelle im Text zeigen"
            onClick={() => onShow(evidence.passage)}
          >
            {`${evidenceWords[evidence.state]} · Stelle zeigen`}
          </Button>
          {evidence.state === 'inexact' && <div className={common.quiet}>{evidenceReason(evidence)}</div>}
        </div>
      );
  }
}
