import type { Example, Expectation } from '../../../../contract/agents/example.ts';
import type { RunInputs } from '../../../../contract/agents/input.ts';
import type { StepResult } from '../../../../contract/agents/result.ts';
import type { RunStep, RunView } from '../../../../contract/agents/run.ts';
import { valueText } from './value-words.ts';

/** Something of a run that an example may expect. */
export interface Candidate {
  expectation: Expectation;
  /** Where it stands, in words. */
  label: string;
  /** What it came to, in words. */
  says: string;
  /** Whether it is expected where nobody says otherwise: what is read, ruled or reckoned is, a free text is not. */
  usual: boolean;
}

const MAX_WORDS = 120;

/** What a run came to, as things that an example can expect, in the order of its steps. */
export function candidatesOf({ steps }: RunView): Candidate[] {
  return steps.flatMap((step) =>
    step.state === 'done' && step.result !== null ? ofStep(step, step.result) : [],
  );
}

function ofStep({ path, title, round }: RunStep, result: StepResult): Candidate[] {
  const label = round === null ? title : `${title}, Runde ${round}`;
  const is = (at: string, where: string, words: string): Candidate => ({
    expectation: { at, is: words },
    label: where,
    says: words === '' ? '(leer)' : words,
    usual: true,
  });
  const counted = (where: string, count: number): Candidate => ({
    expectation: { at: path, count },
    label: where,
    says: String(count),
    usual: true,
  });
  switch (result.kind) {
    case 'lesen': {
      const [single, ...others] = result.records;
      const values = result.records.flatMap((record, number) =>
        Object.entries(record.values).map(([name, value]) => {
          const at = others.length === 0 ? `${path}.${name}` : `${path}.${number}.${name}`;
          const where = others.length === 0 ? `${label}: ${name}` : `${label} ${number + 1}: ${name}`;
          return is(at, where, valueText(value));
        }),
      );
      return single !== undefined && others.length === 0
        ? values
        : [counted(`${label}: Anzahl`, result.records.length), ...values];
    }
    case 'pruefen':
      return [is(path, label, result.holds ? 'ja' : `nein ${result.says}`.trim())];
    case 'rechnen':
      return [is(path, label, valueText(result.value))];
    case 'entscheiden':
      return [is(path, label, result.chosen === null ? 'sonst' : `Fall ${result.chosen + 1}`)];
    case 'je':
      return [counted(`${label}: Anzahl der Einträge`, result.count)];
    case 'schreiben':
    case 'antwort':
    case 'nachschlagen':
      return containing(path, label, result.text);
    case 'fragen':
    case 'freigeben':
    case 'werkzeug':
      return [];
  }
}

/** The first words of a text that say something. */
function containing(at: string, label: string, text: string): Candidate[] {
  const line = text
    .split('\n')
    .map((one) => one.replace(/^[#>*\s-]+/, '').trim())
    .find((one) => one.length > 2);
  if (line === undefined) return [];
  const contains = line.slice(0, MAX_WORDS);
  return [{ expectation: { at, contains }, label, says: `enthält „${contains}“`, usual: false }];
}

/** A run as an example. @param expects those of its candidates that were chosen; at least one */
export function exampleOf(
  name: string,
  inputs: RunInputs,
  { steps }: RunView,
  expects: Expectation[],
): Example {
  const answers = Object.fromEntries(
    steps.flatMap(({ path, result }): [string, NonNullable<Example['answers']>[string]][] => {
      if (result?.kind === 'fragen') return [[path, result.value]];
      return result?.kind === 'freigeben' ? [[path, 'einverstanden']] : [];
    }),
  );
  return { name, inputs, ...(Object.keys(answers).length > 0 && { answers }), expects };
}
