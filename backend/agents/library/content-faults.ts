import type { LibraryContent } from '../../../contract/agents/library.ts';
import type { AgentFault } from '../definition/faults.ts';
import { checkAgent } from '../definition/read-agent.ts';
import { readLibraryTemplate } from './library-template.ts';
import { promptFaults } from './prompt-faults.ts';

/** What an agent can name. */
export interface Known {
  /** Ids and names of the Vorlagen of the house and the library. */
  templates: ReadonlySet<string>;
}

/**
 * Everything that keeps a content from being handed in: that of an agent's procedure, names that there is nothing of, an
 * Anweisung that can't be filled in, a DOCX that is no Vorlage. Nothing is evaluated.
 * @returns in German; empty where it is sound
 */
export async function contentFaults(content: LibraryContent, known: Known): Promise<AgentFault[]> {
  switch (content.kind) {
    case 'agent':
      return agentFaults(content, known);
    case 'prompt':
      return promptFaults(content);
    case 'textblock':
      return [];
    case 'template': {
      const { name, form, file } = content;
      const bytes = Buffer.from(file, 'base64');
      const reading = await readLibraryTemplate({ id: 'neu', name, form, bytes });
      return 'template' in reading ? [] : reading.faults.map((text) => ({ step: null, text }));
    }
  }
}

function agentFaults({ agent }: LibraryContent & { kind: 'agent' }, { templates }: Known): AgentFault[] {
  const checked = checkAgent(agent);
  if (!checked.ok) return [...checked.faults];
  if (agent.work.kind === 'frei') return [];
  const { template } = agent.work.outcome;
  if (template === undefined || templates.has(template)) return [];
  return [{ step: null, text: `Die Vorlage „${template}“ gibt es weder im Haus noch in der Bibliothek.` }];
}
