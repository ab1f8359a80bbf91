import {
  Button,
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuItemRadio,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import {
  ArrowDownloadRegular,
  CalligraphyPenRegular,
  DarkThemeRegular,
  DocumentMultipleRegular,
  FolderOpenRegular,
  StackRegular,
  WrenchSettingsRegular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { Surface } from '../office/host.ts';
import { ArrowMenuList } from '../pane/arrow-menu-list.tsx';
import { Tabs } from '../pane/tabs.tsx';
import { idOf, type PutAway, titleOf } from './desk.ts';
import type { Sample } from './samples.ts';
import type { ThemeChoice } from '../pane/theme-choice.ts';

/** Kept for screen readers where there is no room: the name of the page is its only first heading. */
const unseen = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  margin: '0',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

const useStyles = makeStyles({
  bar: {
    // The middle stays where it is when something comes or goes at the sides.
    display: 'grid',
    gridTemplateColumns: '1fr auto 1fr',
    alignItems: 'center',
    minHeight: '48px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  brand: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    margin: `0 ${tokens.spacingHorizontalM} 0 0`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    '& svg': { color: tokens.colorBrandForeground1 },
    '@media (max-width: 599px)': unseen,
  },
  unseen,
  side: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  oneLine: { whiteSpace: 'nowrap' },
  end: { justifyContent: 'flex-end' },
});

/** Id of the place that the surfaces are shown in. */
export const DESK_ID = 'desk';

const surfaces: { value: Surface; label: string }[] = [
  { value: 'document', label: 'Word' },
  { value: 'mail-read', label: 'Outlook lesen' },
  { value: 'mail-compose', label: 'Outlook schreiben' },
];

const themes: { value: ThemeChoice; label: string }[] = [
  { value: 'system', label: 'Wie das System' },
  { value: 'light', label: 'Hell' },
  { value: 'dark', label: 'Dunkel' },
];

export interface BarProps {
  surface: Surface;
  samples: Sample[];
  putAway: PutAway[];
  theme: ThemeChoice;
  /** Whether the person has something to do in the console. */
  leadsToConsole: boolean;
  /** Null where nothing lies on the desk that could be saved. */
  onSave: (() => void) | null;
  onOpen: () => void;
  onSample: (sample: Sample) => void;
  onSurface: (surface: Surface) => void;
  onTakeBack: (id: number) => void;
  onTheme: (choice: ThemeChoice) => void;
}

/** With its words where there is room, else with the same words as its name. */
function named(name: string, icon: ReactElement, compact: boolean) {
  return compact ? { icon, 'aria-label': name, title: name } : { icon, children: name };
}

function SurfaceSwitch({
  surface,
  onSurface,
  compact,
}: Pick<BarProps, 'surface' | 'onSurface'> & { compact: boolean }) {
  const classes = useStyles();
  if (!compact) {
    return <Tabs label="Ansicht" tabs={surfaces} chosen={surface} panel={DESK_ID} onChoose={onSurface} />;
  }
  return (
    <Menu
      checkedValues={{ surface: [surface] }}
      onCheckedValueChange={(_, { checkedItems }) => onSurface(checkedItems[0] as Surface)}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" size="small" className={classes.oneLine}>
          {surfaces.find(({ value }) => value === surface)?.label}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <ArrowMenuList>
          {surfaces.map(({ value, label }) => (
            <MenuItemRadio key={value} name="surface" value={value}>
              {label}
            </MenuItemRadio>
          ))}
        </ArrowMenuList>
      </MenuPopover>
    </Menu>
  );
}

function ThemeMenu({ theme, onTheme }: Pick<BarProps, 'theme' | 'onTheme'>) {
  return (
    <Menu
      checkedValues={{ theme: [theme] }}
      onCheckedValueChange={(_, { checkedItems }) => onTheme(checkedItems[0] as ThemeChoice)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size="small"
          icon={<DarkThemeRegular />}
          aria-label="Darstellung"
          title="Darstellung"
        />
      </MenuTrigger>
      <MenuPopover>
        <ArrowMenuList>
          {themes.map(({ value, label }) => (
            <MenuItemRadio key={value} name="theme" value={value}>
              {label}
            </MenuItemRadio>
          ))}
        </ArrowMenuList>
      </MenuPopover>
    </Menu>
  );
}

/** The slim bar above desk and pane. `compact` where it has no room for words. */
export function Bar(props: BarProps & { compact: boolean }) {
  const {
    surface,
    samples,
    putAway,
    theme,
    leadsToConsole,
    onSave,
    onOpen,
    onSample,
    onSurface,
    onTakeBack,
    onTheme,
    compact,
  } = props;
  const classes = useStyles();
  return (
    <header className={classes.bar}>
      <div className={classes.side}>
        <h1 className={classes.brand}>
          <CalligraphyPenRegular fontSize={20} />
          <span className={compact ? classes.unseen : undefined}>Arbeitsplatz</span>
        </h1>
        <Button
          appearance="subtle"
          size="small"
          onClick={onOpen}
          {...named('Öffnen', <FolderOpenRegular />, compact)}
        />
        {samples.length > 0 && (
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <MenuButton
                appearance="subtle"
                size="small"
                {...named('Beispiele', <DocumentMultipleRegular />, compact)}
              />
            </MenuTrigger>
            <MenuPopover>
              <ArrowMenuList>
                {samples.map((sample) => (
                  <MenuItem key={sample.file} onClick={() => onSample(sample)}>
                    {sample.title}
                  </MenuItem>
                ))}
              </ArrowMenuList>
            </MenuPopover>
          </Menu>
        )}
        {putAway.length > 0 && (
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <MenuButton
                appearance="subtle"
                size="small"
                {...named(`Zur Seite gelegt (${String(putAway.length)})`, <StackRegular />, compact)}
              />
            </MenuTrigger>
            <MenuPopover>
              <ArrowMenuList>
                {putAway.map((item) => (
                  <MenuItem key={idOf(item)} onClick={() => onTakeBack(idOf(item))}>
                    {titleOf(item)}
                  </MenuItem>
                ))}
              </ArrowMenuList>
            </MenuPopover>
          </Menu>
        )}
      </div>
      <SurfaceSwitch surface={surface} onSurface={onSurface} compact={compact} />
      <div className={mergeClasses(classes.side, classes.end)}>
        {onSave && (
          <Button
            appearance="subtle"
            size="small"
            onClick={onSave}
            {...named('Als DOCX speichern', <ArrowDownloadRegular />, compact)}
          />
        )}
        {leadsToConsole && (
          <Button
            as="a"
            href="admin.html"
            target="_blank"
            rel="noopener"
            appearance="subtle"
            size="small"
            {...named('Verwaltung', <WrenchSettingsRegular />, compact)}
          />
        )}
        <ThemeMenu theme={theme} onTheme={onTheme} />
      </div>
    </header>
  );
}
