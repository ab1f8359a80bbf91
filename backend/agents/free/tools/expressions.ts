import type { Environment } from '@marcbachmann/cel-js';
import { agentEnvironment } from '../../expressions/environment.ts';
import { checkExpression, evaluateExpression, ExpressionError } from '../../expressions/expression.ts';
import { CalendarDay, fromCel } from '../../expressions/values.ts';
import { valueInWords } from '../../expressions/words.ts';
import { type ArgumentsOf, toolArguments } from './offers.ts';
import type { Tool } from './tool.ts';

/** Reckons with numbers and amounts; it knows nothing but what stands in the expression. */
export const rechnen: Tool<ArgumentsOf<'rechnen'>> = {
  arguments: toolArguments.rechnen,
  asked: ({ ausdruck }) => `Rechnen: ${ausdruck}`,
  say: ({ ausdruck }) => Promise.resolve(reckoned(agentEnvironment(), ausdruck, {})),
};

/** Reckons with days; `heute` is the day of the run. */
export const datum: Tool<ArgumentsOf<'datum'>> = {
  arguments: toolArguments.datum,
  asked: ({ ausdruck }) => `Mit Daten rechnen: ${ausdruck}`,
  say: ({ ausdruck }, { today }) => {
    const environment = agentEnvironment().registerVariable('heute', 'Datum');
    return Promise.resolve(reckoned(environment, ausdruck, { heute: new CalendarDay(today) }));
  },
};

const NOT_UNDERSTOOD = 'Der Ausdruck ist so nicht zu verstehen. Beachten Sie die Beispiele des Werkzeugs.';
const NOT_RECKONED = 'Der Ausdruck lässt sich mit diesen Werten nicht ausrechnen.';

function reckoned(environment: Environment, text: string, variables: object): string {
  if ('fault' in checkExpression(environment, text)) return NOT_UNDERSTOOD;
  try {
    const value = fromCel(evaluateExpression(environment, text, variables));
    return value === null ? NOT_RECKONED : `${text} = ${valueInWords(value)}`;
  } catch (fault) {
    if (fault instanceof ExpressionError) return NOT_RECKONED;
    throw fault;
  }
}
