import type { Environment } from '@marcbachmann/cel-js';
import { checkExpression, evaluateExpression, type ExpressionFault } from './expression.ts';
import { fromCel } from './values.ts';
import { valueInWords } from './words.ts';

/** Text and expressions in turn, as `{{ … }}` divides them. */
type Piece = { text: string } | { expression: string };

/** The pieces of a text; braces that nothing closes are text. */
export function piecesOf(filled: string): Piece[] {
  return filled.split(/(\{\{[^{}]*\}\})/u).flatMap((piece): Piece[] => {
    if (piece === '') return [];
    const inner = /^\{\{([^{}]*)\}\}$/u.exec(piece)?.[1];
    return [inner === undefined ? { text: piece } : { expression: inner.trim() }];
  });
}

/** What can stand in a text; an optional value that is empty leaves nothing. */
const IN_TEXT = /^(?:optional<)?(?:string|double|int|bool|Betrag|Datum)>?$|^list<string>$/;

/** Everything that keeps a text from being filled. */
export function checkFilled(environment: Environment, filled: string): ExpressionFault[] {
  return piecesOf(filled).flatMap((piece) => {
    if ('text' in piece) return [];
    const checked = checkExpression(environment, piece.expression);
    if ('fault' in checked) return [checked.fault];
    return IN_TEXT.test(checked.type) ? [] : [{ kind: 'result' as const, type: checked.type }];
  });
}

/**
 * A text with what its expressions come to, as German letters write it.
 * @throws ExpressionError
 */
export function fill(environment: Environment, filled: string, variables: object): string {
  return filledWith(environment, filled, variables, inWords);
}

/** Characters of a text that is quoted in an order. */
const MAX_QUOTED_CHARS = 500;

/**
 * The same for an order to a model: texts come out of documents and mails, so they stand in quotation marks, in one line,
 * and can't end it. The rule that goes with them is one of the fence (`tasks/fence.ts`).
 * @throws ExpressionError
 */
export function fillOrder(environment: Environment, filled: string, variables: object): string {
  return filledWith(environment, filled, variables, (result) =>
    typeof result === 'string' || Array.isArray(result) || isOptional(result)
      ? quoted(inWords(result))
      : inWords(result),
  );
}

function quoted(text: string): string {
  const line = text
    .replace(/[„“”"»«]/gu, '‚')
    .replace(/\s+/gu, ' ')
    .trim();
  if (line === '') return '';
  return `„${line.length > MAX_QUOTED_CHARS ? `${line.slice(0, MAX_QUOTED_CHARS)} …` : line}“`;
}

function filledWith(
  environment: Environment,
  filled: string,
  variables: object,
  words: (result: unknown) => string,
): string {
  return piecesOf(filled)
    .map((piece) =>
      'text' in piece ? piece.text : words(evaluateExpression(environment, piece.expression, variables)),
    )
    .join('');
}

function inWords(result: unknown): string {
  if (Array.isArray(result)) return result.map(inWords).join(', ');
  if (isOptional(result)) return result.hasValue() ? inWords(result.value()) : '';
  const value = fromCel(result);
  return value === null ? '' : valueInWords(value);
}

function isOptional(result: unknown): result is { hasValue(): boolean; value(): unknown } {
  return typeof result === 'object' && result !== null && 'hasValue' in result && 'orValue' in result;
}
