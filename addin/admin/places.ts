import { libraryId, type LibraryKind } from '../../contract/agents/library.ts';

/** The tabs of a collection, as its address names them. */
export const collectionTabs = {
  dokumente: 'Dokumente',
  importe: 'Importe',
  faq: 'FAQ-Vorschläge',
  pflege: 'Pflege',
  einstellungen: 'Einstellungen',
} as const;
export type CollectionTab = keyof typeof collectionTabs;

/** The tabs of something in the library, as its address names them. */
export const libraryTabs = {
  bearbeiten: 'Bearbeiten',
  fassungen: 'Fassungen',
  freigabe: 'Freigabe',
} as const;
export type LibraryTab = keyof typeof libraryTabs;

/** What can be begun in the library, as addresses name it. */
export const newKinds = {
  agent: 'agent',
  vorlage: 'template',
  textbaustein: 'textblock',
  anweisung: 'prompt',
} as const satisfies Record<string, LibraryKind>;

/** Where one is in the console. */
export type Place =
  | { name: 'collections' }
  | { name: 'new-collection' }
  | { name: 'collection'; id: string; tab: CollectionTab }
  /** `file` is the document's name, by which it can be found again. */
  | { name: 'document'; collection: string; id: string; file: string }
  | { name: 'import'; collection: string; id: string }
  /** `word` is one that is wanted. */
  | { name: 'synonyms'; word: string }
  | { name: 'library' }
  | { name: 'new-in-library'; kind: LibraryKind }
  | { name: 'in-library'; id: string; tab: LibraryTab }
  | { name: 'unknown' };

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The place that an address names.
 * @param hash the fragment of the page's address, with or without its `#`; whatever stands there
 */
export function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const asked = new URLSearchParams(query);
  const [area, id, tab, inner, ...more] = path.split('/').filter((part) => part !== '');
  if (more.length > 0) return { name: 'unknown' };
  if (area === undefined) return { name: 'collections' };
  if (area === 'woerterbuch' && id === undefined) return { name: 'synonyms', word: asked.get('wort') ?? '' };
  if (area === 'bibliothek' && inner === undefined) return inLibrary(id, tab);
  if (area !== 'sammlungen') return { name: 'unknown' };
  if (id === undefined) return { name: 'collections' };
  if (id === 'neu' && tab === undefined) return { name: 'new-collection' };
  if (!UUID.test(id)) return { name: 'unknown' };
  if (inner === undefined) {
    const shown = tab ?? 'dokumente';
    return isTab(shown) ? { name: 'collection', id, tab: shown } : { name: 'unknown' };
  }
  if (!UUID.test(inner)) return { name: 'unknown' };
  if (tab === 'dokumente') {
    return { name: 'document', collection: id, id: inner, file: asked.get('name') ?? '' };
  }
  return tab === 'importe' ? { name: 'import', collection: id, id: inner } : { name: 'unknown' };
}

function inLibrary(id: string | undefined, tab: string | undefined): Place {
  if (id === undefined) return { name: 'library' };
  if (id === 'neu') {
    const kind =
      tab !== undefined && Object.hasOwn(newKinds, tab) ? newKinds[tab as keyof typeof newKinds] : null;
    return kind === null ? { name: 'unknown' } : { name: 'new-in-library', kind };
  }
  const shown = tab ?? 'bearbeiten';
  return libraryId.safeParse(id).success && Object.hasOwn(libraryTabs, shown)
    ? { name: 'in-library', id, tab: shown as LibraryTab }
    : { name: 'unknown' };
}

/** The fragment that names a place, with its `#`. */
export function addressOf(place: Place): string {
  switch (place.name) {
    case 'collections':
    case 'unknown':
      return '#/sammlungen';
    case 'new-collection':
      return '#/sammlungen/neu';
    case 'collection':
      return `#/sammlungen/${place.id}/${place.tab}`;
    case 'document': {
      const query = new URLSearchParams({ name: place.file }).toString();
      return `#/sammlungen/${place.collection}/dokumente/${place.id}?${query}`;
    }
    case 'import':
      return `#/sammlungen/${place.collection}/importe/${place.id}`;
    case 'synonyms':
      return place.word === ''
        ? '#/woerterbuch'
        : `#/woerterbuch?${new URLSearchParams({ wort: place.word }).toString()}`;
    case 'library':
      return '#/bibliothek';
    case 'new-in-library':
      return `#/bibliothek/neu/${Object.entries(newKinds).find(([, kind]) => kind === place.kind)?.[0] ?? ''}`;
    case 'in-library':
      return `#/bibliothek/${place.id}/${place.tab}`;
  }
}

function isTab(name: string): name is CollectionTab {
  return Object.hasOwn(collectionTabs, name);
}
