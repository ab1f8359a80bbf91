import { Button, Link } from '@fluentui/react-components';
import { useState } from 'react';
import type { AdminCard, AdminItem, DiffLine } from '../../../../contract/agents/library.ts';
import type { ErrorCode } from '../../../../contract/errors.ts';
import type { LibraryApi } from '../../api/library-api.ts';
import { FaultBar } from '../../parts/fault-bar.tsx';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import { addressOf } from '../../places.ts';
import { codeOf } from '../../use-asked.ts';
import { newerText } from '../library-words.ts';
import { DiffView } from './diff-view.tsx';
import { linesBetween } from './lines-between.ts';

interface Props {
  api: LibraryApi;
  item: AdminItem;
  from: NonNullable<AdminCard['copiedFrom']>;
}

const never = new AbortController().signal;

/** How a copy differs from what it was copied from, as it is now. */
export function OriginView({ api, item, from }: Props) {
  const styles = usePageStyles();
  const [lines, setLines] = useState<DiffLine[] | null>(null);
  const [fault, setFault] = useState<ErrorCode | null>(null);
  const { card, versions } = item;
  const newer = newerText(card);
  const compare = async () => {
    setFault(null);
    try {
      const origin = await api.version(from.id, from.newer ?? from.number, 0, never);
      const own = await api.version(card.id, versions[0]?.number ?? 1, 0, never);
      setLines(linesBetween(origin.content, own.content));
    } catch (error) {
      setFault(codeOf(error));
    }
  };
  return (
    <section className={styles.part} aria-label="Gegenüber dem Original">
      <h2 className={styles.heading}>Gegenüber dem Original</h2>
      <p className={styles.text}>
        Kopiert von{' '}
        <Link href={addressOf({ name: 'in-library', id: from.id, tab: 'bearbeiten' })}>
          Fassung {from.number} des Originals
        </Link>
        . {newer ?? 'Das Original hat keine neuere Fassung.'}
      </p>
      <div className={styles.buttons}>
        <Button onClick={() => void compare()}>Unterschiede zeigen</Button>
      </div>
      <div role="status">
        {lines !== null && <DiffView label="Diese Fassung gegenüber dem Original" lines={lines} />}
      </div>
      {fault !== null && (
        <FaultBar
          code={fault}
          {...(fault === 'not_found' && {
            text: 'Das Original gibt es nicht mehr, oder Sie dürfen es nicht lesen.',
          })}
        />
      )}
    </section>
  );
}
