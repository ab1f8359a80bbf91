import * as z from 'zod/mini';
import { agent } from '../../../contract/agents/definition.ts';
import { runInputs } from '../../../contract/agents/input.ts';
import { runStep } from '../../../contract/agents/run.ts';
import { MAX_LINE_CHARS } from '../../../contract/limits.ts';
import { privacyChoice } from '../../../contract/privacy.ts';
import { author } from '../../../contract/tasks/index.ts';
import { type Place, type Seal, SealBroken } from './seal.ts';

/** What a list of runs shows of one. */
const runName = z.object({ name: z.string(), work: z.enum(['ablauf', 'frei']) });
export type RunName = z.infer<typeof runName>;

/** What was decided when a run began, with everything that the person gave into it. */
const storedTerms = z.object({
  agent,
  model: z.nullable(z.string().check(z.maxLength(MAX_LINE_CHARS))),
  author,
  privacy: privacyChoice,
  inputs: runInputs,
  trial: z.boolean(),
  /** ISO 8601: the day it began, in the Kommunen. */
  today: z.iso.date(),
});
export type StoredTerms = z.infer<typeof storedTerms>;

const { kind, title, result, corrected, waiting, model, sent, fault } = runStep.shape;
/** What is known of a step. */
const stepContent = z.object({
  kind,
  title,
  result,
  corrected,
  waiting,
  model,
  sent,
  fault,
  /** `unknown`: a call of it has no known price. */
  price: z.enum(['none', 'known', 'unknown']),
});
export type StepContent = z.infer<typeof stepContent>;

export type StepState = 'begun' | 'waiting' | 'done' | 'failed';

/** Whose a run is; one that is put under another's name does not open. */
export interface RunOwner {
  id: string;
  kommune: string;
  /** Pseudonym. */
  person: string;
}

/** Seals and opens what is stored of runs, each in its place. */
export interface RunSeals {
  closeName(of: RunOwner, name: RunName): Uint8Array;
  openName(of: RunOwner, sealed: Uint8Array): RunName;
  closeTerms(of: RunOwner, terms: StoredTerms): Uint8Array;
  openTerms(of: RunOwner, sealed: Uint8Array): StoredTerms;
  closeStep(run: string, path: string, state: StepState, content: StepContent): Uint8Array;
  openStep(run: string, path: string, state: StepState, sealed: Uint8Array): StepContent;
}

/** @returns each `open…` throws SealBroken, also for what is no longer of the form that this version knows */
export function runSeals(seal: Seal): RunSeals {
  const read = <T>(schema: z.ZodMiniType<T>, place: Place, sealed: Uint8Array): T => {
    const parsed = schema.safeParse(seal.open(place, sealed));
    if (!parsed.success) throw new SealBroken();
    return parsed.data;
  };
  const ofRun = (what: string, { id, kommune, person }: RunOwner) => [what, id, kommune, person];
  const ofStep = (run: string, path: string, state: StepState) => ['step', run, path, state];
  return {
    closeName: (of, name) => seal.close(ofRun('name', of), name),
    openName: (of, sealed) => read(runName, ofRun('name', of), sealed),
    closeTerms: (of, terms) => seal.close(ofRun('terms', of), terms),
    openTerms: (of, sealed) => read(storedTerms, ofRun('terms', of), sealed),
    closeStep: (run, path, state, content) => seal.close(ofStep(run, path, state), content),
    openStep: (run, path, state, sealed) => read(stepContent, ofStep(run, path, state), sealed),
  };
}
