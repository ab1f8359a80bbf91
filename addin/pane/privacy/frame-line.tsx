import {
  Button,
  Field,
  Input,
  Link,
  makeStyles,
  mergeClasses,
  Select,
  tokens,
} from '@fluentui/react-components';
import { type RefCallback, useId } from 'react';
import { MAX_FIELD_CHARS } from '../../../contract/limits.ts';
import type { ModelInfo } from '../../../contract/models.ts';
import { dataClass as dataClassSchema, dataClasses } from '../../../contract/privacy.ts';
import type { Models } from '../use-models.ts';
import { isLower } from './classes.ts';
import {
  classLabels,
  flowText,
  modelText,
  optionText,
  releasedText,
  ruleText,
  suggestionText,
} from './privacy-words.ts';
import type { PrivacyLack, PrivacyUse } from './use-privacy.ts';

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  line: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '24px',
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  select: {
    minWidth: 0,
    maxWidth: '100%',
    '& > select': {
      height: '24px',
      fieldSizing: 'content',
      minWidth: 0,
      maxWidth: '100%',
      paddingLeft: 0,
      color: tokens.colorNeutralForeground3,
      borderBottomColor: 'transparent',
      fontSize: tokens.fontSizeBase200,
      textOverflow: 'ellipsis',
    },
  },
  // The class is the shorter of the two and must be read in full.
  firm: { flexShrink: 0 },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  // What is as it should be needs no second line; all of it is in the tooltip and is read out.
  why: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  refused: { color: tokens.colorStatusDangerForeground3 },
  instead: { alignSelf: 'flex-start', maxWidth: '100%', textAlign: 'start' },
  reason: { marginTop: tokens.spacingVerticalXS },
});

interface Props {
  models: Models;
  model: ModelInfo | null;
  privacy: PrivacyUse;
  /** Words that a person lets through unmasked. */
  released: number;
  /** What the person tried to start without. */
  lacking: PrivacyLack | null;
  /** What they have to see to first. */
  need: RefCallback<HTMLElement>;
  onModel: (id: string) => void;
}

/** Data class and model in one quiet line, and in one sentence what that means for the text. */
export function FrameLine({ models, model, privacy, released, lacking, need, onModel }: Props) {
  const styles = useStyles();
  const meaning = useId();
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
  if (models.state === 'asking' || model === null) return <div className={styles.line} />;
  const { dataClass, suggestion, reason, instead } = privacy;
  const treatment = privacy.treatment(model);
  const isRefused = treatment === 'refused';
  // Whoever chose a higher class need not hear of the lower one.
  const says =
    suggestion !== null &&
    suggestion.because.length > 0 &&
    (dataClass === null || !isLower(suggestion.dataClass, dataClass));
  return (
    <section className={styles.frame} aria-label="Datenklasse und Modell">
      <div className={styles.line}>
        <Select
          aria-label="Datenklasse"
          aria-describedby={meaning}
          appearance="underline"
          size="small"
          className={mergeClasses(styles.select, styles.firm)}
          value={dataClass ?? ''}
          title={suggestion === null ? undefined : suggestionText(suggestion, dataClass)}
          onChange={(_event, { value }) => {
            const chosen = dataClassSchema.safeParse(value);
            if (chosen.success) privacy.choose(chosen.data);
          }}
        >
          {dataClass === null && <option value="">Nach Inhalt</option>}
          {dataClasses.map((one) => (
            <option key={one} value={one}>
              {one === suggestion?.dataClass && one !== dataClass
                ? `${classLabels[one]} (Vorschlag)`
                : classLabels[one]}
            </option>
          ))}
        </Select>
        <span aria-hidden>·</span>
        {models.list.length === 1 ? (
          modelText(model)
        ) : (
          <Select
            aria-label="Modell"
            aria-describedby={meaning}
            appearance="underline"
            size="small"
            className={styles.select}
            value={model.id}
            onChange={(_event, { value }) => onModel(value)}
          >
            {models.list.map((one) => {
              const gets = privacy.treatment(one);
              return (
                <option key={one.id} value={one.id} disabled={gets === 'refused' && one.id !== model.id}>
                  {one.id === model.id ? modelText(one) : optionText(one, dataClass, gets)}
                </option>
              );
            })}
          </Select>
        )}
      </div>
      <div id={meaning} className={styles.quiet}>
        <span
          className={isRefused ? styles.refused : undefined}
          role={isRefused ? (lacking === 'model' ? 'alert' : 'status') : undefined}
        >
          {flowText(model, dataClass, treatment)}
        </span>
        {isRefused && dataClass !== null && ` ${ruleText(dataClass, models.policy)}`}
        {treatment === 'masked' && released > 0 && ` ${releasedText(released)}`}
        {says && (
          <div
            className={suggestion.dataClass === dataClass && !isRefused ? styles.why : undefined}
            title={suggestion.because.join(', ')}
          >
            {suggestionText(suggestion, dataClass)}
          </div>
        )}
      </div>
      {isRefused && instead !== null && (
        <Button ref={need} size="small" className={styles.instead} onClick={() => onModel(instead.id)}>
          {`Stattdessen: ${modelText(instead)}`}
        </Button>
      )}
      {reason !== null && (
        <Field
          className={styles.reason}
          label="Warum trifft die niedrigere Klasse zu?"
          size="small"
          required
          validationState={lacking === 'reason' ? 'error' : 'none'}
          validationMessage={
            lacking === 'reason'
              ? 'Bitte geben Sie den Grund in ein paar Worten an, bevor der Text gesendet wird.'
              : null
          }
        >
          <Input
            ref={isRefused ? null : need}
            value={reason}
            maxLength={MAX_FIELD_CHARS}
            onChange={(_event, data) => privacy.giveReason(data.value)}
          />
        </Field>
      )}
    </section>
  );
}
