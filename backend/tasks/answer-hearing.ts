import type { Answer } from '../../contract/answer.ts';
import type { Statement } from '../../contract/summary.ts';
import { conflictsAmong } from '../evidence/conflicts.ts';
import { UNBORNE, type Borne } from '../evidence/among.ts';
import { missingFigures } from '../evidence/figures.ts';
import {
  CONTRADICTION,
  givenPassage,
  NOT_BORNE,
  NOT_FOUND,
  saysNoSource,
  saysNoSourceFor,
  withoutNumbers,
} from './answer-lines.ts';
import type { AnswerProofs } from './answer-proofs.ts';
import { gapsOf, type Heard, type Hearing, nothingBeside } from './hearing.ts';
import type { Findings } from './knowledge.ts';
import { SummaryReader, type Read } from './summary-reader.ts';

/** So many statements are held against the sections; more would only keep the person waiting. */
const MAX_PROVEN = 300;
const MAX_CARDS_NOT_FOUND = 5;

export interface AnswerInputs {
  findings: Findings;
  proofs: AnswerProofs;
  /** What was asked; its figures may stand in an answer. */
  question: string;
  /** Whether no language model wrote it; known once somebody has answered. */
  extracted: () => boolean;
}

/**
 * Listens to an answer in the form that `lookup.ts` asks for. Each sentence comes as words without its passage, then the
 * numbers of the sections that bear it out, then as a statement with its evidence.
 *
 * Nothing of an answer is shown until one of its sentences is borne out: an answer that rests on nothing would be read,
 * believed and copied while it is still marked, so it never appears, and the nearest sections stand in its place. From
 * the first sentence that is borne out on, all come as they are written, and those that are not are marked.
 */
export function answerHearing({ findings, proofs, question, extracted }: AnswerInputs): Hearing {
  const reader = new SummaryReader();
  const statements: Statement[] = [];
  const conflicts: Answer['conflicts'] = [];
  let held: Heard[] = [];
  let open = false;
  let all = '';
  let words = '';
  let numbers: number[] = [];

  function* pass(heard: Heard): Generator<Heard> {
    if (!open) held.push(heard);
    else yield heard;
  }

  function say(text: string): Generator<Heard> {
    all += text;
    return pass({ type: 'text', text });
  }

  function* begin(text: string, listed: boolean): Generator<Heard> {
    const plain = withoutNumbers(text);
    ({ words, numbers } = plain);
    if (saysNoSource(words) || words === '') return;
    const seam = all === '' ? '' : listed ? '\n' : '\n\n';
    yield* say(`${seam}${listed ? '- ' : ''}${words}`);
  }

  function* finish(lines: readonly string[]): Generator<Heard> {
    if (saysNoSource(words) || words === '') return;
    const absent = saysNoSourceFor(words);
    const given = lines.map((line) => givenPassage(line, numbers)).filter((one) => one !== null);
    const borne = absent || statements.length >= MAX_PROVEN ? UNBORNE : proofs(words, given);
    const cards = [...new Set([borne.number, ...borne.further.map(({ number }) => number)])].filter(
      (number) => number !== null,
    );
    if (cards.length > 0) yield* say(` ${cards.map((number) => `[${number}]`).join(' ')}`);
    const statement: Statement = {
      id: statements.length,
      section: '',
      text: words,
      evidence: absent ? { state: 'absent' } : borne.evidence,
      ...(borne.number === null ? {} : { card: borne.number }),
      ...(borne.further.length === 0
        ? {}
        : { further: borne.further.map(({ number, passage }) => ({ card: number, passage })) }),
    };
    statements.push(statement);
    const [one, other] = cards;
    if (words.replace(/[*_]/gu, '').startsWith(CONTRADICTION) && one !== undefined && other !== undefined) {
      conflicts.push({ cards: [one, other], about: words });
    }
    if (!open && isBorne(borne) && (findings.enoughUnread || !extracted())) {
      open = true;
      yield* held;
      held = [];
    }
    yield* pass({ type: 'statement', statement });
    words = '';
  }

  /** Belegt, or word for word in a section while the other figures of the sentence are those of the question. */
  function isBorne({ evidence, quoted }: Borne): boolean {
    if (evidence.state === 'proven') return true;
    return (
      evidence.state === 'inexact' &&
      quoted &&
      missingFigures(evidence.figures.join(', '), question).length === 0
    );
  }

  function* listen(heard: readonly Read[]): Generator<Heard> {
    for (const read of heard) {
      switch (read.type) {
        case 'section':
          yield* say(`${all === '' ? '' : '\n\n'}### ${withoutNumbers(read.title).words}`);
          break;
        case 'words':
          yield* begin(read.text, read.listed);
          break;
        case 'proof':
          yield* finish(read.passages);
          break;
        case 'aside':
          if (extracted()) yield* say(`${all === '' ? '' : '\n\n'}${read.text}`);
          else {
            // What a model says about its answer is a claim like any other.
            yield* begin(read.text, false);
            yield* finish([]);
          }
          break;
      }
    }
  }

  return {
    hear: (text) => [...listen(reader.read(text))],
    end() {
      const rest = [...listen(reader.end())];
      const { contacts } = findings;
      const cards = findings.sections.map(({ card }) => card);
      if (!open) {
        const claimed = !extracted() && statements.some(({ evidence }) => evidence.state !== 'absent');
        const text = claimed ? NOT_BORNE : NOT_FOUND;
        const nearest = cards.slice(0, MAX_CARDS_NOT_FOUND);
        const answer: Answer = {
          outcome: 'not-found',
          statements: [],
          cards: nearest,
          conflicts: [],
          contacts,
        };
        const result = { text, gaps: [], checks: [], ...nothingBeside, answer };
        return Promise.resolve({ rest: [{ type: 'text' as const, text }], result });
      }
      const used = new Set(statements.flatMap(({ card }) => card ?? []));
      const known = new Set(conflicts.map(({ cards: pair }) => `${Math.min(...pair)} ${Math.max(...pair)}`));
      const seen = conflictsAmong(cards, used).filter(({ cards: [a, b] }) => !known.has(`${a} ${b}`));
      const answer: Answer = {
        outcome: extracted() ? 'passages' : 'answered',
        statements,
        cards,
        conflicts: [...conflicts, ...seen],
        contacts,
      };
      return Promise.resolve({
        rest,
        result: { text: all, gaps: gapsOf(all), checks: [], ...nothingBeside, answer },
      });
    },
  };
}
