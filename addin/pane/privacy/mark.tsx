import { Button, makeStyles, tokens } from '@fluentui/react-components';
import {
  createContext,
  type FocusEvent,
  type KeyboardEvent,
  memo,
  useContext,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { MaskMark } from '../../../contract/privacy.ts';
import { bare, kindLabels, markName } from './privacy-words.ts';
import { isReleasable } from './terms.ts';

const useStyles = makeStyles({
  anchor: { position: 'relative', display: 'inline-block', maxWidth: '100%', verticalAlign: 'baseline' },
  mark: {
    maxWidth: '100%',
    padding: `0 ${tokens.spacingHorizontalXXS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke2}`,
    borderRadius: tokens.borderRadiusSmall,
    font: 'inherit',
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'start',
    overflowWrap: 'anywhere',
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    cursor: 'pointer',
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '1px',
    },
  },
  card: {
    position: 'absolute',
    zIndex: 1,
    top: '100%',
    left: 0,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
    width: 'max-content',
    maxWidth: '240px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow8,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
    userSelect: 'none',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  kind: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

/** Milliseconds that the pointer may need from a placeholder to what is shown of it. */
const LEAVE_MS = 150;

/** What the placeholders of a text have in common. */
export interface MarksUse {
  /** Told by a placeholder that opens how it is closed: one is open at a time. */
  onOpen: (close: () => void) => void;
  /** Null where nothing can be changed any more. */
  onRelease: ((placeholder: string, by: 'pointer' | 'key') => void) | null;
}

export const MarksContext = createContext<MarksUse>({ onOpen: () => undefined, onRelease: null });

/** A placeholder as it is sent; what stands behind it shows to who points at it or comes to it by key. */
export const Mark = memo(function Mark({ placeholder, mark }: { placeholder: string; mark: MaskMark }) {
  const styles = useStyles();
  const { onOpen, onRelease } = useContext(MarksContext);
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const card = useId();
  const { kind, original } = mark;

  const close = () => {
    clearTimeout(leaving.current);
    setOpen(false);
  };
  const show = () => {
    clearTimeout(leaving.current);
    if (open) return;
    onOpen(close);
    setOpen(true);
  };
  const leave = () => {
    leaving.current = setTimeout(() => {
      if (!anchor.current?.contains(document.activeElement)) setOpen(false);
    }, LEAVE_MS);
  };
  const blur = (lost: FocusEvent) => {
    if (!anchor.current?.contains(lost.relatedTarget)) close();
  };
  const onKeyDown = (press: KeyboardEvent) => {
    if (press.key !== 'Escape' || !open) return;
    // The first closes this, the second the window.
    press.stopPropagation();
    press.preventDefault();
    if (document.activeElement !== anchor.current?.firstElementChild) {
      (anchor.current?.firstElementChild as HTMLElement | null)?.focus();
    }
    close();
  };

  return (
    <span ref={anchor} className={styles.anchor} onPointerEnter={show} onPointerLeave={leave} onBlur={blur}>
      <button
        type="button"
        className={styles.mark}
        data-mark
        aria-label={markName(placeholder, original)}
        aria-controls={open ? card : undefined}
        onFocus={show}
        onClick={show}
        onKeyDown={onKeyDown}
      >
        {placeholder}
      </button>
      {open && (
        <Card id={card}>
          <span className={styles.kind}>{`${kindLabels[kind]} · ${bare(placeholder)}`}</span>
          <span>{original}</span>
          {onRelease !== null && isReleasable(original) && (
            <Button
              size="small"
              onKeyDown={onKeyDown}
              onClick={(click) => {
                close();
                onRelease(placeholder, click.detail === 0 ? 'key' : 'pointer');
              }}
            >
              Nicht maskieren
            </Button>
          )}
        </Card>
      )}
    </span>
  );
});

/** What is shown of a placeholder, moved to where there is room for it. */
function Card({ id, children }: { id: string; children: React.ReactNode }) {
  const styles = useStyles();
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const own = element.current;
    const box = own?.closest('[data-sent]')?.getBoundingClientRect();
    if (!own || !box) return;
    const { right, bottom, height } = own.getBoundingClientRect();
    const anchor = own.parentElement?.getBoundingClientRect();
    if (right > box.right) own.style.left = `${Math.round(box.right - right - 4)}px`;
    if (anchor && bottom > box.bottom && anchor.top - height > box.top) {
      own.style.top = 'auto';
      own.style.bottom = '100%';
    }
  }, []);
  return (
    <span ref={element} id={id} className={styles.card}>
      {children}
    </span>
  );
}
