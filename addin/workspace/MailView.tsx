import { makeStyles, tokens } from '@fluentui/react-components';
import { blocksToDoc } from './blocks-to-doc.ts';
import { addressLine, addressText, mailDate } from './mail-draft.ts';
import type { Mail } from './desk.ts';
import type { DeskStore } from './desk-store.ts';
import { noticeText } from './notices.ts';
import { PaperText } from './PaperEditor.tsx';
import { Sheet } from './Sheet.tsx';

const useStyles = makeStyles({
  head: {
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    marginBottom: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalM,
  },
  subject: {
    margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalM}`,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
});

export const useLineStyles = makeStyles({
  lines: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: '0',
    overflowWrap: 'anywhere',
    '& dt': { color: tokens.colorNeutralForeground3 },
    '& dd': { margin: '0' },
  },
});

/** Name and value pairs, as above a mail. */
export function Lines({ lines }: { lines: { label: string; text: string }[] }) {
  const { lines: className } = useLineStyles();
  return (
    <dl className={className}>
      {lines.flatMap(({ label, text }) => [<dt key={label}>{label}</dt>, <dd key={`${label}:`}>{text}</dd>])}
    </dl>
  );
}

const KILO = 1_000;

/** Bytes as the file managers of today show them. */
function sizeText(bytes: number): string {
  const [size, unit] = bytes < KILO * KILO ? [bytes / KILO, 'KB'] : [bytes / KILO / KILO, 'MB'];
  const digits = unit === 'KB' ? 0 : 1;
  return `${Math.max(size, 1).toLocaleString('de-DE', { maximumFractionDigits: digits })} ${unit}`;
}

/** The files of a mail, without the pictures of its text. */
function fileNames({ attachments }: Mail): string {
  return attachments
    .filter(({ kind }) => kind === 'file')
    .map(({ name, size }) => `${name} (${sizeText(size)})`)
    .join(', ');
}

/** A received mail: read, selected, never changed. */
export function MailView({ store, id, mail }: { store: DeskStore; id: number; mail: Mail }) {
  const classes = useStyles();
  const lines = [
    { label: 'Von', text: addressText(mail.from) },
    { label: 'An', text: addressLine(mail.to) },
    { label: 'Cc', text: addressLine(mail.cc) },
    { label: 'Datum', text: mailDate(mail.date) },
    { label: 'Anlagen', text: fileNames(mail) },
  ].filter(({ text }) => text !== '');
  const notice = noticeText(mail.notices);
  return (
    <Sheet {...(notice !== '' && { above: notice })}>
      <div className={classes.head}>
        <h2 className={classes.subject}>{mail.subject || 'Ohne Betreff'}</h2>
        <Lines lines={lines} />
      </div>
      <PaperText
        key={id}
        content={blocksToDoc(mail.blocks)}
        label="Text der E-Mail"
        shownOn={{ store, surface: 'mail-read', id }}
      />
    </Sheet>
  );
}
