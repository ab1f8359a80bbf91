import { useCallback, useEffect, useRef, useState } from 'react';
import type { ConsoleApi } from '../api/console-api.ts';
import { Loaded } from '../parts/loaded.tsx';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { useAsked } from '../use-asked.ts';
import { countText } from '../words.ts';
import { FaqCard } from './faq-card.tsx';

interface Props {
  api: ConsoleApi;
  collection: string;
  onDecided: () => void;
}

/** Questions with answers that somebody has proposed; they can be found once they are approved. */
export function FaqTab({ api, collection, onDecided }: Props) {
  const styles = usePageStyles();
  const asked = useAsked(useCallback((signal) => api.faq(collection, signal), [api, collection]));
  const heading = useRef<HTMLHeadingElement>(null);
  const [decided, setDecided] = useState(0);
  useEffect(() => {
    // The button that had the focus is gone with its entry.
    if (decided > 0) heading.current?.focus();
  }, [decided]);
  return (
    <section className={styles.part} aria-labelledby="faq">
      <h2 id="faq" ref={heading} tabIndex={-1} className={styles.heading}>
        FAQ-Vorschläge
      </h2>
      <p className={styles.note}>
        Vorschläge aus „Nachschlagen“. Nach der Freigabe werden sie beim Nachschlagen gefunden.
      </p>
      <Loaded asked={asked} waiting="Vorschläge werden geladen …">
        {(entries) =>
          entries.length === 0 ? (
            <p className={styles.text}>Zurzeit wartet kein Vorschlag auf Ihre Entscheidung.</p>
          ) : (
            <>
              <p className={styles.text}>
                {countText(entries.length, 'Vorschlag wartet', 'Vorschläge warten')} auf Ihre Entscheidung.
              </p>
              {entries.map((report) => (
                <FaqCard
                  key={report.id}
                  api={api}
                  report={report}
                  onDecided={() => {
                    asked.put(entries.filter(({ id }) => id !== report.id));
                    setDecided((before) => before + 1);
                    onDecided();
                  }}
                />
              ))}
            </>
          )
        }
      </Loaded>
    </section>
  );
}
