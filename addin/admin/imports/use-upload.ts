import { useSyncExternalStore } from 'react';
import type { Upload, Uploads } from './uploads.ts';

/** What is on its way from this page. */
export function useUpload(uploads: Uploads): Upload | null {
  return useSyncExternalStore(uploads.subscribe, uploads.current);
}
