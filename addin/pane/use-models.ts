import { useCallback, useEffect, useState } from 'react';
import type { ErrorCode } from '../../contract/errors.ts';
import type { ModelInfo } from '../../contract/models.ts';
import type { PrivacyPolicy } from '../../contract/privacy.ts';
import { BackendError, type Backend } from './backend.ts';

/** The models of the house. */
export type Models =
  | { state: 'asking' }
  | { state: 'known'; list: ModelInfo[]; aiNote: boolean; policy: PrivacyPolicy }
  | { state: 'failed'; code: ErrorCode; retry: () => void };

export function useModels(backend: Backend): Models {
  const [models, setModels] = useState<Models>({ state: 'asking' });
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => {
    setModels({ state: 'asking' });
    setAttempt((number) => number + 1);
  }, []);
  useEffect(() => {
    const gone = new AbortController();
    backend.models(gone.signal).then(
      ({ models: list, aiNote, policy }) => setModels({ state: 'known', list, aiNote, policy }),
      (fault: unknown) => {
        if (gone.signal.aborted) return;
        setModels({
          state: 'failed',
          code: fault instanceof BackendError ? fault.code : 'backend_unreachable',
          retry,
        });
      },
    );
    return () => gone.abort();
  }, [backend, attempt, retry]);
  return models;
}
