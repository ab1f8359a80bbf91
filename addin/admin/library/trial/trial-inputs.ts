import type { AgentInput } from '../../../../contract/agents/definition.ts';
import type { Example } from '../../../../contract/agents/example.ts';
import type { RunInputs } from '../../../../contract/agents/input.ts';
import type { Source } from '../../../../contract/source.ts';
import { valueOf } from './typed-value.ts';
import { valueText } from './value-words.ts';

/** What stands in the form of a trial, by the names of the inputs. */
export type TypedInputs = Readonly<Record<string, string>>;

export function nameOfInput(input: AgentInput): string {
  return input.kind === 'feld' ? input.field.name : input.name;
}

/**
 * What a trial begins with.
 * @returns null where something typed is no value of its field
 */
export function inputsOf(wanted: readonly AgentInput[], typed: TypedInputs): RunInputs | null {
  const inputs: RunInputs = {};
  for (const input of wanted) {
    const name = nameOfInput(input);
    const said = typed[name] ?? '';
    switch (input.kind) {
      case 'offen':
        inputs[name] = { kind: 'offen', source: documentOf(said) };
        break;
      case 'anlagen':
        inputs[name] = {
          kind: 'anlagen',
          attachments: said.trim() === '' ? [] : [{ name: 'Anlage 1', text: said }],
        };
        break;
      case 'feld': {
        const value = valueOf(input.field, said);
        if (value === null) return null;
        // What may be left out and is empty is left out.
        if (value.kind !== 'leer' || input.field.optional !== true) inputs[name] = { kind: 'feld', value };
      }
    }
  }
  return inputs;
}

function documentOf(text: string): Source {
  return text.trim() === ''
    ? { kind: 'nothing' }
    : { kind: 'document', title: 'Probetext', part: 'whole', text };
}

/** What an example begins with, to be read: each input with its text. */
export function inputTexts(
  wanted: readonly AgentInput[],
  { inputs }: Example,
): { label: string; text: string }[] {
  return wanted.map((input) => {
    const given = inputs[nameOfInput(input)];
    const label = input.kind === 'feld' ? input.field.label : input.label;
    switch (given?.kind) {
      case undefined:
        return { label, text: '' };
      case 'feld':
        return { label, text: valueText(given.value) };
      case 'anlagen':
        return { label, text: given.attachments.map(({ name, text }) => `${name}\n${text}`).join('\n\n') };
      case 'offen':
        return { label, text: sourceText(given.source) };
    }
  });
}

function sourceText(source: Source): string {
  switch (source.kind) {
    case 'document':
      return source.text;
    case 'mail':
      return `${source.subject}\n\n${source.body.content}`;
    case 'nothing':
      return '';
  }
}
