import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { faultText, isWorthAnotherTry } from '../german.ts';
import type { PaneState } from '../use-pane.ts';
import { DialogFrame } from '../dialog-frame.tsx';
import { isOutside, nearestAllowed } from './classes.ts';
import { MaskMore } from './mask-more.tsx';
import { modelText, NOT_IN_TEXT, partsText, ruleText, verdictText } from './privacy-words.ts';
import { SentBox } from './sent-box.tsx';
import { SentMessages } from './sent-messages.tsx';
import { TermList } from './term-list.tsx';
import { absentFrom, withMasked, withoutMasked, withoutReleased, withReleased } from './terms.ts';
import { typedIn } from './typed.ts';
import type { OpenPreview, PreviewUse } from './use-preview.ts';

const useStyles = makeStyles({
  busy: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '24px' },
  verdict: { flexGrow: 1, minWidth: 0 },
  // Kept free, so that nothing moves when it turns.
  slot: { flexShrink: 0, width: '16px' },
  trouble: { color: tokens.colorStatusDangerForeground3 },
});

interface Props {
  use: PreviewUse;
  open: OpenPreview;
  pane: PaneState;
}

/** "Was verlässt das Haus?": the text as it will be sent, to be masked further, released, sent or left. */
export default function PreviewDialog({ use, open, pane }: Props) {
  const styles = useStyles();
  const { terms, changeTerms } = pane;
  const { model, known, fault, basis, order } = open;
  const box = useRef<HTMLDivElement>(null);
  const released = useRef<number | null>(null);
  const preview = known?.preview ?? null;
  const typed = useMemo(() => (basis === null ? [] : typedIn(basis.origin.ask.input, basis.turns)), [basis]);
  const behind = useMemo(() => originalsOf(preview), [preview]);
  // Of a term that was added since, nothing is known yet.
  const absent = useMemo(
    () => (known === null ? [] : absentFrom([...behind.values()].flat(), known.privacy.mask)),
    [behind, known],
  );

  const onRelease = useCallback(
    (placeholder: string, by: 'pointer' | 'key') => {
      const marks = [...(box.current?.querySelectorAll('[data-mark]') ?? [])];
      released.current =
        by === 'key' ? marks.findIndex((mark) => mark.parentElement?.contains(document.activeElement)) : null;
      box.current?.focus();
      changeTerms((before) => withReleased(before, behind.get(placeholder) ?? []));
    },
    [behind, changeTerms],
  );
  // Who works by key goes on where they were, with what stands there now.
  useLayoutEffect(() => {
    const at = released.current;
    if (at === null || document.activeElement !== box.current) return;
    released.current = null;
    const marks = box.current?.querySelectorAll<HTMLElement>('[data-mark]') ?? [];
    marks[Math.min(at, marks.length - 1)]?.focus();
  }, [preview]);

  const isRefused = preview?.verdict.treatment === 'refused';
  const goes = isOutside(model) && !isRefused;
  const waits = use.isStale || fault !== null;
  return (
    <DialogFrame
      title="Was verlässt das Haus?"
      size="large"
      onClose={use.close}
      actions={
        <>
          <Button appearance={goes ? 'secondary' : 'primary'} onClick={use.close}>
            {goes ? 'Abbrechen' : 'Schließen'}
          </Button>
          {goes && (
            <Button
              appearance="primary"
              disabledFocusable={waits || preview === null}
              title={order.kind === 'refine' ? order.wish : pane.task.words.verb}
              onClick={() => {
                if (!waits) use.send();
              }}
            >
              Senden
            </Button>
          )}
        </>
      }
    >
      <div role="status" className={styles.busy}>
        {isOutside(model) && fault === null && preview === null && (
          <>
            <Spinner size="extra-tiny" />
            {basis === null ? 'Liest den Text …' : 'Sucht, was zu maskieren ist …'}
          </>
        )}
        {!isOutside(model) && 'Der Text bleibt im Haus.'}
        {isOutside(model) && preview !== null && (
          <>
            <span className={styles.verdict}>
              {verdictText(preview, model)}
              {preview.parts > 1 && ` ${partsText(preview.parts)}`}
            </span>
            <span className={styles.slot}>
              {use.isStale && fault === null && <Spinner size="extra-tiny" />}
            </span>
          </>
        )}
      </div>
      {fault !== null && (
        <div>
          <span role="alert" className={styles.trouble}>
            {faultText(fault, pane.host.name)}
          </span>{' '}
          {isWorthAnotherTry(fault) && (
            <Button size="small" onClick={use.retry}>
              Erneut versuchen
            </Button>
          )}
        </div>
      )}
      {isRefused && preview !== null && (
        <Instead pane={pane} dataClass={preview.verdict.dataClass} use={use} />
      )}
      {goes && preview !== null && (
        <>
          <SentBox isStale={use.isStale} box={box} onRelease={onRelease}>
            <SentMessages messages={preview.messages} typed={typed} />
          </SentBox>
          <MaskMore
            box={box}
            terms={terms}
            onMask={(term) => changeTerms((before) => withMasked(before, term))}
          />
          <TermList
            title="Von Ihnen maskiert"
            terms={terms.mask}
            verb="nicht mehr maskieren"
            note={(term) => (absent.includes(term) ? NOT_IN_TEXT : null)}
            onRemove={(term) => changeTerms((before) => withoutMasked(before, term))}
          />
          <TermList
            title="Von Ihnen freigegeben"
            terms={terms.release}
            verb="wieder maskieren"
            onRemove={(term) => changeTerms((before) => withoutReleased(before, term))}
          />
        </>
      )}
    </DialogFrame>
  );
}

interface InsteadProps {
  pane: PaneState;
  use: PreviewUse;
  dataClass: NonNullable<OpenPreview['known']>['preview']['verdict']['dataClass'];
}

/** Where the text may go instead. */
function Instead({ pane: { models, chooseModel }, use, dataClass }: InsteadProps) {
  if (models.state !== 'known') return null;
  const instead = nearestAllowed(models.list, dataClass, models.policy);
  return (
    <div>
      {`${ruleText(dataClass, models.policy)} `}
      {instead !== null && (
        <Button
          size="small"
          onClick={() => {
            chooseModel(instead.id);
            use.close();
          }}
        >
          {`Stattdessen: ${modelText(instead)}`}
        </Button>
      )}
    </div>
  );
}

/** What stands behind each placeholder, in all the forms in which the source has it. */
function originalsOf(preview: NonNullable<OpenPreview['known']>['preview'] | null): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { text, marks } of preview?.messages ?? []) {
    for (const { start, end, original } of marks) {
      const placeholder = text.slice(start, end);
      const forms = found.get(placeholder) ?? [];
      if (!forms.includes(original)) found.set(placeholder, [...forms, original]);
    }
  }
  return found;
}
