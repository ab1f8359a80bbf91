import { Button, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { type ReactNode, useCallback, useState } from 'react';
import type { UpkeepReport } from '../../../contract/knowledge.ts';
import type { ConsoleApi } from '../api/console-api.ts';
import { findDocument } from '../documents/find-document.ts';
import { shownVersion } from '../documents/versions.ts';
import { FaultBar } from '../parts/fault-bar.tsx';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { useAsked } from '../use-asked.ts';

const useStyles = makeStyles({
  pair: {
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  sides: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    gap: tokens.spacingHorizontalXL,
    '@media (max-width: 699px)': { gridTemplateColumns: '1fr' },
  },
  side: { minWidth: 0 },
  words: { margin: `${tokens.spacingVerticalS} 0 0`, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

type Pair = UpkeepReport['duplicates'][number];
type Side = Pair['one'];

interface Props {
  api: ConsoleApi;
  collection: string;
  duplicates: readonly Pair[];
  link: (side: Side) => ReactNode;
}

/** Sections that say the same, side by side. */
export function Duplicates({ duplicates, ...rest }: Props) {
  return duplicates.map((pair) => (
    <PairView key={`${pair.one.section} ${pair.other.section}`} pair={pair} {...rest} />
  ));
}

function PairView({ pair, api, collection, link }: Omit<Props, 'duplicates'> & { pair: Pair }) {
  const styles = usePageStyles();
  const own = useStyles();
  const [open, setOpen] = useState(false);
  const names = `„${pair.one.name}“ und „${pair.other.name}“`;
  return (
    <section className={mergeClasses(styles.part, own.pair)} aria-label={`${names}`}>
      <p className={styles.note}>{pair.alike === 'same' ? 'Wörtlich gleich' : 'Fast gleich'}</p>
      <div className={own.sides}>
        {[pair.one, pair.other].map((side) => (
          <div key={side.section} className={own.side}>
            {link(side)}
            <div className={styles.note}>{side.path.join(' › ')}</div>
            {open && <Words api={api} collection={collection} side={side} />}
          </div>
        ))}
      </div>
      <div>
        <Button
          size="small"
          aria-expanded={open}
          aria-label={`Texte von ${names} ${open ? 'ausblenden' : 'vergleichen'}`}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Texte ausblenden' : 'Texte vergleichen'}
        </Button>
      </div>
    </section>
  );
}

function Words({ api, collection, side }: Pick<Props, 'api' | 'collection'> & { side: Side }) {
  const own = useStyles();
  const asked = useAsked(
    useCallback(
      async (signal) => {
        const document = await findDocument(api, collection, side, signal);
        const version = document === null ? undefined : shownVersion(document.versions);
        if (version === undefined) return '';
        const { sections } = await api.part(version.id, side.section, signal);
        return sections.find(({ section }) => section === side.section)?.text ?? '';
      },
      [api, collection, side],
    ),
  );
  if (asked.fault !== null) return <FaultBar code={asked.fault} onAgain={asked.again} />;
  if (asked.value === null) return <Spinner size="tiny" label="Text wird geladen …" />;
  return <p className={own.words}>{asked.value || 'Diesen Abschnitt gibt es nicht mehr.'}</p>;
}
