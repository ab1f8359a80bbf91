import type { PromptContent } from '../../../contract/agents/library.ts';
import type { AgentFault } from '../definition/faults.ts';
import { piecesOf } from '../expressions/filled.ts';

/**
 * What keeps an Anweisung from being filled in: names that nothing is asked for, and the other way round. Pure.
 * @returns in German; empty where it is sound
 */
export function promptFaults({ text, variables }: Pick<PromptContent, 'text' | 'variables'>): AgentFault[] {
  const used = new Set(variablesIn(text));
  const declared = variables.map(({ name }) => name);
  const twice = declared.filter((name, at) => declared.indexOf(name) !== at);
  return [
    ...[...new Set(twice)].map((name) => `Der Name „${name}“ steht mehrmals da.`),
    ...[...used]
      .filter((name) => !declared.includes(name))
      .map((name) => `Der Text nennt {{ ${name} }}, wonach nicht gefragt wird.`),
    ...declared
      .filter((name) => !used.has(name))
      .map((name) => `Nach „${name}“ wird gefragt, aber der Text nennt es nicht.`),
    ...variables
      .filter(({ kind, options }) => kind === 'auswahl' && (options === undefined || options.length === 0))
      .map(({ name }) => `Für „${name}“ fehlt, was zur Auswahl steht.`),
  ].map((said) => ({ step: null, text: said }));
}

/** The names in `{{ … }}` of a text, as they are written there. */
function variablesIn(text: string): string[] {
  return piecesOf(text).flatMap((piece) => ('expression' in piece ? [piece.expression] : []));
}
