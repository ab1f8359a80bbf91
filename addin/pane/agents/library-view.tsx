import { Button, SearchBox } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { LibraryCard } from '../../../contract/agents/library.ts';
import { errorText } from '../../../contract/errors.ts';
import { MAX_LINE_CHARS } from '../../../contract/limits.ts';
import type { AgentsProps } from './agents-view.tsx';
import { LibraryRow } from './library-row.tsx';
import { RunRows } from './run-rows.tsx';
import { Trouble } from './trouble.tsx';
import { useAgentStyles } from './use-agent-styles.ts';
import { useLoaded } from './use-loaded.ts';
import { codeOf } from './use-run.ts';
import { useTabKeys } from './use-tab-keys.ts';

/** Milliseconds after the last letter until it is looked for. */
const REST_MS = 250;

/** What the house has, found by what it does; unfinished runs above it, own instructions below. */
export function LibraryView({ pane, api, places, root }: AgentsProps) {
  const styles = useAgentStyles();
  const [words, setWords] = useState('');
  const [said, setSaid] = useState('');
  // A star shows at once; the list itself comes when it is asked for the next time.
  const [starred, setStarred] = useState<Readonly<Record<string, boolean>>>({});
  const load = useCallback((signal: AbortSignal) => api.library(words, signal), [api, words]);
  const found = useLoaded(load, words === '' ? 0 : REST_MS);
  const search = useRef<HTMLInputElement>(null);
  useTabKeys(root, pane);
  useEffect(() => {
    if (document.activeElement === document.body) search.current?.focus();
  }, []);

  const cards = (found.value ?? []).map((card) => ({
    ...card,
    favourite: starred[card.id] ?? card.favourite,
  }));
  const agents = ordered(
    cards.filter(({ kind }) => kind === 'agent'),
    words,
  );
  const prompts = ordered(
    cards.filter(({ kind }) => kind === 'prompt'),
    words,
  );
  const star = ({ id, favourite }: LibraryCard) => {
    setStarred((before) => ({ ...before, [id]: !favourite }));
    api.favour(id, !favourite).catch((fault: unknown) => {
      setStarred((before) => ({ ...before, [id]: favourite }));
      setSaid(errorText(codeOf(fault)));
    });
  };
  const remove = (card: LibraryCard) => {
    api.removePrompt(card.id).then(
      () => {
        setSaid(`„${card.name}“ ist gelöscht.`);
        found.again();
        search.current?.focus();
      },
      (fault: unknown) => setSaid(errorText(codeOf(fault))),
    );
  };
  return (
    <>
      <SearchBox
        input={{ ref: search }}
        aria-label="Was möchten Sie erledigen?"
        placeholder="Was möchten Sie erledigen?"
        style={{ maxWidth: '100%' }}
        value={words}
        maxLength={MAX_LINE_CHARS}
        onChange={(_event, { value }) => setWords(value)}
      />
      {words === '' && <RunRows api={api} onOpen={(id) => places.go({ at: 'run', id })} />}
      {found.fault !== null && <Trouble code={found.fault} onAgain={found.again} />}
      <div role="status" className={said === '' ? styles.unseen : styles.quiet}>
        {said !== '' ? said : foundText(found.busy, words, agents.length + prompts.length)}
      </div>
      {found.value !== null && (
        <>
          <section aria-label="Agenten">
            <h2 className={styles.heading}>Agenten</h2>
            {agents.length === 0 && (
              <p className={styles.quiet}>
                {words === ''
                  ? 'Ein Agent erledigt eine ganze Aufgabe in Schritten, die Sie sehen und berichtigen können. Ihre Fachadministration hat noch keinen freigegeben.'
                  : 'Dazu gibt es keinen Agenten. Versuchen Sie es mit anderen Worten, zum Beispiel „Frist“ oder „Bescheid“.'}
              </p>
            )}
            <ul className={styles.list}>
              {agents.map((card) => (
                <LibraryRow
                  key={card.id}
                  card={card}
                  onOpen={() => places.go({ at: 'agent', id: card.id })}
                  onStar={() => star(card)}
                />
              ))}
            </ul>
          </section>
          <section aria-label="Anweisungen">
            <h2 className={styles.heading}>Anweisungen</h2>
            {prompts.length === 0 && words === '' && (
              <p className={styles.quiet}>
                Speichern Sie Anweisungen, die Sie oft brauchen; was sich jedes Mal ändert, füllen Sie dann
                nur noch aus.
              </p>
            )}
            <ul className={styles.list}>
              {prompts.map((card) => (
                <LibraryRow
                  key={card.id}
                  card={card}
                  onOpen={() => places.go({ at: 'prompt', id: card.id })}
                  onStar={() => star(card)}
                  {...(card.origin === 'own' && {
                    onEdit: () => places.go({ at: 'edit', id: card.id }),
                    onRemove: () => remove(card),
                  })}
                />
              ))}
            </ul>
            <Button
              appearance="subtle"
              size="small"
              icon={<AddRegular />}
              onClick={() => places.go({ at: 'edit', id: null })}
            >
              Neue eigene Anweisung
            </Button>
          </section>
        </>
      )}
    </>
  );
}

/** Favourites first; what was looked for stays as well as it fits. */
function ordered(cards: LibraryCard[], words: string): LibraryCard[] {
  if (words.trim() !== '') return cards;
  return cards.toSorted((one, other) => Number(other.favourite) - Number(one.favourite));
}

function foundText(busy: boolean, words: string, count: number): string {
  if (words === '') return '';
  if (busy) return 'Sucht …';
  return count === 1 ? '1 Treffer' : `${count} Treffer`;
}
