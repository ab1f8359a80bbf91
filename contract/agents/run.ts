import * as z from 'zod/mini';
import { check } from '../checks.ts';
import { errorCode } from '../errors.ts';
import { formFinding } from '../forms.ts';
import { CONTRACT_VERSION, MAX_LINE_CHARS } from '../limits.ts';
import { modelInfo } from '../models.ts';
import { privacyChoice, sentMessage } from '../privacy.ts';
import { author } from '../tasks/index.ts';
import { agent, outcome, stepKinds, type StepKind } from './definition.ts';
import { runInputs } from './input.ts';
import { stepResult } from './result.ts';
import { field, plainValue } from './value.ts';

/** Runs that a person may have at work at the same time. */
export const MAX_RUNS_AT_WORK = 5;

/**
 * `waiting`: for the person. `failed`: something went wrong; it goes on from there when the person says so. `stopped`: by
 * the person, and it goes on likewise.
 */
export const runState = z.enum(['running', 'waiting', 'done', 'failed', 'stopped']);
export type RunState = z.infer<typeof runState>;

/** The steps of a procedure; `werkzeug` and `antwort` are those of a free agent. */
export const runStepKinds = { ...stepKinds, werkzeug: 'Werkzeug', antwort: 'Antwort' } as const;
const runStepKind = z.enum(Object.keys(runStepKinds) as [StepKind | 'werkzeug' | 'antwort', ...StepKind[]]);
export type RunStepKind = z.infer<typeof runStepKind>;

/** What a person is asked for. */
export const waitingFor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fragen'), question: z.string(), field, proposed: plainValue }),
  z.object({
    kind: z.literal('freigeben'),
    says: z.string(),
    /** What they agree with: texts of earlier steps, as Markdown. */
    shows: z.array(z.object({ title: z.string(), text: z.string() })),
  }),
]);
export type WaitingFor = z.infer<typeof waitingFor>;

/** What a step reads or asks for: its fields, as the agent of the run calls them. */
export const stepForm = z.object({
  fields: z.array(field),
  /** Whether there may be several of each. */
  many: z.boolean(),
});
export type StepForm = z.infer<typeof stepForm>;

/** A step that was begun, in the order of the run. */
export const runStep = z.object({
  /** Unique in its run: `auftraege#2/entwurf`. */
  path: z.string(),
  kind: runStepKind,
  title: z.string(),
  /** Loops around it, for its indentation. */
  depth: z.int(),
  /** In a loop: which round it is of, from 1; null outside. */
  round: z.nullable(z.int()),
  state: z.enum(['running', 'waiting', 'done', 'failed']),
  result: z.nullable(stepResult),
  /** Of `lesen` and `fragen`; null for all others. */
  form: z.nullable(stepForm),
  /** A person changed the result. */
  corrected: z.boolean(),
  waiting: z.nullable(waitingFor),
  /** Which model worked on it; null for none. */
  model: z.nullable(modelInfo),
  /** Millionths of a euro; null where no model was asked or the register knows no price. */
  costMicroEuro: z.nullable(z.int()),
  /** What left the house for it, letter by letter; empty where nothing did. Of a trial: what its model was told. */
  sent: z.array(sentMessage),
  fault: z.nullable(z.object({ code: errorCode, message: z.string(), again: z.boolean() })),
});
export type RunStep = z.infer<typeof runStep>;

/** What a run ended with. */
export const runOutcome = z.object({
  as: outcome.shape.as,
  /** Markdown, untrusted. */
  text: z.string(),
  gaps: z.array(z.string()),
  /** What was found when the text was held against its inputs. */
  checks: z.array(check),
  /** What it lacks by the rules of its form; empty where it has none. */
  findings: z.array(formFinding),
  /** Of a `vorlage`: id of the Vorlage that it is filled into. */
  template: z.nullable(z.string()),
});
export type RunOutcome = z.infer<typeof runOutcome>;

const id = z.uuid();
const agentName = z.object({
  /** Of the library; null for a trial of what is not saved. */
  id: z.nullable(z.string()),
  version: z.nullable(z.int()),
  name: z.string(),
  work: z.enum(['ablauf', 'frei']),
});

/** A run, as whoever began it sees it. `GET /api/agents/runs/:id` */
export const runView = z.object({
  version: z.number(),
  id,
  agent: agentName,
  state: runState,
  startedAt: z.iso.datetime(),
  /** When it is deleted. */
  keptUntil: z.iso.datetime(),
  steps: z.array(runStep),
  /** Titles of the outermost steps that are still to come; empty for a free agent. */
  ahead: z.array(z.object({ kind: runStepKind, title: z.string() })),
  /** Of all steps, in millionths of a euro; null where one has no known price. */
  costMicroEuro: z.nullable(z.int()),
  outcome: z.nullable(runOutcome),
  /** Why it failed, where that belongs to no step. */
  fault: z.nullable(z.object({ code: errorCode, message: z.string(), again: z.boolean() })),
});
export type RunView = z.infer<typeof runView>;

/** `GET /api/agents/runs`: a person's own, the newest first. */
export const runList = z.object({
  version: z.number(),
  runs: z.array(
    z.object({
      id,
      agent: agentName,
      state: runState,
      startedAt: z.iso.datetime(),
      keptUntil: z.iso.datetime(),
    }),
  ),
});
export type RunList = z.infer<typeof runList>;

const version = z.literal(CONTRACT_VERSION);

/** `POST /api/agents/runs`: begins a run; the answer is its view (201). */
export const runRequest = z.object({
  version,
  /** What is run: an approved agent of the library, or, for those who may edit one, an agent that is not saved. */
  agent: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('library'), id: z.string().check(z.maxLength(100)) }),
    z.object({ kind: z.literal('trial'), agent }),
  ]),
  /** Id of a model, or null for the first that the agent and the house allow. */
  model: z.nullable(z.string().check(z.maxLength(MAX_LINE_CHARS))),
  author,
  privacy: privacyChoice,
  inputs: runInputs,
});
export type RunRequest = z.infer<typeof runRequest>;

/** `POST /api/agents/runs/:id/answer`: what the person says to a step that waits. */
export const runAnswer = z.object({
  version,
  path: z.string().check(z.maxLength(500)),
  answer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('value'), value: plainValue }),
    z.object({ kind: z.literal('agreed') }),
  ]),
});
export type RunAnswer = z.infer<typeof runAnswer>;

/** `POST /api/agents/runs/:id/correct`: another result for a step that is done; all behind it are done again. */
export const runCorrection = z.object({
  version,
  path: z.string().check(z.maxLength(500)),
  result: stepResult,
});
export type RunCorrection = z.infer<typeof runCorrection>;

/** `POST /api/agents/runs/:id/stop` and `/go-on` */
export const runNudge = z.object({ version });

/**
 * `GET /api/agents/runs/:id/events`: server-sent events as those of a task. Begins with one `run`, another one follows
 * each change of its steps; between them `text` as a step writes. Ends when the run does or waits for the person.
 */
export const runEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('run'), run: runView }),
  z.object({ type: z.literal('text'), path: z.string(), text: z.string() }),
]);
export type RunEvent = z.infer<typeof runEvent>;
