import * as z from 'zod/mini';
import { documentKind } from '../knowledge.ts';
import { MAX_FIELD_CHARS, MAX_LINE_CHARS } from '../limits.ts';
import { dataClass } from '../privacy.ts';
import { example, MAX_EXAMPLES } from './example.ts';
import { tools, type ToolName } from './tools.ts';
import { field, key, MAX_ITEMS } from './value.ts';

export const AGENT_FORMAT = 'amtsfeder/agent/1';
/** Steps of a procedure, counted with those inside of others. */
export const MAX_STEPS = 40;
/** How deep steps may stand in others. */
export const MAX_DEPTH = 3;

const line = z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_LINE_CHARS));
const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_FIELD_CHARS));
/** CEL (Common Expression Language) over inputs and earlier steps. */
const expression = z.string().check(z.trim(), z.minLength(1), z.maxLength(1_000));
/** Text in which `{{ … }}` stands for an expression. */
const filled = words;

const base = { id: key, title: line };

/** What a step reads or puts before a model: inputs and results of earlier steps, by their names. */
const drawsOn = z.array(key).check(z.maxLength(10));

/** `lesen`: typed fields out of a document, each with the passage that it rests on. */
export const readStep = z.strictObject({
  ...base,
  kind: z.literal('lesen'),
  /** An input that is a document, a mail or its attachments. */
  from: key,
  fields: z.array(field).check(z.minLength(1), z.maxLength(20)),
  /** `many`: every place where they stand together, such as all periods of a Rundschreiben. */
  extent: z.enum(['one', 'many']),
});

/** `nachschlagen`: what the internal knowledge says, with passages, or "keine Fundstelle". */
export const lookupStep = z.strictObject({
  ...base,
  kind: z.literal('nachschlagen'),
  question: filled,
  kinds: z.exactOptional(z.array(documentKind)),
});

/** `pruefen`: whether a rule holds. */
export const checkStep = z.strictObject({
  ...base,
  kind: z.literal('pruefen'),
  rule: expression,
  /** What the person reads where it does not hold. */
  otherwise: filled,
  weight: z.enum(['lacking', 'advice']),
});

/** `rechnen`: a date, an amount, a number, worked out in code. */
export const calculateStep = z.strictObject({ ...base, kind: z.literal('rechnen'), value: expression });

/** What a step writes. */
export const writings = {
  vermerk: 'Vermerk',
  antwort: 'Antwortschreiben',
  mail: 'E-Mail',
  text: 'Text',
} as const;

/**
 * `schreiben`: a text. With `order` a model writes it from what the step draws on; with `text` it is put together in code
 * and no model is asked.
 */
export const writeStep = z.strictObject({
  ...base,
  kind: z.literal('schreiben'),
  form: z.enum(Object.keys(writings) as [keyof typeof writings, ...(keyof typeof writings)[]]),
  drawsOn,
  how: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('order'), order: filled }),
    z.strictObject({ kind: z.literal('text'), text: filled }),
  ]),
});

/** `fragen`: the person answers. */
export const askStep = z.strictObject({
  ...base,
  kind: z.literal('fragen'),
  question: filled,
  field,
  /** What stands there already. */
  default: z.exactOptional(expression),
});

/** `freigeben`: stops until a person agrees with what they see. */
export const releaseStep = z.strictObject({
  ...base,
  kind: z.literal('freigeben'),
  says: filled,
  shows: drawsOn,
});

type Plain =
  | z.infer<typeof readStep>
  | z.infer<typeof lookupStep>
  | z.infer<typeof checkStep>
  | z.infer<typeof calculateStep>
  | z.infer<typeof writeStep>
  | z.infer<typeof askStep>
  | z.infer<typeof releaseStep>;
interface Branch {
  id: string;
  title: string;
  kind: 'entscheiden';
  cases: { when: string; steps: Step[] }[];
  otherwise?: Step[];
}
interface Each {
  id: string;
  title: string;
  kind: 'je';
  over: string;
  as: string;
  most: number;
  steps: Step[];
}
export type Step = Plain | Branch | Each;
export type StepKind = Step['kind'];
export type StepOf<Kind extends StepKind> = Extract<Step, { kind: Kind }>;

const inner: z.ZodMiniType<Step[]> = z.lazy(() => steps);

/** `entscheiden`: the first case that holds is done, else the others. */
export const branchStep = z.strictObject({
  ...base,
  kind: z.literal('entscheiden'),
  cases: z.array(z.strictObject({ when: expression, steps: inner })).check(z.minLength(1), z.maxLength(8)),
  otherwise: z.exactOptional(inner),
});

/** `je`: the same steps for each thing of a list. */
export const eachStep = z.strictObject({
  ...base,
  kind: z.literal('je'),
  over: expression,
  /** As the inner steps name the thing. */
  as: key,
  most: z.int().check(z.minimum(1), z.maximum(MAX_ITEMS)),
  steps: inner,
});

export const steps = z
  .array(
    z.discriminatedUnion('kind', [
      readStep,
      lookupStep,
      checkStep,
      calculateStep,
      writeStep,
      askStep,
      releaseStep,
      branchStep,
      eachStep,
    ]),
  )
  .check(z.minLength(1), z.maxLength(MAX_STEPS));

/** In the interface and in YAML. */
export const stepKinds: Readonly<Record<StepKind, string>> = {
  lesen: 'Lesen',
  nachschlagen: 'Nachschlagen',
  pruefen: 'Prüfen',
  rechnen: 'Rechnen',
  schreiben: 'Schreiben',
  fragen: 'Fragen',
  freigeben: 'Freigeben',
  entscheiden: 'Entscheiden',
  je: 'Je',
};

/** What a run begins with. */
export const agentInput = z.discriminatedUnion('kind', [
  /** The document or mail that is open. */
  z.strictObject({ kind: z.literal('offen'), name: key, label: line }),
  /** Attachments of the open mail that the person chooses. */
  z.strictObject({ kind: z.literal('anlagen'), name: key, label: line }),
  z.strictObject({ kind: z.literal('feld'), field }),
]);
export type AgentInput = z.infer<typeof agentInput>;

/** What a run ends with. */
export const outcome = z.strictObject({
  /** The step whose text it is. */
  from: key,
  as: z.enum(['vermerk', 'brief', 'mail', 'liste', 'entscheidungsbogen', 'vorlage']),
  /** Of a `vorlage`: its name. */
  template: z.exactOptional(line),
});

export { tools, type ToolName };

export const procedure = z.strictObject({ kind: z.literal('ablauf'), steps, outcome });
export const freeWork = z.strictObject({
  kind: z.literal('frei'),
  order: filled,
  tools: z.array(z.enum(Object.keys(tools) as [ToolName, ...ToolName[]])).check(z.minLength(1)),
  most: z.strictObject({
    calls: z.int().check(z.minimum(1), z.maximum(30)),
    /** Millionths of a euro. */
    microEuro: z.int().check(z.minimum(1_000), z.maximum(5_000_000)),
  }),
  as: outcome.shape.as,
});

/** An agent as it is written, approved and run. */
export const agent = z.strictObject({
  format: z.literal(AGENT_FORMAT),
  name: line,
  /** What it is good for, for whoever looks for it. */
  purpose: words,
  /** Who answers for it. */
  owner: z.strictObject({ name: line, email: z.exactOptional(z.email()) }),
  /** The least class that a run has. */
  dataClass,
  /** Which models may be asked; null for all that the Kommune allows. */
  models: z.nullable(z.array(z.string().check(z.maxLength(MAX_LINE_CHARS))).check(z.maxLength(50))),
  reviewOn: z.iso.date(),
  inputs: z.array(agentInput).check(z.maxLength(12)),
  work: z.discriminatedUnion('kind', [procedure, freeWork]),
  /** Worked examples: they show what it does, and are run before it is approved. */
  examples: z.exactOptional(z.array(example).check(z.maxLength(MAX_EXAMPLES))),
});
export type Agent = z.infer<typeof agent>;
export type Procedure = z.infer<typeof procedure>;
