import { useCallback } from 'react';
import type { Me } from '../../../contract/identity.ts';
import type { ConsoleApi } from '../api/console-api.ts';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { useAsked } from '../use-asked.ts';
import { Dictionary } from './dictionary.tsx';
import { DictionaryRead } from './dictionary-read.tsx';

interface Props {
  api: ConsoleApi;
  me: Me;
  /** A word that is wanted. */
  wanted: string;
}

/** What people say, and what stands in the documents: the words of the Kommune, and those that all of the Verbund share. */
export function DictionaryPage({ api, me, wanted }: Props) {
  const styles = usePageStyles();
  const { kommune, roles } = me;
  return (
    <div className={styles.page}>
      <PageHead
        title="Wörterbuch"
        facts={`Was Leute sagen, und was in den Dokumenten steht. Für Suchen der Kommune ${kommune.name} gelten ihre eigenen Wörter und die gemeinsamen.`}
      />
      <Words
        api={api}
        owner={kommune.id}
        title={`Wörter der Kommune ${kommune.name}`}
        changes={roles.includes('local-admin')}
        wanted={wanted}
      />
      <Words
        api={api}
        owner="verbund"
        title="Gemeinsame Wörter des Verbunds"
        changes={roles.includes('verbund-admin')}
        wanted=""
      />
    </div>
  );
}

interface WordsProps extends Pick<Props, 'api' | 'wanted'> {
  owner: string;
  title: string;
  /** Whether the person may change them. */
  changes: boolean;
}

function Words({ api, owner, title, changes, wanted }: WordsProps) {
  const asked = useAsked(useCallback((signal) => api.synonyms(owner, signal), [api, owner]));
  return (
    <Loaded asked={asked} waiting={`${title} werden geladen …`}>
      {(list) =>
        changes ? (
          <Dictionary api={api} title={title} list={list} wanted={wanted} />
        ) : (
          <DictionaryRead title={title} list={list} />
        )
      }
    </Loaded>
  );
}
