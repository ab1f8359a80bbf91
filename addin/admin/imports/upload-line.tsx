import { Link, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLeaving } from '../parts/use-leaving.ts';
import { addressOf } from '../places.ts';
import { numberText } from '../words.ts';
import { isUnderWay, type Uploads } from './uploads.ts';
import { useUpload } from './use-upload.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexShrink: 0,
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  bar: { flexGrow: 1, width: 'auto', minWidth: '80px' },
});

/** On every page: that files are still on their way, and that the page must stay open for so long. */
export function UploadLine({ uploads }: { uploads: Uploads }): ReactNode {
  const styles = useStyles();
  const upload = useUpload(uploads);
  const underWay = isUnderWay(upload);
  useLeaving(underWay);
  if (upload === null || !underWay) return null;
  const done = upload.sent + upload.refused.length;
  return (
    <section aria-label="Übertragung" className={styles.line}>
      <Link href={addressOf({ name: 'collection', id: upload.collection.id, tab: 'importe' })}>
        {`Überträgt in „${upload.collection.name}“: ${numberText(done)} von ${numberText(upload.total)}`}
      </Link>
      <ProgressBar
        className={styles.bar}
        value={done}
        max={Math.max(1, upload.total)}
        aria-label="Übertragene Dateien"
      />
    </section>
  );
}
