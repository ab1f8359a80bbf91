import type { Step, StepOf } from '../../../contract/agents/definition.ts';
import type { ReadRecord, ResultOf, StepResult } from '../../../contract/agents/result.ts';
import type { Field } from '../../../contract/agents/value.ts';
import { valueInWords } from '../expressions/words.ts';

const NOT_GIVEN = 'nicht angegeben';

/**
 * What a step came to as Markdown, for a person who agrees with it and for a step that draws on it.
 * @returns empty where it holds no words of its own
 */
export function resultInWords(step: Step, result: StepResult): string {
  switch (result.kind) {
    case 'lesen':
      return step.kind === 'lesen' ? recordsInWords(step, result) : '';
    case 'nachschlagen':
    case 'schreiben':
    case 'antwort':
      return result.text;
    case 'pruefen':
      return result.holds ? 'In Ordnung.' : result.says;
    case 'rechnen':
    case 'fragen':
      return valueInWords(result.value);
    case 'freigeben':
    case 'entscheiden':
    case 'je':
      return '';
    case 'werkzeug':
      return result.said;
  }
}

function recordsInWords({ fields, extent }: StepOf<'lesen'>, { records }: ResultOf<'lesen'>): string {
  if (records.length === 0) return NOT_GIVEN;
  if (extent === 'many') return table(fields, records);
  const [first] = records;
  return fields.map((field) => `- ${field.label}: ${first ? wordsOf(field, first) : NOT_GIVEN}`).join('\n');
}

function table(fields: readonly Field[], records: readonly ReadRecord[]): string {
  const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [
    row(fields.map(({ label }) => label)),
    row(fields.map(() => '---')),
    ...records.map((record) => row(fields.map((field) => wordsOf(field, record)))),
  ].join('\n');
}

function wordsOf({ name }: Field, { values }: ReadRecord): string {
  const value = values[name];
  return value === undefined || value.kind === 'leer' ? NOT_GIVEN : valueInWords(value);
}

/** A cell can't end its row. */
function cell(text: string): string {
  return text.replace(/\s+/gu, ' ').replaceAll('|', '\\|').trim();
}
