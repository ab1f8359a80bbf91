import { makeStyles, tokens } from '@fluentui/react-components';
import type { Surface } from '../office/host.ts';
import type { From } from '../tasks/task.ts';
import { hostErrorText } from './german.ts';
import { LazyMenu } from './lazy-menu.tsx';
import { available, choose, describe, type Wanted, wordsOf } from './source-choice.ts';
import type { Seen } from './use-source.ts';

const useStyles = makeStyles({
  title: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  second: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '24px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  change: {
    minWidth: 0,
    marginLeft: 'auto',
    paddingInline: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorBrandForeground1,
  },
  lacking: { color: tokens.colorStatusDangerForeground3 },
});

interface Props {
  seen: Seen;
  possible: readonly From[];
  wanted: Wanted;
  surface: Surface;
  host: string;
  /** The person tried to start without a text that is needed. */
  lacking: boolean;
  onWant: (wanted: Wanted) => void;
}

/** What will be read, always as it is now, and the way to change it. */
export function SourceLine({ seen, possible, wanted, surface, host, lacking, onWant }: Props) {
  const styles = useStyles();
  const from = choose(possible, seen.overview, wanted);
  const others = available(possible, seen.overview);
  return (
    <section aria-label="Gelesener Text">
      <div className={seen.overview === null ? undefined : styles.title} title={seen.overview?.title}>
        {heading(seen, from, host)}
      </div>
      <div className={styles.second}>
        <span className={lacking ? styles.lacking : undefined} role={lacking ? 'alert' : undefined}>
          {from === null ? need(possible) : describe(from, wordsOf(from, seen.overview), surface)}
        </span>
        {others.length > 1 && (
          <LazyMenu
            button={{
              appearance: 'transparent',
              size: 'small',
              className: styles.change,
              children: 'ändern',
              'aria-label': 'Gelesenen Text ändern',
            }}
            choices={others.map((other) => ({
              key: other,
              label: describe(other, wordsOf(other, seen.overview), surface),
              checked: other === from,
            }))}
            onChoose={(key) => onWant(others.find((other) => other === key) ?? null)}
          />
        )}
      </div>
    </section>
  );
}

function heading({ state, overview, why }: Seen, from: From | null, host: string): string {
  if (state === 'asking') return 'Sieht nach, was geöffnet ist …';
  if (overview === null) {
    return why === null || why === 'nothing-open' ? 'Noch nichts geöffnet' : hostErrorText(why, host);
  }
  if (from === 'nothing') return 'Liest keinen Text';
  return overview.title === '' ? 'Liest: ohne Titel' : `Liest: „${overview.title}“`;
}

function need(possible: readonly From[]): string {
  return possible.includes('whole')
    ? 'Bitte öffnen Sie ein Dokument oder eine E-Mail mit Text.'
    : 'Bitte markieren Sie den Text, um den es geht.';
}
