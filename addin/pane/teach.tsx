import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { TaskWords } from '../tasks/task.ts';

const useStyles = makeStyles({
  teach: {
    padding: tokens.spacingHorizontalM,
    paddingTop: tokens.spacingVerticalL,
    color: tokens.colorNeutralForeground3,
    lineHeight: tokens.lineHeightBase300,
  },
  sentence: { margin: `0 0 ${tokens.spacingVerticalS}` },
  example: { maxWidth: '100%', textAlign: 'start', fontWeight: tokens.fontWeightRegular },
});

/** For who opens the pane for the first time. */
const welcome = [
  'Amtsfeder schlägt Ihnen Texte vor: Antworten, Vermerke, Umformulierungen und Zusammenfassungen.',
  'Gelesen wird nur, was oben steht, und erst, wenn Sie starten.',
  'Sie prüfen jeden Vorschlag; eingefügt oder gesendet wird nichts von selbst.',
];

interface Props {
  words: TaskWords;
  first: boolean;
  onExample: () => void;
}

/** What an empty pane says: three sentences and an example. */
export function Teach({ words, first, onExample }: Props) {
  const styles = useStyles();
  return (
    <section className={styles.teach} aria-label="So geht es">
      {(first ? welcome : words.teach.sentences).map((sentence) => (
        <p key={sentence} className={styles.sentence}>
          {sentence}
        </p>
      ))}
      <Button size="small" className={styles.example} onClick={onExample}>
        {`Beispiel: ${words.teach.example.label}`}
      </Button>
    </section>
  );
}
