import { readFileSync } from 'node:fs';
import type { TaskResult } from '../../../contract/tasks/index.ts';
import { type Asked, readAsked } from './asked.ts';
import { type Given, givenIn, sentencesOf } from './given.ts';
import { startAsked } from './product.ts';
import { type Known, sayings } from './said.ts';
import { startScriptedModel } from './scripted.ts';
import { withPassage } from './statement.ts';

/** One way of answering, over all questions that it fits. */
export interface AnswerRow {
  name: string;
  kind: string;
  asked: number;
  /** Answers of which something was shown as borne out. */
  proven: number;
  /** Answers of which nothing was shown. */
  hidden: number;
}

export interface Answers {
  rows: AnswerRow[];
  /** Questions with an answer, and how many of them came with the section that has it. */
  answerable: { asked: number; given: number };
  /** Each that ended otherwise than it should. */
  failures: string[];
}

const REFUSAL = 'Keine Fundstelle.';
/** Asked for search words, and not for an answer. */
const FOR_WORDS = 'braucht weitere Suchwörter';

/**
 * Asks the product itself, over HTTP, while a scripted model answers: truly, with inventions, with misquotations.
 * @param data the folder of the shared data
 */
export async function measureAnswers(data: URL): Promise<Answers> {
  const laws = new URL('gesetze/', data);
  const model = await startScriptedModel();
  const product = await startAsked(laws, model.address);
  const rows = new Map<string, AnswerRow>();
  const failures: string[] = [];
  const answerable = { asked: 0, given: 0 };

  /** The answer to one question, and what the model was given; null where it was not asked. */
  async function ask(asked: Asked, say: (given: readonly Given[]) => string) {
    let given: Given[] | null = null;
    model.script = (prompt) => {
      if (prompt.includes(FOR_WORDS)) return asked.words;
      given = givenIn(prompt);
      return say(given);
    };
    const result = await product.lookup(asked.text);
    return { result, given: given as Given[] | null };
  }

  function note(kind: string, name: string, asked: Asked, result: TaskResult): void {
    const row = rows.get(`${kind} ${name}`) ?? { name, kind, asked: 0, proven: 0, hidden: 0 };
    rows.set(`${kind} ${name}`, row);
    const proven = result.answer?.statements.some(({ evidence }) => evidence.state === 'proven') === true;
    const hidden = result.answer?.outcome === 'not-found';
    row.asked += 1;
    row.proven += proven ? 1 : 0;
    row.hidden += hidden ? 1 : 0;
    const right = kind === 'true' ? proven : kind === 'without an answer' ? hidden : !proven;
    if (!right) failures.push(`${kind}, ${name}: ${asked.text} → ${result.text.slice(0, 200)}`);
  }

  try {
    for (const asked of readAsked()) {
      if (asked.answer === null) await askUnanswerable(asked);
      else await askAnswerable(asked, asked.answer);
    }
  } finally {
    await product.stop();
    model.stop();
  }
  return { rows: [...rows.values()], answerable, failures };

  async function askAnswerable(asked: Asked, answer: NonNullable<Asked['answer']>): Promise<void> {
    const refused = await ask(asked, () => REFUSAL);
    note('refusal', 'the model refuses', asked, refused.result);
    answerable.asked += 1;
    const known = knownOf(asked, answer, refused.given ?? [], laws);
    if (known === null) {
      const why = refused.given === null ? 'not enough' : 'its section is not among those given';
      failures.push(`not answered, ${why}: ${asked.text}`);
      return;
    }
    answerable.given += 1;
    for (const { kind, name, say } of sayings) {
      const text = say(known);
      if (text === null) continue;
      const { result } = await ask(asked, () => text);
      note(kind, name, asked, result);
    }
  }

  async function askUnanswerable(asked: Asked): Promise<void> {
    const kind = 'without an answer';
    const refused = await ask(asked, () => REFUSAL);
    const name = refused.given === null ? 'refused by the threshold' : 'the model refuses';
    note(kind, name, asked, refused.result);
    if (refused.given === null) return;
    const first = refused.given[0];
    const invented = await ask(asked, () =>
      withPassage('Das kostet 240 Euro im Jahr.', 1, 'Die Gebühr hierfür beträgt 240 Euro im Jahr.'),
    );
    note(kind, 'the model invents', asked, invented.result);
    const bare = await ask(asked, () => '- Das ist bei der zuständigen Stelle zu erfragen.\n');
    note(kind, 'the model claims without a passage', asked, bare.result);
    const sentence = first?.sentences[0];
    if (first === undefined || sentence === undefined) return;
    const abused = await ask(asked, () =>
      withPassage('Das kostet 240 Euro im Jahr.', first.number, sentence),
    );
    note(kind, 'a figure under a real sentence', asked, abused.result);
    const vague = await ask(asked, () =>
      withPassage('Die Entscheidung darüber trifft das Rathaus.', first.number, sentence),
    );
    note(`${kind} (foreign)`, 'a claim without figures under a real sentence', asked, vague.result);
  }
}

/** What a careful model knows of a question; null where it was not given the sentence that answers it. */
function knownOf(
  asked: Asked,
  { law, paragraph, statement, core }: NonNullable<Asked['answer']>,
  given: readonly Given[],
  laws: URL,
): Known | null {
  const title = titleOf(law, laws);
  const has = (sentence: string) => core.every((word) => sentence.includes(word));
  const right = given.find(
    ({ place, sentences }) =>
      place.startsWith(title) && place.includes(`§ ${paragraph}`) && sentences.some(has),
  );
  const sentence = right?.sentences.find(has);
  if (right === undefined || sentence === undefined) return null;
  const others = ['gastg', 'bwahlg', 'uzwg', 'pstg', 'vgv_2016'].filter((other) =>
    given.every(({ place }) => !place.startsWith(titleOf(other, laws))),
  );
  const elsewhere = sentencesOf(textOf(others[0] ?? 'bstatg_1987', laws)).find(({ length }) => length > 120);
  return {
    question: asked.text,
    statement,
    sentence,
    number: right.number,
    given,
    elsewhere: elsewhere ?? '',
  };
}

function textOf(law: string, laws: URL): string {
  return readFileSync(new URL(`${law}.md`, laws), 'utf8');
}

function titleOf(law: string, laws: URL): string {
  return /^# +(.*)$/mu.exec(textOf(law, laws))?.[1]?.trim() ?? law;
}

export function answerLines({ rows, answerable, failures }: Answers): string[] {
  return [
    `questions with an answer: ${answerable.asked}, of them with its section given: ${answerable.given}`,
    '| answer | | asked | shown as borne out | nothing shown |',
    '|---|---|---|---|---|',
    ...rows.map(
      ({ kind, name, asked, proven, hidden }) => `| ${kind} | ${name} | ${asked} | ${proven} | ${hidden} |`,
    ),
    ...failures,
  ];
}
