import * as z from 'zod/mini';
import { check } from '../checks.ts';
import { CONTRACT_VERSION, MAX_ANSWER_CHARS, MAX_FIELD_CHARS, MAX_LINE_CHARS, MAX_TURNS } from '../limits.ts';
import { type PrivacyChoice, privacyChoice } from '../privacy.ts';
import { summary } from '../summary.ts';
import { answer } from '../answer.ts';
import { sourceCard } from '../knowledge.ts';
import { readRecord } from '../agents/result.ts';
import { toolCall } from '../agents/tool-call.ts';
import { actInput } from './act.ts';
import { extractInput } from './extract.ts';
import { instructInput } from './instruct.ts';
import { lookupInput } from './lookup.ts';
import { noteInput } from './note.ts';
import { replyInput } from './reply.ts';
import { rewriteInput } from './rewrite.ts';
import { summariseInput } from './summarise.ts';

/** The input of each task that a person asks for, by its name. */
const deskInputs = {
  reply: replyInput,
  note: noteInput,
  rewrite: rewriteInput,
  summarise: summariseInput,
  lookup: lookupInput,
  instruct: instructInput,
};
export type DeskTaskName = keyof typeof deskInputs;
export const deskTaskName = z.enum(Object.keys(deskInputs) as [DeskTaskName, ...DeskTaskName[]]);

/** Those and the ones that only agents ask for. */
export const taskInputs = { ...deskInputs, extract: extractInput, act: actInput };

export type TaskName = keyof typeof taskInputs;
export const taskName = z.enum(Object.keys(taskInputs) as [TaskName, ...TaskName[]]);

export type TaskInput<Name extends TaskName = TaskName> = z.infer<(typeof taskInputs)[Name]>;

const line = z.string().check(z.maxLength(MAX_LINE_CHARS));

/** Who signs: what the person filled in about themselves. Empty values become `[[Bitte ergänzen: …]]`. */
export const author = z.object({ authority: line, unit: line, name: line, phone: line, email: line });
export type Author = z.infer<typeof author>;

export const noAuthor: Author = { authority: '', unit: '', name: '', phone: '', email: '' };

/** An earlier answer and what the person asked to be changed in it. */
export const turn = z.object({
  answer: z.string().check(z.maxLength(MAX_ANSWER_CHARS)),
  wish: z.string().check(z.minLength(1), z.maxLength(MAX_FIELD_CHARS)),
});
export type Turn = z.infer<typeof turn>;

/** The body of `POST /api/tasks/:task`. */
export function taskRequest<Name extends TaskName>(name: Name) {
  return z.object({
    version: z.literal(CONTRACT_VERSION),
    /** Id of a model, or null for the first of the house. */
    model: z.nullable(line),
    author,
    input: taskInputs[name],
    turns: z.array(turn).check(z.maxLength(MAX_TURNS)),
    privacy: privacyChoice,
  });
}

export type TaskRequest<Name extends TaskName = TaskName> = {
  version: typeof CONTRACT_VERSION;
  model: string | null;
  author: Author;
  input: TaskInput<Name>;
  turns: Turn[];
  privacy: PrivacyChoice;
};

/** A task together with its request, so that the name tells the type of the input. */
export type TaskCall = { [Name in TaskName]: { task: Name } & TaskRequest<Name> }[TaskName];

/** What a task ends with. */
export const taskResult = z.object({
  /** Markdown, untrusted: headings, lists, tables, bold. */
  text: z.string().check(z.maxLength(MAX_ANSWER_CHARS)),
  /** What the person still has to fill in: the words of each `[[Bitte ergänzen: …]]`, in order. */
  gaps: z.array(z.string()),
  /** What was found when the text was held against its inputs. */
  checks: z.array(check),
  /** The statements of a summary with what they rest on; null for every other text. */
  summary: z.nullable(summary),
  /** The answer to a question to the knowledge; null for every other text. */
  answer: z.nullable(answer),
  /** Sections of the knowledge that a reply or note draws on, as its brackets name them; empty where none was asked for. */
  sources: z.array(sourceCard),
  /** What `extract` read, with passages; empty for every other task. */
  records: z.array(readRecord),
  /** Tools that the model wants to use in a turn of `act`; empty for every other task. */
  calls: z.array(toolCall),
});
export type TaskResult = z.infer<typeof taskResult>;
