import type { z } from 'zod';
import type { TextBlock } from '../../../../contract/forms.ts';
import type { DataClass } from '../../../../contract/privacy.ts';
import type { ToolName } from '../../../../contract/agents/tools.ts';
import type { Knowledge } from '../../../tasks/knowledge.ts';
import type { Reading } from '../../../tasks/reading.ts';

/** Characters of what a tool says. */
export const MAX_SAID_CHARS = 6_000;

/** A Vorlage or a Textbaustein as the tool shows it. */
export interface ShownTemplate {
  name: string;
  /** Empty for a Vorlage whose text is its form alone. */
  text: string;
}

/** The few things that tools may look at. None of them can be changed through it. */
export interface ToolHouse {
  /** What is open, with whatever came with it. */
  reading: Reading;
  /** As far as the person of the run may read it. */
  knowledge: Pick<Knowledge, 'find'>;
  /** Class of the run: sections of a stricter one are not shown, since the model need not be allowed to have them. */
  dataClass: DataClass;
  templates: readonly ShownTemplate[];
  textBlocks: readonly Pick<TextBlock, 'label' | 'text'>[];
  /** The day of the run, ISO 8601. */
  today: string;
  /** Told of each call that was refused, for the protocol: nothing of its contents. */
  onRefused?: (refusal: Refusal) => Promise<void>;
}

/** Why a call was refused. */
export interface Refusal {
  /** `unbekannt` for one that there is none of: its name is a model's own words. */
  tool: ToolName | 'unbekannt';
  /** `unknown`: there is none; `not_allowed`: the agent may not use it; `arguments`: they don't fit. */
  why: 'unknown' | 'not_allowed' | 'arguments';
}

/** A tool: what its arguments are, and what it says to them. It reads, and can't write anything anywhere. */
export interface Tool<Arguments> {
  arguments: z.ZodType<Arguments>;
  /** What it was asked for, in German, for the person. */
  asked(given: Arguments): string;
  /** @throws StoreError */
  say(given: Arguments, house: ToolHouse): Promise<string>;
}
