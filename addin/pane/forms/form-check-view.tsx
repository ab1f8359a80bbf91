import { Button, makeStyles, Select, Spinner, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { type RefObject, useEffect, useRef } from 'react';
import { errorText } from '../../../contract/errors.ts';
import { type FormFinding, formName } from '../../../contract/forms.ts';
import { hostErrorText } from '../german.ts';
import { type PaneState, tabAt } from '../use-pane.ts';
import { useShortcuts } from '../use-shortcuts.ts';
import { formLabels, reportText } from './form-words.ts';
import type { FormCheckUse, Mended } from './use-form-check.ts';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
  },
  title: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  finding: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { flexShrink: 0, marginTop: '2px' },
  lacking: { color: tokens.colorStatusWarningForeground1 },
  advice: { color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  link: {
    minWidth: 0,
    paddingInline: 0,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorBrandForeground1,
  },
});

interface Props {
  id: string;
  pane: PaneState;
  root: RefObject<HTMLElement | null>;
}

/** "Prüfen": what the open text lacks by the rules of its form, without any model. */
export default function FormCheckView({ id, pane, root }: Props) {
  const styles = useStyles();
  const { host, seen, formCheck: use } = pane;
  const { state } = use;
  const title = seen.overview?.title ?? '';
  const panel = useRef<HTMLDivElement>(null);
  // Who came by a key from another task had the focus there.
  useEffect(() => {
    if (document.activeElement === document.body) panel.current?.querySelector('select')?.focus();
  }, []);
  useShortcuts(root, {
    start: use.check,
    // Checking takes moments; there is nothing to stop.
    stop: () => undefined,
    task: (place) => {
      const next = tabAt(pane, place);
      if (next !== null) pane.chooseTab(next);
    },
  });
  return (
    <div ref={panel} id={id} className={styles.panel} role="tabpanel" aria-label="Prüfen">
      <div className={styles.title} title={title}>
        {title === '' ? 'Prüft, was geöffnet ist' : `Prüft: „${title}“`}
      </div>
      <div className={styles.row}>
        <Select
          aria-label="Prüfen als"
          value={use.form ?? ''}
          onChange={(_event, { value }) => use.choose(formName.safeParse(value).data ?? null)}
        >
          <option value="">Form selbst erkennen</option>
          {Object.entries(formLabels).map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </Select>
        <Button
          appearance="primary"
          disabledFocusable={state.name === 'checking' || seen.overview === null}
          onClick={use.check}
        >
          {state.name === 'checked' ? 'Noch einmal prüfen' : 'Prüfen'}
        </Button>
        {state.name === 'checking' && <Spinner size="extra-tiny" />}
      </div>
      <div role="status">{statusOf(use, host.name)}</div>
      {state.name === 'checked' && (
        <ul className={styles.list}>
          {state.report.findings.map((finding, at) => (
            <li key={at} className={styles.finding}>
              <Finding
                finding={finding}
                mended={state.mended[at]}
                onShow={finding.place === null ? null : () => void host.reveal(finding.place ?? '')}
                onMend={finding.mend === null || use.mend === null ? null : () => use.mend?.(at)}
              />
            </li>
          ))}
        </ul>
      )}
      {state.name === 'idle' && (
        <p className={styles.quiet}>
          Geprüft wird nach festen Regeln (DIN 5008, Vermerk, Verfügung, Sitzungsvorlage, Bescheid). Dafür
          wird kein Sprachmodell gebraucht, und der Text bleibt im Haus.
        </p>
      )}
    </div>
  );
}

function statusOf({ state }: FormCheckUse, host: string): string {
  switch (state.name) {
    case 'idle':
      return '';
    case 'checking':
      return 'Wird geprüft …';
    case 'failed':
      return state.why.from === 'backend' ? errorText(state.why.code) : hostErrorText(state.why.code, host);
    case 'checked': {
      const { form, findings } = state.report;
      const lacking = findings.filter(({ weight }) => weight === 'lacking').length;
      return reportText(form, lacking, findings.length - lacking);
    }
  }
}

interface FindingProps {
  finding: FormFinding;
  mended: Mended | undefined;
  onShow: (() => void) | null;
  onMend: (() => void) | null;
}

function Finding({ finding: { weight, text, mend }, mended, onShow, onMend }: FindingProps) {
  const styles = useStyles();
  return (
    <>
      <span className={styles.icon}>
        {mended === 'done' ? (
          <CheckmarkCircleRegular className={styles.good} aria-label="Behoben" />
        ) : weight === 'lacking' ? (
          <WarningRegular className={styles.lacking} aria-label="Mangel" />
        ) : (
          <InfoRegular className={styles.advice} aria-label="Hinweis" />
        )}
      </span>
      <div className={styles.words}>
        {text}
        <div className={styles.links}>
          {onShow !== null && (
            <Button appearance="transparent" size="small" className={styles.link} onClick={onShow}>
              Stelle zeigen
            </Button>
          )}
          {onMend !== null && mended !== 'done' && (
            <Button appearance="transparent" size="small" className={styles.link} onClick={onMend}>
              Beheben
            </Button>
          )}
        </div>
        {mended !== undefined && (
          <div className={styles.quiet}>
            {mended === 'done' && mend?.text.includes('[[') === true
              ? 'Platzhalter eingesetzt; bitte füllen Sie ihn aus.'
              : mendedWords[mended]}
          </div>
        )}
      </div>
    </>
  );
}

const mendedWords: Record<Mended, string> = {
  done: 'Behoben.',
  changed:
    'Die Stelle ist nicht eindeutig oder nicht mehr so, wie sie geprüft wurde; bitte ändern Sie es selbst.',
  protected: 'Hier steht etwas Geschütztes; bitte ändern Sie es selbst.',
  failed: 'Das hat nicht geklappt; bitte ändern Sie es selbst.',
};
