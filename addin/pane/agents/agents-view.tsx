import { Spinner } from '@fluentui/react-components';
import { type RefObject, useCallback } from 'react';
import type { PaneState } from '../use-pane.ts';
import type { AgentsApi } from './agents-api.ts';
import { LibraryView } from './library-view.tsx';
import { type PlacesUse, usePlaces } from './places.ts';
import { PromptEditor } from './prompt-editor.tsx';
import { PromptView } from './prompt-view.tsx';
import { RunView } from './run-view.tsx';
import { StartView } from './start-view.tsx';
import { Trouble } from './trouble.tsx';
import { useAgentStyles } from './use-agent-styles.ts';
import { useLoaded } from './use-loaded.ts';

interface Props {
  id: string;
  pane: PaneState;
  root: RefObject<HTMLElement | null>;
  /** Asks who works here. */
  onSettings: () => void;
}

/** What every view of the agents is handed. */
export interface AgentsProps {
  pane: PaneState;
  api: AgentsApi;
  places: PlacesUse;
  root: RefObject<HTMLElement | null>;
}

/** "Agenten": what the house has for whole pieces of work, one of them as it runs, and what it came to. */
export default function AgentsView({ id, pane, root, onSettings }: Props) {
  const styles = useAgentStyles();
  const { backend } = pane;
  const load = useCallback(() => backend.agents(), [backend]);
  const api = useLoaded(load);
  const places = usePlaces(pane.memory, pane.host.surface, pane.seen.key ?? '');
  return (
    <div id={id} className={styles.panel} role="tabpanel" aria-label="Agenten">
      {api.value === null ? (
        api.fault === null ? (
          <Spinner size="tiny" label="Lädt …" />
        ) : (
          <Trouble code={api.fault} onAgain={api.again} />
        )
      ) : (
        <InSight pane={pane} places={places} root={root} api={api.value} onSettings={onSettings} />
      )}
    </div>
  );
}

function InSight({ onSettings, ...shared }: AgentsProps & Pick<Props, 'onSettings'>) {
  const { place } = shared.places;
  const of = `${shared.pane.seen.key ?? ''} ${'id' in place ? place.id : ''}`;
  switch (place.at) {
    case 'list':
      return <LibraryView key={of} {...shared} />;
    case 'agent':
      return <StartView key={of} {...shared} id={place.id} />;
    case 'run':
      return <RunView key={of} {...shared} id={place.id} onSettings={onSettings} />;
    case 'prompt':
      return <PromptView key={of} {...shared} id={place.id} />;
    case 'edit':
      return <PromptEditor key={of} {...shared} id={place.id} />;
  }
}
