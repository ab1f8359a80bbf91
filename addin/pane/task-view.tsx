import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, type RefObject, Suspense, useCallback, useRef, useState } from 'react';
import { findGaps } from '../../contract/gaps.ts';
import type { SourceCard } from '../../contract/knowledge.ts';
import { Announcer } from './announcer.tsx';
import { FaultNote } from './fault-note.tsx';
import { FoldedLine } from './folded-line.tsx';
import { GoRow } from './go-row.tsx';
import { ResultDock } from './result-dock.tsx';
import { ResultView } from './result-view.tsx';
import { canDraw } from './knowledge/drawing.ts';
import { showInElement } from './checks/find-in-element.ts';
import { FrameLine } from './privacy/frame-line.tsx';
import { useReview } from './review/use-review.ts';
import { entryText, useEvidence } from './summary/use-evidence.ts';
import { available, describe } from './source-choice.ts';
import { SourceLine } from './source-line.tsx';
import { Teach } from './teach.tsx';
import { useFocus } from './use-focus.ts';
import { useFollow } from './use-follow.ts';
import { type PaneState, tabAt } from './use-pane.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { type Lack, useTask } from './use-task.ts';
import type { Sending, Version } from './work.ts';

const DrawSwitch = lazy(() => import('./knowledge/draw-switch.tsx'));
const SectionDialog = lazy(() => import('./knowledge/section-dialog.tsx'));
const AttachmentList = lazy(() => import('./attachments/attachment-list.tsx'));
const ConversationLine = lazy(() => import('./conversation/conversation-line.tsx'));
const PreviewDialog = lazy(() => import('./privacy/preview-dialog.tsx'));
const SentDialog = lazy(() => import('./privacy/sent-dialog.tsx'));
const PassageDialog = lazy(() => import('./summary/passage-dialog.tsx'));

/** Below this height (a small window, or 400 % zoom) everything scrolls together, or nothing would be left between. */
const LOW = '@media (max-height: 480px)';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    [LOW]: { minHeight: 'auto', flexShrink: 0 },
  },
  // Without a result there is nothing worth a place of its own: all of it scrolls.
  whole: { overflowY: 'auto' },
  scroll: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    flexShrink: 0,
    padding: tokens.spacingHorizontalM,
  },
  // The room of the result is there before its first word, so that nothing jumps.
  roomy: {
    flexGrow: 1,
    flexShrink: 1,
    minHeight: 0,
    overflowY: 'auto',
    [LOW]: { overflowY: 'visible', flexShrink: 0 },
  },
  dock: {
    // The result takes the room; what can be done with it scrolls before it crowds the result out.
    maxHeight: '55%',
    overflowY: 'auto',
    [LOW]: { maxHeight: 'none', overflowY: 'visible' },
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingHorizontalM}`,
  },
  underResult: {
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    paddingTop: tokens.spacingVerticalS,
  },
  draw: { minHeight: '36px' },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  divider: {
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    paddingTop: tokens.spacingVerticalM,
  },
});

interface Props {
  id: string;
  pane: PaneState;
  root: RefObject<HTMLElement | null>;
  onSettings: () => void;
}

/** One task on what is open: its form, its result, and what can be done next. */
export function TaskView({ id, pane, root, onSettings }: Props) {
  const styles = useStyles();
  const { host, task, work, send, seen, models, model } = pane;
  const { surface } = host;
  const version = work.versions[work.shown];
  const { Form, words } = task;
  const actions = useTask(pane);
  const review = useReview(pane, version, work.shown);
  const evidence = useEvidence(host, version);
  const { progress } = actions;
  const busy = progress !== null;
  const places = useFocus(work.view, busy, task.name);
  // What is looked up stands at the top, above the sections it rests on: following would show the last of those.
  const follows = busy && work.view === 'result' && version?.origin.ask.task !== 'lookup';
  const scroll = useFollow(follows ? (version?.text ?? '') : null);

  const need = useRef<HTMLElement>(null);
  const needed = useCallback((element: HTMLElement | null) => void (need.current = element), []);
  const [section, setSection] = useState<{ card: SourceCard; passage: string | null } | null>(null);
  const [protocol, setProtocol] = useState<readonly Sending[] | null>(null);

  /** Leads to what is lacking. */
  const see = (lack: Lack) => {
    if (lack === 'field') places.focusField();
    if (lack === null) return;
    send({ type: 'view-chosen', view: 'form' });
    // The form may have been folded until now.
    if (lack !== 'field') setTimeout(() => need.current?.focus());
  };
  const start = () => see(actions.start());
  useShortcuts(root, {
    start: () => {
      if (!busy && work.view === 'form') start();
    },
    stop: actions.stop,
    task: (place) => {
      const next = tabAt(pane, place);
      if (next === null || next === task.name) return;
      places.focusNext();
      pane.chooseTab(next);
    },
  });

  const showsResult = work.view === 'result';
  const fault = work.status.name === 'broken' ? work.status.fault : null;
  return (
    <div
      id={id}
      className={mergeClasses(styles.panel, !version && styles.whole)}
      role="tabpanel"
      aria-label={words.label}
    >
      <div ref={scroll} className={mergeClasses(styles.scroll, version && styles.roomy)}>
        {showsResult && version ? (
          <FoldedLine
            words={[words.label, version.origin.settings].filter(Boolean).join(' · ')}
            source={sourceOf(version, pane)}
            onEdit={() => send({ type: 'view-chosen', view: 'form' })}
            editButton={places.edit}
          />
        ) : (
          <>
            <SourceLine
              seen={seen}
              possible={actions.possible}
              wanted={actions.wanted}
              surface={surface}
              host={host.name}
              lacking={actions.lacksSource}
              onWant={actions.want}
            />
            {actions.conversation !== null && (
              <Suspense>
                <ConversationLine state={actions.conversation} onToggle={pane.conversation.toggle} />
              </Suspense>
            )}
            {host.surface === 'mail-read' && pane.attachments.files.length > 0 && (
              <Suspense>
                <AttachmentList use={pane.attachments} host={host.name} />
              </Suspense>
            )}
            <Form
              values={work.values}
              surface={surface}
              onChange={(field, value) => send({ type: 'filled', values: { [field]: value } })}
              missing={actions.missing}
              reading={{
                from: actions.from,
                possible: available(actions.possible, seen.overview),
                want: actions.want,
              }}
              collections={pane.collections}
              modelless={model?.provider === 'builtin'}
              mainField={places.field}
            />
            {canDraw(task.name) && (
              <div className={styles.draw}>
                <Suspense>
                  <DrawSwitch
                    on={pane.remembered.drawsOnKnowledge}
                    onToggle={(drawsOnKnowledge) => pane.remember({ drawsOnKnowledge })}
                  />
                </Suspense>
              </div>
            )}
            <FrameLine
              models={models}
              model={model}
              privacy={actions.privacy}
              released={pane.terms.release.length}
              lacking={actions.lacking}
              need={needed}
              onModel={pane.chooseModel}
            />
          </>
        )}
        {version && (
          <div className={showsResult ? undefined : styles.divider}>
            <ResultView
              work={work}
              version={version}
              review={review}
              label={`Ergebnis: ${words.label}`}
              place={places.result}
              onChoose={(index) => send({ type: 'version-chosen', index })}
              onStatement={({ evidence: found }) => {
                if ('passage' in found) evidence.show(found.passage);
              }}
              onDueDate={evidence.addToCalendar}
              onCard={(card, passage) => setSection({ card, passage })}
            />
          </div>
        )}
      </div>
      <div className={mergeClasses(styles.dock, version && styles.underResult)}>
        {fault !== null && (
          <FaultNote
            fault={fault}
            host={host.name}
            models={models.state === 'known' ? models.list : []}
            chosen={model}
            privacy={actions.privacy}
            sent={work.status.name === 'broken' ? work.status.sent : []}
            onRetry={(other) => see(actions.retry(other))}
            onReason={() => see('reason')}
            onSent={setProtocol}
          />
        )}
        {evidence.entry !== null && showsResult && (
          <div className={styles.quiet} role="status">
            {entryText(evidence.entry, host.name)}
          </div>
        )}
        {busy || !showsResult || !version ? (
          <GoRow
            progress={progress}
            verb={version ? words.again : words.verb}
            back={version ? 'Zurück zum Ergebnis' : null}
            onStart={start}
            onPreview={pane.model === null ? null : () => see(actions.show())}
            onStop={actions.stop}
            onBack={() => send({ type: 'view-chosen', view: 'result' })}
          />
        ) : (
          <ResultDock
            pane={pane}
            version={version}
            at={work.shown}
            review={review}
            onRefine={(wish) => see(actions.refine(version, wish))}
            onSent={setProtocol}
            onJump={(gap) =>
              places.result.current?.querySelector<HTMLElement>(`[data-gap="${gap}"]`)?.focus()
            }
            onNameless={onSettings}
            onShow={(place) => {
              if (place.in === 'source') evidence.show(place.text);
              else if (places.result.current) showInElement(places.result.current, place.text);
            }}
          />
        )}
      </div>
      <Suspense>
        {evidence.open !== null && <PassageDialog {...evidence.open} onClose={evidence.close} />}
        {actions.preview.open !== null && (
          <PreviewDialog use={actions.preview} open={actions.preview.open} pane={pane} />
        )}
        {section !== null && (
          <SectionDialog {...section} host={host} backend={pane.backend} onClose={() => setSection(null)} />
        )}
        {protocol !== null && <SentDialog sent={protocol} onClose={() => setProtocol(null)} />}
      </Suspense>
      {!version && work.status.name === 'idle' && (
        <Teach
          words={words}
          first={!pane.remembered.hasBegun}
          onExample={() => {
            send({ type: 'filled', values: words.teach.example.values });
            places.focusField();
          }}
        />
      )}
      <Announcer
        key={pane.key}
        status={work.status}
        progress={progress ?? ''}
        ready={words.ready}
        gaps={findGaps(version?.text ?? '').length}
      />
    </div>
  );
}

function sourceOf({ origin: { ask, from, title, words } }: Version, { host }: PaneState): string {
  const { source } = ask.input;
  const conversed = source.kind !== 'nothing' && source.conversation !== undefined;
  const what = `${describe(from, words, host.surface)}${conversed ? ' mit Unterhaltung' : ''}`;
  return title === '' ? what : `Gelesen: „${title}“ · ${what}`;
}
