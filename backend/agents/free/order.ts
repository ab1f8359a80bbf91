import { MAX_FIELD_CHARS } from '../../../contract/limits.ts';
import type { Field, Values } from '../../../contract/agents/value.ts';
import { agentEnvironment } from '../expressions/environment.ts';
import type { ExpressionFault } from '../expressions/expression.ts';
import { checkFilled, fillOrder } from '../expressions/filled.ts';
import { celTypes, toCel } from '../expressions/values.ts';

/**
 * The order of a free agent with its inputs filled in; an empty one leaves nothing. What a person or a document wrote
 * stands in it in quotation marks.
 * @throws ExpressionError
 */
export function orderOf(order: string, inputs: Values): string {
  const environment = agentEnvironment();
  const variables: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(inputs)) {
    environment.registerVariable(name, value.kind === 'leer' ? 'string' : celTypes[value.kind]);
    variables[name] = toCel(value) ?? '';
  }
  return fillOrder(environment, order, variables).trim().slice(0, MAX_FIELD_CHARS);
}

/** Everything that keeps an order from being filled in, so that it is told when the agent is written. */
export function faultsOfOrder(order: string, fields: readonly Field[]): ExpressionFault[] {
  const environment = agentEnvironment();
  for (const { name, kind } of fields) environment.registerVariable(name, celTypes[kind]);
  return checkFilled(environment, order);
}
