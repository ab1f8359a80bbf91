import type { Evidence, Statement } from '../../contract/summary.ts';
import type { SummariseInput } from '../../contract/tasks/summarise.ts';
import type { TaskResult } from '../../contract/tasks/index.ts';
import { sentenceSpans } from '../../contract/sentences.ts';
import { gapsOf, type Heard, type Hearing, nothingBeside } from './hearing.ts';
import { CIRCULAR, fieldOf, layoutOf, NOT_GIVEN, saysNothing } from './summary-fields.ts';
import { SummaryReader, type Read } from './summary-reader.ts';

/** What a summary is held against. */
export interface Proofs {
  /** Whether the source bears the words out by one of these passages, or says them itself. */
  evidence(words: string, passages: readonly string[]): Evidence;
  dueDates(statements: readonly Statement[]): NonNullable<TaskResult['summary']>['dueDates'];
}

/** So many statements are held against the source; more would only keep the person waiting. */
const MAX_PROVEN = 300;
/** A Rundschreiben with so many of its fields keeps to the form: the others were left out because the text has nothing. */
const FIELDS_OF_FORM = Math.ceil(CIRCULAR.length / 2);

type Flow = 'nothing' | 'heading' | 'item' | 'sentence' | 'alone';

/**
 * Listens to a summary in the form that `summarise.ts` asks for: passes on its words without the passages, as they go into
 * documents, and each statement with its evidence as soon as it is complete.
 * @param wished the summary was changed as the person wished; fields that they did without are not filled in again
 */
export function summaryHearing(form: SummariseInput['form'], proofs: Proofs, wished = false): Hearing {
  const layout = layoutOf(form);
  const circular = form === 'circular';
  const reader = new SummaryReader((label) => circular && fieldOf(label) !== null);
  const statements: Statement[] = [];
  const seen = new Set<string>();
  let all = '';
  let flow: Flow = 'nothing';
  let section = '';
  let filled = true;
  let words = '';

  function say(text: string, as: Flow): Heard {
    const together = as === flow && (as === 'item' || as === 'sentence');
    const seam = flow === 'nothing' ? '' : !together ? '\n\n' : as === 'item' ? '\n' : ' ';
    flow = as;
    all += seam + text;
    return { type: 'text', text: seam + text };
  }

  function* saySection(title: string): Generator<Heard> {
    yield* fillSection();
    const field = circular ? fieldOf(title) : null;
    section = field?.name ?? title.replace(/[*_]/gu, '').trim();
    if (field) seen.add(field.name);
    filled = false;
    yield say(`## ${field?.name ?? title}`, 'heading');
  }

  /** A field that the model left empty. */
  function* fillSection(): Generator<Heard> {
    if (circular && !filled && fieldOf(section)) yield* sayNothing();
  }

  function* sayNothing(): Generator<Heard> {
    yield say(NOT_GIVEN, 'alone');
    yield tell(NOT_GIVEN, { state: 'absent' });
  }

  function tell(text: string, evidence: Evidence): Heard {
    const statement = { id: statements.length, section, text, evidence };
    statements.push(statement);
    filled = true;
    return { type: 'statement', statement };
  }

  function sayWords({ text, listed }: Extract<Read, { type: 'words' }>): Heard {
    filled = true;
    if (saysNothing(text)) {
      words = NOT_GIVEN;
      return say(NOT_GIVEN, 'alone');
    }
    words = text;
    if (layout !== 'fields') return say(text, 'sentence');
    const single = circular && fieldOf(section)?.single === true;
    return listed && !single ? say(`- ${text}`, 'item') : say(text, 'alone');
  }

  function* proveWords(passages: string[]): Generator<Heard> {
    if (words === NOT_GIVEN) return yield tell(NOT_GIVEN, { state: 'absent' });
    const given = passages.filter((passage) => !saysNothing(passage));
    // Without passages, each sentence of a running text stands for itself.
    const apart = layout !== 'fields' && given.length === 0;
    for (const text of apart ? sentencesOf(words) : [words]) {
      const asked = statements.length < MAX_PROVEN;
      yield tell(text, asked ? proofs.evidence(text, given) : { state: 'unproven' });
    }
  }

  function* listen(heard: Read[]): Generator<Heard> {
    for (const read of heard) {
      switch (read.type) {
        case 'section':
          yield* saySection(read.title);
          break;
        case 'words':
          yield sayWords(read);
          break;
        case 'proof':
          yield* proveWords(read.passages);
          break;
        case 'aside':
          if (saysNothing(read.text)) yield* sayNothing();
          else yield say(read.text, 'alone');
          filled = true;
          break;
      }
    }
  }

  function* finish(): Generator<Heard> {
    yield* listen(reader.end());
    yield* fillSection();
    if (!circular || wished || seen.size < FIELDS_OF_FORM) return;
    for (const { name } of CIRCULAR.filter((field) => !seen.has(field.name))) {
      yield* saySection(name);
      yield* fillSection();
    }
  }

  return {
    hear: (text) => [...listen(reader.read(text))],
    end() {
      const rest = [...finish()];
      const summary = { layout, statements, dueDates: proofs.dueDates(statements) };
      return Promise.resolve({
        rest,
        result: { text: all, gaps: gapsOf(all), checks: [], ...nothingBeside, summary },
      });
    },
  };
}

function sentencesOf(text: string): string[] {
  return [...sentenceSpans(text)].map(({ start, end }) => text.slice(start, end).trim()).filter(Boolean);
}
