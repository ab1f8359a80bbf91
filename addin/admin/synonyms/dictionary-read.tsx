import { useId } from 'react';
import type { SynonymList } from '../../../contract/knowledge.ts';
import { DataTable } from '../parts/data-table.tsx';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { inOrder } from './draft.ts';

interface Props {
  title: string;
  list: SynonymList;
}

/** A dictionary that counts for the person's searches and that others keep. */
export function DictionaryRead({ title, list }: Props) {
  const styles = usePageStyles();
  const id = useId();
  const keeper = list.kommune === 'verbund' ? 'die Administration des Verbunds' : 'die Fachadministration';
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title} ({list.synonyms.length})
      </h2>
      <p className={styles.note}>Nur zum Lesen: Diese Wörter pflegt {keeper}.</p>
      {list.synonyms.length === 0 ? (
        <p className={styles.text}>Noch steht nichts darin.</p>
      ) : (
        <DataTable
          label={title}
          columns={[
            { label: 'Wort', cell: ({ word }) => word },
            { label: 'Bedeutet', cell: ({ means }) => means.join(', ') },
          ]}
          rows={inOrder(list.synonyms)}
          keyOf={({ word }) => word}
        />
      )}
    </section>
  );
}
