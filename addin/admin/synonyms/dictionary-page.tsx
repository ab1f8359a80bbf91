import { useCallback } from 'react';
import type { Kommune } from '../../../contract/identity.ts';
import type { ConsoleApi } from '../api/console-api.ts';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { useAsked } from '../use-asked.ts';
import { Dictionary } from './dictionary.tsx';

interface Props {
  api: ConsoleApi;
  kommune: Kommune;
  /** A word that is wanted. */
  wanted: string;
}

/** The dictionary of a Kommune: what people say, and what stands in the documents. */
export function DictionaryPage({ api, kommune, wanted }: Props) {
  const styles = usePageStyles();
  const asked = useAsked(useCallback((signal) => api.synonyms(kommune.id, signal), [api, kommune.id]));
  return (
    <div className={styles.page}>
      <PageHead
        title="Wörterbuch"
        facts={`Was Leute sagen, und was in den Dokumenten steht. Es gilt für Suchen der Kommune ${kommune.name}.`}
      />
      <Loaded asked={asked} waiting="Wörterbuch wird geladen …">
        {(list) => <Dictionary api={api} list={list} wanted={wanted} />}
      </Loaded>
    </div>
  );
}
