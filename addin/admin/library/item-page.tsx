import { useCallback } from 'react';
import { type AdminItem, libraryKinds } from '../../../contract/agents/library.ts';
import type { Me } from '../../../contract/identity.ts';
import type { LibraryApi } from '../api/library-api.ts';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { TabLinks } from '../parts/tab-links.tsx';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { addressOf, type LibraryTab, libraryTabs } from '../places.ts';
import { type Asked, useAsked } from '../use-asked.ts';
import type { KeptDrafts } from './content-draft.ts';
import { EditTab } from './edit-tab.tsx';
import { ItemActions } from './item-actions.tsx';
import { newerText, ownerText, reviewText, stateText, usesText } from './library-words.ts';
import { ownersFor } from './owners.ts';
import { ApprovalTab } from './review/approval-tab.tsx';
import { VersionsTab } from './review/versions-tab.tsx';

interface Props {
  api: LibraryApi;
  me: Me;
  id: string;
  tab: LibraryTab;
  kept: KeptDrafts;
}

const UP = { label: 'Bibliothek', address: '#/bibliothek' };

/** Something in the library: its newest version, all versions, and their approval. */
export function ItemPage(props: Props) {
  const { api, id } = props;
  const styles = usePageStyles();
  const ask = useCallback((signal: AbortSignal) => api.item(id, signal), [api, id]);
  const asked = useAsked(ask);
  return (
    <div className={styles.page}>
      {asked.fault === 'not_found' ? (
        <PageHead
          title="Das gibt es nicht"
          up={UP}
          facts="Es wurde gelöscht, oder Sie dürfen es nicht sehen."
        />
      ) : (
        <Loaded asked={asked} waiting="Wird geladen …">
          {(item) => <Shown {...props} item={item} asked={asked} />}
        </Loaded>
      )}
    </div>
  );
}

function Shown({
  api,
  me,
  id,
  tab,
  kept,
  item,
  asked,
}: Props & { item: AdminItem; asked: Asked<AdminItem> }) {
  const styles = usePageStyles();
  const { card } = item;
  const newer = newerText(card);
  const facts = [
    libraryKinds[card.kind],
    ownerText(card, me.kommune),
    stateText(card),
    ...(card.reviewOn === null
      ? []
      : [`Überprüfung ${reviewText(card.reviewOn)}${card.overdue ? ' – fällig' : ''}`]),
    `Nutzungen im letzten Monat: ${usesText(card.uses)}`,
  ].join(' · ');
  return (
    <>
      <PageHead
        title={card.name}
        up={UP}
        facts={facts}
        actions={
          <ItemActions
            api={api}
            me={me}
            item={item}
            onChanged={asked.put}
            onDropped={() => kept.delete(id)}
          />
        }
      />
      {newer !== null && <p className={styles.warning}>{newer}</p>}
      <TabLinks
        label="Bereiche"
        tabs={(Object.keys(libraryTabs) as LibraryTab[]).map((one) => ({
          label: libraryTabs[one],
          address: addressOf({ name: 'in-library', id, tab: one }),
          isHere: one === tab,
        }))}
      />
      {/* It stays while one looks at the others: neither what was typed nor a trial is lost. */}
      <div hidden={tab !== 'bearbeiten'}>
        <EditTab api={api} item={item} mayTry={ownersFor(me).length > 0} kept={kept} onSaved={asked.put} />
      </div>
      {tab === 'fassungen' && <VersionsTab api={api} item={item} />}
      {tab === 'freigabe' && (
        <ApprovalTab
          api={api}
          item={item}
          hasUnsaved={kept.has(id)}
          onChanged={asked.put}
          onReload={asked.again}
        />
      )}
    </>
  );
}
