import { everywhere } from '../../../../contract/knowledge.ts';
import { stricterClass } from '../../../policy/data-classes.ts';
import { type FoundSection } from '../../../tasks/knowledge.ts';
import { placeOf, validityOf } from '../../../tasks/passages.ts';
import { type ArgumentsOf, toolArguments } from './offers.ts';
import { MAX_SAID_CHARS, type Tool, type ToolHouse } from './tool.ts';

const NOTHING = 'Dazu gibt es im internen Wissen keine Fundstelle.';
const KEPT_BACK =
  'Weitere Fundstellen sind strenger eingestuft als diese Arbeit und werden hier nicht gezeigt; die Beschäftigten können selbst nachschlagen.';

/**
 * Looks a question up in the knowledge that this person may read, as their own question is looked up: whatever a model
 * writes into it is only ever searched for, and nothing in it chooses where.
 */
export const wissen: Tool<ArgumentsOf<'wissen'>> = {
  arguments: toolArguments.wissen,
  asked: ({ frage }) => `Im internen Wissen nachschlagen: „${frage}“`,
  async say({ frage }, house) {
    const { sections, enough } = await house.knowledge.find({
      question: frage,
      words: '',
      scope: everywhere,
    });
    if (!enough) return NOTHING;
    const shown = sections.filter((section) => mayShow(section, house));
    const keptBack = shown.length < sections.length ? [KEPT_BACK] : [];
    return [...withinRoom(shown.map(inWords)), ...keptBack].join('\n\n') || NOTHING;
  },
};

function mayShow({ dataClass }: FoundSection, house: ToolHouse): boolean {
  return stricterClass(dataClass, house.dataClass) === house.dataClass;
}

function inWords({ card }: FoundSection): string {
  return `[${card.number}] ${[placeOf(card), validityOf(card)].filter(Boolean).join('; ')}\n${card.text}`;
}

/** The best ones, whole as long as there is room; the first is cut where it alone is too long. */
function withinRoom(texts: readonly string[]): string[] {
  const kept: string[] = [];
  let room = MAX_SAID_CHARS - KEPT_BACK.length - 2;
  for (const text of texts) {
    if (text.length > room && kept.length > 0) break;
    kept.push(text.slice(0, room));
    room -= text.length + 2;
  }
  return kept;
}
