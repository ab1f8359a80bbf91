import type {
  CollectionFields,
  CollectionReport,
  DocumentKind,
  DocumentPart,
  DocumentReport,
  FaqEntry,
  FaqReport,
  ImportFile,
  ImportReport,
  Synonym,
  SynonymList,
  UpkeepReport,
} from '../../../contract/knowledge.ts';
import type { ModelInfo } from '../../../contract/models.ts';
import type { LibraryApi } from './library-api.ts';

/** An import without its files. */
export type ImportHead = Omit<ImportReport, 'version' | 'files' | 'next'>;

/** Documents of a collection, a page of them. */
export interface DocumentPage {
  documents: DocumentReport[];
  total: number;
  next: string | null;
}

/** What is decided about a document. */
export interface DocumentFields {
  kind: DocumentKind;
  reviewOn: string | null;
  validFrom: string;
  validTo: string | null;
}

/** What holds for all files of an import. */
export interface ImportOpening {
  kind: DocumentKind;
  validFrom: string;
}

export interface NewCollection {
  owner: 'kommune' | 'verbund';
  fields: CollectionFields;
  reason: string;
}

/** The backend as the console knows it. Everything throws `BackendError`. */
export interface ConsoleApi {
  collections(signal: AbortSignal): Promise<CollectionReport[]>;
  /** Models that it may name for the search by meaning. */
  embeddingModels(collection: string, signal: AbortSignal): Promise<ModelInfo[]>;
  createCollection(collection: NewCollection): Promise<CollectionReport>;
  changeCollection(
    of: { id: string; revision: number },
    fields: CollectionFields,
    reason: string,
  ): Promise<CollectionReport>;
  removeCollection(id: string, reason: string): Promise<void>;
  /** @param after name to go on after; null for the beginning */
  documents(
    collection: string,
    asked: { after: string | null; filter: string },
    signal: AbortSignal,
  ): Promise<DocumentPage>;
  changeDocument(of: { id: string; revision: number }, fields: DocumentFields): Promise<DocumentReport>;
  removeDocument(id: string, reason: string): Promise<void>;
  /** A version from one of its sections on. */
  part(version: string, around: number, signal: AbortSignal): Promise<DocumentPart>;
  /** The file that a version was read from. */
  original(version: string): Promise<Blob>;
  /** The last imports, the newest first, and whether folders of SharePoint can be imported. */
  imports(collection: string, signal: AbortSignal): Promise<{ imports: ImportHead[]; sharepoint: boolean }>;
  importReport(id: string, after: string | null, signal: AbortSignal): Promise<ImportReport>;
  openImport(collection: string, opening: ImportOpening): Promise<string>;
  sendFile(id: string, name: string, file: Blob, signal: AbortSignal): Promise<ImportFile>;
  closeImport(id: string): Promise<void>;
  openSharepoint(collection: string, opening: ImportOpening & { address: string }): Promise<string>;
  faq(collection: string, signal: AbortSignal): Promise<FaqReport[]>;
  decideFaq(id: string, state: 'approved' | 'declined', entry: FaqEntry): Promise<FaqReport>;
  synonyms(kommune: string, signal: AbortSignal): Promise<SynonymList>;
  changeSynonyms(
    of: { kommune: string; revision: number },
    synonyms: Synonym[],
    reason: string,
  ): Promise<SynonymList>;
  upkeep(collection: string, signal: AbortSignal): Promise<UpkeepReport>;
  library: LibraryApi;
}
