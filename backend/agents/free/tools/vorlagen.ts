import { createStemmer } from '../../../text/words.ts';
import { type ArgumentsOf, toolArguments } from './offers.ts';
import { MAX_SAID_CHARS, type Tool, type ToolHouse } from './tool.ts';

const NOTHING = 'Dazu gibt es keine Vorlage und keinen Textbaustein.';
const MORE = 'Weitere sind vorhanden; nennen Sie genauere Wörter.';

/** Shows the Vorlagen and Textbausteine of the house: the names of all, or those with certain words in full. */
export const vorlagen: Tool<ArgumentsOf<'vorlagen'>> = {
  arguments: toolArguments.vorlagen,
  asked: ({ worte = '' }) => (worte === '' ? 'Vorlagen ansehen' : `Vorlagen ansehen: „${worte}“`),
  say: ({ worte = '' }, house) => Promise.resolve(worte === '' ? listOf(house) : foundIn(house, worte)),
};

interface Shown {
  kind: string;
  name: string;
  text: string;
}

function allOf({ templates, textBlocks }: ToolHouse): Shown[] {
  return [
    ...templates.map(({ name, text }) => ({ kind: 'Vorlage', name, text })),
    ...textBlocks.map(({ label, text }) => ({ kind: 'Textbaustein', name: label, text })),
  ];
}

function listOf(house: ToolHouse): string {
  return withinRoom(
    allOf(house).map(({ kind, name }) => `- ${kind} „${name}“`),
    '\n',
  );
}

function foundIn(house: ToolHouse, words: string): string {
  const stem = createStemmer();
  const wanted = stem(words);
  const found = allOf(house)
    .map((one) => {
      const said = new Set(stem(`${one.name} ${one.text}`));
      return { one, hits: wanted.filter((word) => said.has(word)).length };
    })
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits);
  const texts = found.map(
    ({ one: { kind, name, text } }) => `${kind} „${name}“${text === '' ? '' : `:\n${text}`}`,
  );
  return withinRoom(texts, '\n\n');
}

function withinRoom(texts: readonly string[], between: string): string {
  const kept: string[] = [];
  let room = MAX_SAID_CHARS - MORE.length - between.length;
  for (const text of texts) {
    if (text.length > room && kept.length > 0) return [...kept, MORE].join(between);
    kept.push(text.slice(0, room));
    room -= text.length + between.length;
  }
  return kept.join(between) || NOTHING;
}
