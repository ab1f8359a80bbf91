import { useState } from 'react';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { FormFinding, FormName, FormReport } from '../../../contract/forms.ts';
import { type Host, HostError, type HostErrorCode, type Taken } from '../../office/host.ts';
import { type Backend, BackendError } from '../backend.ts';

/** What became of mending a finding. */
export type Mended = 'done' | 'changed' | 'protected' | 'failed';

export type FormCheckState =
  | { name: 'idle' }
  | { name: 'checking' }
  | { name: 'checked'; report: FormReport; taken: Taken; mended: Readonly<Record<number, Mended>> }
  | { name: 'failed'; why: { from: 'backend'; code: ErrorCode } | { from: 'host'; code: HostErrorCode } };

export interface FormCheckUse {
  /** The form to check by; null leaves it to the backend. */
  form: FormName | null;
  choose: (form: FormName | null) => void;
  state: FormCheckState;
  check: () => void;
  /** Mends a finding in the document; null where single words of it can't be changed. */
  mend: ((finding: number) => void) | null;
}

const idle: FormCheckState = { name: 'idle' };

/**
 * The check of what is open against the rules of its form. It needs no model.
 * @param key of what is open; each document keeps its own findings
 */
export function useFormCheck(host: Host, backend: Backend, key: string | null): FormCheckUse {
  const [forms, setForms] = useState<Record<string, FormName | null>>({});
  const [states, setStates] = useState<Record<string, FormCheckState>>({});
  const of = key ?? '';
  const form = forms[of] ?? null;
  const state = states[of] ?? idle;
  const set = (next: FormCheckState) => setStates((before) => ({ ...before, [of]: next }));

  const check = async (): Promise<FormCheckState> => {
    try {
      const taken = await host.take('whole');
      const report = await backend.checkForm(
        form,
        taken.source.kind === 'document' ? taken.source.text : '',
        new AbortController().signal,
      );
      return { name: 'checked', report, taken, mended: {} };
    } catch (fault) {
      if (fault instanceof BackendError)
        return { name: 'failed', why: { from: 'backend', code: fault.code } };
      return {
        name: 'failed',
        why: { from: 'host', code: fault instanceof HostError ? fault.code : 'host-error' },
      };
    }
  };

  const mend = async (at: number, finding: FormFinding, taken: Taken) => {
    const result = await mendIn(host, finding, taken);
    setStates((before) => {
      const now = before[of];
      if (now?.name !== 'checked' || now.taken !== taken) return before;
      return { ...before, [of]: { ...now, mended: { ...now.mended, [at]: result } } };
    });
  };

  return {
    form,
    choose: (next) => setForms((before) => ({ ...before, [of]: next })),
    state,
    check: () => {
      if (state.name === 'checking') return;
      set({ name: 'checking' });
      void check().then(set);
    },
    mend:
      state.name === 'checked' && state.taken.lines !== null && host.changes !== null
        ? (at) => {
            const finding = state.report.findings[at];
            if (finding !== undefined && state.mended[at] !== 'done') void mend(at, finding, state.taken);
          }
        : null,
  };
}

async function mendIn(host: Host, finding: FormFinding, taken: Taken): Promise<Mended> {
  if (finding.mend === null || taken.lines === null || host.changes === null) return 'failed';
  // Only who mends something needs what finds its place.
  const { editOf } = await import('./mend-edit.ts');
  const edit = editOf(finding.mend, taken.lines);
  if (edit === null) return 'changed';
  const [outcome] = await host.changes.apply(taken, [edit]);
  switch (outcome?.status) {
    case 'done':
    case 'changed':
    case 'protected':
      return outcome.status;
    case 'failed':
    case 'unconfirmed':
    case undefined:
      return 'failed';
  }
}
