import { Button } from '@fluentui/react-components';
import type { Synonym } from '../../../contract/knowledge.ts';
import { usePageStyles } from '../parts/use-page-styles.ts';

interface Props {
  words: readonly string[];
  rows: readonly Synonym[];
  onChoose: (word: string) => void;
}

/** Words of questions that found nothing, to be entered with a click. */
export function WantedWords({ words, rows, onChoose }: Props) {
  const styles = usePageStyles();
  const open = words.filter((word) => !rows.some((row) => row.word === word));
  return (
    <section className={styles.part} aria-labelledby="wanted">
      <h2 id="wanted" className={styles.heading}>
        Gewünschte Wörter
      </h2>
      {open.length === 0 ? (
        <p className={styles.text}>Zurzeit fehlt kein Wort, nach dem mehrfach gesucht wurde.</p>
      ) : (
        <>
          <p className={styles.note}>
            Aus Suchen ohne Ergebnis, mindestens fünfmal gefragt · Quelle: Suchanfragen, maskiert und ohne
            Person, so lange Ihre Kommune sie aufbewahrt
          </p>
          <div className={styles.buttons}>
            {open.map((word) => (
              <Button
                key={word}
                size="small"
                aria-label={`„${word}“ eintragen`}
                onClick={() => onChoose(word)}
              >
                {word}
              </Button>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
