import type { DataClass } from '../../../contract/privacy.ts';
import type { TaskEvent } from '../../../contract/events.ts';
import type { TaskCall, TaskResult } from '../../../contract/tasks/index.ts';
import { stricterClass } from '../../policy/data-classes.ts';
import { TaskError } from '../../tasks/errors.ts';
import type { Knowledge } from '../../tasks/knowledge.ts';
import { toldTo } from '../../tasks/preview.ts';
import { type House, runTask } from '../../tasks/run.ts';
import type { RunTerms, StepEvent } from './step-work.ts';

/**
 * The house as an agent has it: its models, texts of its class at the least, and of the knowledge what is of no stricter
 * class than the run: what a step found goes on to others as plain text, which would forget its class.
 */
export function houseOf(house: House, terms: Pick<RunTerms, 'agent' | 'privacy'>): House {
  const { models, dataClass } = terms.agent;
  return {
    ...house,
    leastClass: stricterClass(house.leastClass, dataClass),
    knowledge: knowledgeUpTo(classOfRun(terms), house.knowledge),
    models: () =>
      models === null
        ? house.models()
        : house.models().filter(({ info }) => info.provider === 'builtin' || models.includes(info.id)),
  };
}

/** The class that a run has whatever its texts are. */
export function classOfRun({ agent, privacy }: Pick<RunTerms, 'agent' | 'privacy'>): DataClass {
  return stricterClass(agent.dataClass, privacy.dataClass ?? 'public');
}

function knowledgeUpTo(most: DataClass, knowledge: Knowledge): Knowledge {
  return {
    async find(inquiry) {
      const found = await knowledge.find(inquiry);
      const sections = found.sections
        .filter(({ dataClass }) => stricterClass(most, dataClass) === most)
        .map((section, index) => ({ ...section, card: { ...section.card, number: index + 1 } }));
      const any = sections.length > 0;
      return {
        ...found,
        sections,
        enough: any && found.enough,
        enoughUnread: any && found.enoughUnread,
      };
    },
    collections: () => knowledge.collections(),
    noteFound: (sections) => knowledge.noteFound(sections),
    noteUnanswered: (masked, scope) => knowledge.noteUnanswered(masked, scope),
  };
}

/**
 * Runs a task for a step and tells of it as of a step.
 * @returns what it came to; null where it failed, which has been told
 */
export async function* carryOut(
  call: TaskCall,
  house: House,
  { trial }: Pick<RunTerms, 'trial'>,
  signal: AbortSignal,
): AsyncGenerator<StepEvent, TaskResult | null> {
  if (trial) {
    const messages = await toldTo(call, house, signal).catch((fault: unknown) => {
      // The task fails with the same, and says so.
      if (fault instanceof TaskError || signal.aborted) return [];
      throw fault;
    });
    yield { type: 'sent', messages };
  }
  for await (const event of runTask(call, house, signal)) {
    if (event.type === 'done') return event.result;
    const told = toldOf(event, trial);
    if (told) yield told;
  }
  return null;
}

function toldOf(event: TaskEvent, trial: boolean): StepEvent | null {
  switch (event.type) {
    case 'start':
      return { type: 'model', model: event.model };
    case 'progress':
      return event.step === 'failover' ? { type: 'model', model: event.model } : null;
    case 'sent':
      return trial ? null : { type: 'sent', messages: event.messages };
    case 'text':
      return event;
    case 'usage':
      return { type: 'cost', microEuro: event.costMicroEuro };
    case 'error':
      return { type: 'failed', code: event.code, message: event.message, again: event.again };
    case 'sources':
    case 'statement':
    case 'done':
      return null;
  }
}
