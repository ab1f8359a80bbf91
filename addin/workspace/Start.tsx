import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentTextRegular, FolderOpenRegular, MailRegular } from '@fluentui/react-icons';
import type { Sample } from './samples.ts';

const useStyles = makeStyles({
  start: {
    boxSizing: 'border-box',
    maxWidth: '560px',
    margin: '0 auto',
    padding: `8vh ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXL}`,
  },
  title: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  about: { margin: `0 0 ${tokens.spacingVerticalL}`, color: tokens.colorNeutralForeground2 },
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  or: {
    margin: `${tokens.spacingVerticalXXL} 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  samples: { listStyleType: 'none', margin: '0', padding: '0' },
  sample: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '& > svg': { marginTop: tokens.spacingVerticalXXS, color: tokens.colorNeutralForeground3 },
  },
  sampleAbout: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface StartProps {
  /** What is missing here. */
  kind: 'document' | 'mail';
  samples: Sample[];
  onOpen: () => void;
  onSample: (sample: Sample) => void;
  onBlank: () => void;
}

const words = {
  document: {
    title: 'Womit möchten Sie arbeiten?',
    about:
      'Hier arbeiten Sie ohne Word und Outlook: Sie öffnen ein Schreiben oder eine E-Mail, und Amtsfeder hilft beim Antworten, Umschreiben und Zusammenfassen.',
  },
  mail: {
    title: 'Noch keine E-Mail geöffnet',
    about: 'Öffnen Sie eine gespeicherte E-Mail (EML). Amtsfeder liest sie und hilft beim Antworten.',
  },
};

/** What stands on an empty desk. */
export function Start({ kind, samples, onOpen, onSample, onBlank }: StartProps) {
  const classes = useStyles();
  const { title, about } = words[kind];
  const shown = kind === 'mail' ? samples.filter(({ surface }) => surface === 'mail-read') : samples;
  return (
    <div className={classes.start}>
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.about}>
        {about} Ziehen Sie eine Datei hierher, fügen Sie Text ein oder wählen Sie:
      </p>
      <div className={classes.ways}>
        <Button icon={<FolderOpenRegular />} onClick={onOpen}>
          Datei öffnen
        </Button>
        {kind === 'document' && (
          <Button appearance="subtle" icon={<DocumentTextRegular />} onClick={onBlank}>
            Leeres Blatt
          </Button>
        )}
      </div>
      {shown.length > 0 && (
        <>
          <h3 className={classes.or}>Oder ein Beispiel ansehen</h3>
          <ul className={classes.samples}>
            {shown.map((sample) => (
              <li key={sample.file} className={classes.sample}>
                {sample.surface === 'document' ? (
                  <DocumentTextRegular fontSize={20} />
                ) : (
                  <MailRegular fontSize={20} />
                )}
                <div>
                  <Link as="button" onClick={() => onSample(sample)}>
                    {sample.title}
                  </Link>
                  <span className={classes.sampleAbout}>{sample.about}</span>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
