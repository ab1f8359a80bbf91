import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useCallback } from 'react';
import type { Me } from '../../../contract/identity.ts';
import type { CollectionReport } from '../../../contract/knowledge.ts';
import { useBarStyles } from '../../pane/use-bar-styles.ts';
import type { ConsoleApi } from '../api/console-api.ts';
import { DocumentPage } from '../documents/document-page.tsx';
import { DocumentTable } from '../documents/document-table.tsx';
import { FaqTab } from '../faq/faq-tab.tsx';
import { ImportPage } from '../imports/import-page.tsx';
import { ImportTab } from '../imports/import-tab.tsx';
import type { Uploads } from '../imports/uploads.ts';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { TabLinks } from '../parts/tab-links.tsx';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { addressOf, type CollectionTab, collectionTabs, type Place } from '../places.ts';
import { UpkeepTab } from '../upkeep/upkeep-tab.tsx';
import { type Asked, useAsked } from '../use-asked.ts';
import { factsText, readOnlyText } from './collection-words.ts';
import { CollectionSettings } from './collection-settings.tsx';

type Within = Extract<Place, { name: 'collection' | 'document' | 'import' }>;

interface Props {
  api: ConsoleApi;
  me: Me;
  uploads: Uploads;
  place: Within;
}

/** A collection: what it is, and the tab that is open. */
export function CollectionPage({ api, me, uploads, place }: Props) {
  const styles = usePageStyles();
  const asked = useAsked(useCallback((signal) => api.collections(signal), [api]));
  const id = place.name === 'collection' ? place.id : place.collection;
  return (
    <div className={styles.page}>
      <Loaded asked={asked} waiting="Sammlung wird geladen …">
        {(list) => {
          const report = list.find((one) => one.id === id);
          return report === undefined ? (
            <PageHead
              title="Diese Sammlung gibt es nicht"
              up={{ label: 'Sammlungen', address: '#/sammlungen' }}
              facts="Sie wurde gelöscht, oder Sie dürfen sie nicht lesen."
            />
          ) : (
            <Shown api={api} me={me} uploads={uploads} place={place} report={report} asked={asked} />
          );
        }}
      </Loaded>
    </div>
  );
}

interface ShownProps extends Props {
  report: CollectionReport;
  asked: Asked<CollectionReport[]>;
}

function Shown({ api, me, uploads, place, report, asked }: ShownProps) {
  const bars = useBarStyles();
  const readOnly = readOnlyText(report);
  return (
    <>
      <PageHead
        title={report.fields.name}
        up={{ label: 'Sammlungen', address: '#/sammlungen' }}
        facts={factsText(report, me.kommune)}
      />
      {readOnly !== null && (
        <MessageBar className={bars.bar} layout="multiline">
          <MessageBarBody className={bars.body}>{readOnly}</MessageBarBody>
        </MessageBar>
      )}
      <Tabs id={report.id} here={tabOf(place)} all={report.mayEdit} />
      {inside()}
    </>
  );

  function inside() {
    if (place.name === 'document') {
      return (
        <DocumentPage
          key={place.id}
          api={api}
          collection={report}
          id={place.id}
          file={place.file}
          onChanged={asked.again}
        />
      );
    }
    if (place.name === 'import') {
      return <ImportPage key={place.id} api={api} uploads={uploads} id={place.id} onDone={asked.again} />;
    }
    switch (place.tab) {
      case 'dokumente':
        return <DocumentTable api={api} collection={report} />;
      case 'importe':
        return <ImportTab api={api} collection={report} uploads={uploads} onDone={asked.again} />;
      case 'faq':
        return <FaqTab api={api} collection={report.id} onDecided={asked.again} />;
      case 'pflege':
        return <UpkeepTab api={api} collection={report.id} />;
      case 'einstellungen':
        return <CollectionSettings api={api} report={report} asked={asked} />;
    }
  }
}

function Tabs({ id, here, all }: { id: string; here: CollectionTab; all: boolean }) {
  const shown = (Object.keys(collectionTabs) as CollectionTab[]).filter(
    (tab) => all || tab === 'dokumente' || tab === 'einstellungen',
  );
  return (
    <TabLinks
      label="Bereiche der Sammlung"
      tabs={shown.map((tab) => ({
        label: collectionTabs[tab],
        address: addressOf({ name: 'collection', id, tab }),
        isHere: tab === here,
      }))}
    />
  );
}

function tabOf(place: Within): CollectionTab {
  switch (place.name) {
    case 'collection':
      return place.tab;
    case 'document':
      return 'dokumente';
    case 'import':
      return 'importe';
  }
}
