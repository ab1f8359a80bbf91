import type { ASTNode, Environment } from '@marcbachmann/cel-js';

/** Loops inside of loops: two of 200 things each are 40,000 rounds, which takes a moment; three would take a minute. */
const MAX_LOOPS = 2;
const LOOPS = new Set(['map', 'filter', 'all', 'exists', 'exists_one']);
/** Regular expressions of the language run as JavaScript's, which some texts make run for ever. */
const FORBIDDEN = new Set(['matches']);

/** Why an expression can't be used; the words of the library, which name nothing but the expression itself. */
export type ExpressionFault =
  | { kind: 'syntax' | 'type'; at: number | null; said: string }
  | { kind: 'forbidden'; name: string }
  | { kind: 'loops' }
  | { kind: 'result'; type: string };

export type Checked = { type: string } | { fault: ExpressionFault };

/**
 * Whether an expression may be used, and what it comes to, without evaluating it.
 * @param environment knows every variable that stands at this place
 */
export function checkExpression(environment: Environment, text: string): Checked {
  let ast: ASTNode;
  try {
    ({ ast } = environment.parse(text));
  } catch (fault) {
    return { fault: { kind: 'syntax', ...saidBy(fault) } };
  }
  const forbidden = callsIn(ast).find((name) => FORBIDDEN.has(name));
  if (forbidden !== undefined) return { fault: { kind: 'forbidden', name: forbidden } };
  if (loopsIn(ast) > MAX_LOOPS) return { fault: { kind: 'loops' } };
  const checked = environment.check(text);
  if (!checked.valid) return { fault: { kind: 'type', ...saidBy(checked.error) } };
  return { type: String(checked.type) };
}

/** An expression that was sound failed with these values: a list without its first thing, a division by nothing. */
export class ExpressionError extends Error {
  override name = 'ExpressionError';
}

/**
 * What a checked expression comes to.
 * @throws ExpressionError
 */
export function evaluateExpression(environment: Environment, text: string, variables: object): unknown {
  try {
    return environment.evaluate(text, variables);
  } catch (fault) {
    throw new ExpressionError('expression failed', { cause: fault });
  }
}

function saidBy(fault: unknown): { at: number | null; said: string } {
  if (!(fault instanceof Error)) return { at: null, said: '' };
  const node = 'node' in fault ? (fault.node as { pos?: unknown } | undefined) : undefined;
  const at = typeof node?.pos === 'number' ? node.pos : null;
  return { at, said: fault.message.split('\n')[0]?.trim() ?? '' };
}

function nodesIn(value: unknown): ASTNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return typeof value === 'object' && value !== null && 'op' in value ? [value as ASTNode] : [];
}

function nameOf({ op, args }: ASTNode): string | null {
  return op === 'call' || op === 'rcall' ? String((args as unknown[])[0]) : null;
}

function callsIn(node: ASTNode): string[] {
  const name = nameOf(node);
  return [...(name === null ? [] : [name]), ...nodesIn(node.args).flatMap(callsIn)];
}

function loopsIn(node: ASTNode): number {
  const name = nameOf(node);
  const inner = Math.max(0, ...nodesIn(node.args).map(loopsIn));
  return inner + (name !== null && LOOPS.has(name) ? 1 : 0);
}
