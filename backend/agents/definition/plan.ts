import {
  type Agent,
  type AgentInput,
  MAX_DEPTH,
  MAX_STEPS,
  type Procedure,
  type Step,
  type StepOf,
} from '../../../contract/agents/definition.ts';
import { agentEnvironment } from '../expressions/environment.ts';
import { checkExpression, type ExpressionFault, evaluateExpression } from '../expressions/expression.ts';
import { checkFilled } from '../expressions/filled.ts';
import { CalendarDay } from '../expressions/values.ts';
import { inGerman, laterStep, unknownName } from './fault-words.ts';
import type { AgentFault } from './faults.ts';
import { roundOf } from './memory.ts';
import { type RecordType, recordType, Stage, type Variable } from './stage.ts';
import { inputVariable, lookupType, readType, resultAt, stepVariable } from './variables.ts';

/** A step and what it can name. */
export interface Place {
  step: Step;
  stage: Stage;
}

/** A procedure whose every name and expression is known to fit. */
export interface Plan {
  steps: readonly Step[];
  places: ReadonlyMap<string, Place>;
}

export type Planned = { plan: Plan } | { faults: [AgentFault, ...AgentFault[]] };

/**
 * Looks through a procedure before it ever runs: that it goes forward only, that each expression fits its values, and that
 * what it ends with is there. Nothing is evaluated.
 */
export function planOf({ inputs }: Pick<Agent, 'inputs'>, procedure: Procedure): Planned {
  const planner = new Planner(inputs, procedure);
  const [first, ...others] = planner.faults;
  return first
    ? { faults: [first, ...others] }
    : { plan: { steps: procedure.steps, places: planner.places } };
}

export function nameOfInput(input: AgentInput): string {
  return input.kind === 'feld' ? input.field.name : input.name;
}

/** All steps with those inside of others, in order. */
export function stepsIn(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [step, ...stepsIn(innerSteps(step))]);
}

/** What stands inside of a step, of all its cases. */
export function innerSteps(step: Step): readonly Step[] {
  if (step.kind === 'je') return step.steps;
  if (step.kind !== 'entscheiden') return [];
  return [...step.cases.flatMap(({ steps }) => steps), ...(step.otherwise ?? [])];
}

const TODAY: Variable = { name: 'heute', type: 'Datum', value: ({ today }) => new CalendarDay(today) };

class Planner {
  readonly faults: AgentFault[] = [];
  readonly places = new Map<string, Place>();
  readonly #documents: ReadonlySet<string>;
  /** All steps, wherever they stand. */
  readonly #ids: ReadonlySet<string>;
  readonly #types = new Map<string, RecordType>();

  constructor(inputs: readonly AgentInput[], { steps, outcome }: Procedure) {
    const all = stepsIn(steps);
    this.#ids = new Set(all.map(({ id }) => id));
    this.#documents = new Set(inputs.filter(({ kind }) => kind !== 'feld').map(nameOfInput));
    if (all.length > MAX_STEPS) this.#fault(null, `Ein Ablauf hat höchstens ${MAX_STEPS} Schritte.`);
    this.#unique(['heute', ...inputs.map(nameOfInput), ...all.map(({ id }) => id)]);

    const environment = agentEnvironment();
    lookupType.register(environment);
    for (const step of all) {
      if (step.kind !== 'lesen') continue;
      const type = readType(step);
      this.#types.set(step.id, type);
      // A name that stands twice is a fault already, and a type is registered once.
      if (this.faults.length === 0) type.register(environment);
    }
    if (this.faults.length > 0) return;
    const start = inputs.reduce(
      (stage, input) =>
        stage.with(nameOfInput(input), input.kind === 'feld' ? inputVariable(input.field) : null),
      new Stage(environment, []).with(TODAY.name, TODAY),
    );
    const end = this.#walk(steps, start, 1);
    if (!end.names.has(outcome.from)) this.#fault(null, unknownName(outcome.from));
    if (outcome.as === 'vorlage' && outcome.template === undefined) {
      this.#fault(null, 'Bitte geben Sie die Vorlage an, in die das Ergebnis kommt.');
    }
  }

  #fault(step: string | null, text: string): void {
    this.faults.push({ step, text });
  }

  #unique(names: readonly string[]): void {
    const twice = names.filter((name, at) => names.indexOf(name) !== at);
    for (const name of new Set(twice)) this.#fault(null, `Der Name „${name}“ steht mehrmals da.`);
  }

  #walk(steps: readonly Step[], start: Stage, depth: number): Stage {
    return steps.reduce((stage, step) => this.#plan(step, stage, depth), start);
  }

  #plan(step: Step, stage: Stage, depth: number): Stage {
    this.places.set(step.id, { step, stage });
    switch (step.kind) {
      case 'entscheiden':
        return this.#planBranch(step, stage, depth);
      case 'je':
        return this.#planEach(step, stage, depth);
      case 'lesen':
        if (!this.#documents.has(step.from)) this.#named(step, stage, [step.from]);
        break;
      case 'nachschlagen':
        this.#filled(step, stage, step.question);
        break;
      case 'pruefen':
        this.#typed(step, stage, step.rule, /^bool$/);
        this.#filled(step, stage, step.otherwise);
        break;
      case 'rechnen': {
        const type = this.#typed(step, stage, step.value, /^(?:string|double|int|bool|Betrag|Datum)$/);
        // A whole number is kept as any other.
        return stage.with(step.id, stepVariable(step, this.#types, type === 'int' ? 'double' : type));
      }
      case 'schreiben':
        this.#named(step, stage, step.drawsOn);
        this.#filled(step, stage, step.how.kind === 'order' ? step.how.order : step.how.text);
        break;
      case 'fragen': {
        this.#filled(step, stage, step.question);
        const type = stepVariable(
          { ...step, field: { ...step.field, optional: false } },
          this.#types,
          '',
        )?.type;
        if (step.default !== undefined) {
          this.#typed(
            step,
            stage,
            step.default,
            new RegExp(`^${type === 'double' ? '(?:double|int)' : type}$`),
          );
        }
        break;
      }
      case 'freigeben':
        this.#named(step, stage, step.shows);
        this.#filled(step, stage, step.says);
    }
    return stage.with(step.id, stepVariable(step, this.#types, 'dyn'));
  }

  #planBranch(step: StepOf<'entscheiden'>, stage: Stage, depth: number): Stage {
    if (this.#tooDeep(step, depth)) return stage;
    for (const { when, steps } of step.cases) {
      this.#typed(step, stage, when, /^bool$/);
      this.#walk(steps, stage, depth + 1);
    }
    if (step.otherwise) this.#walk(step.otherwise, stage, depth + 1);
    return stage.with(step.id, null);
  }

  #planEach(step: StepOf<'je'>, stage: Stage, depth: number): Stage {
    if (this.#tooDeep(step, depth)) return stage;
    const list = this.#typed(step, stage, step.over, /^list<.+>$/);
    const thing: Variable = {
      name: step.as,
      type: /^list<(.+)>$/.exec(list)?.[1] ?? 'dyn',
      value: (memory, rounds) => {
        const [outer, index] = [rounds.slice(0, -1), Number(rounds.at(-1)?.split('#')[1])];
        const things = evaluateExpression(stage.environment, step.over, stage.variables(memory, outer));
        return (things as readonly unknown[])[index];
      },
    };
    if (stage.names.has(step.as) || this.#ids.has(step.as)) {
      this.#fault(step.id, `Der Name „${step.as}“ steht mehrmals da.`);
      return stage;
    }
    const before = new Set(stage.names).add(step.as);
    const end = this.#walk(step.steps, stage.inside().with(step.as, thing), depth + 1);
    const kept = end.known().filter(({ name }) => !before.has(name));
    const type = recordType(
      `Je_${step.id}`,
      Object.fromEntries(kept.map(({ name, type: own }) => [name, own])),
    );
    const all: Variable = {
      name: step.id,
      type: `list<${type.name}>`,
      value: (memory, rounds) =>
        Array.from({ length: resultAt(memory, rounds, step).count }, (_none, index) => {
          const round = [...rounds, roundOf(step.id, index)];
          return type.make(Object.fromEntries(kept.map(({ name, value }) => [name, value(memory, round)])));
        }),
    };
    return stage.with(step.id, all, [...end.types().filter((own) => !stage.types().includes(own)), type]);
  }

  #tooDeep({ id }: Step, depth: number): boolean {
    if (depth <= MAX_DEPTH) return false;
    this.#fault(id, `Schritte stehen höchstens ${MAX_DEPTH}-mal ineinander.`);
    return true;
  }

  /** @returns the type that an expression comes to; `dyn`, which fits all, where it is wrong */
  #typed({ id }: Step, stage: Stage, text: string, wanted: RegExp): string {
    const checked = checkExpression(stage.environment, text);
    const fault: ExpressionFault | null =
      'fault' in checked
        ? checked.fault
        : wanted.test(checked.type)
          ? null
          : { kind: 'result', type: checked.type };
    if (fault === null && 'type' in checked) return checked.type;
    if (fault) this.#fault(id, this.#words(fault));
    return 'dyn';
  }

  #filled({ id }: Step, stage: Stage, text: string): void {
    for (const fault of checkFilled(stage.environment, text)) this.#fault(id, this.#words(fault));
  }

  #named({ id }: Step, stage: Stage, names: readonly string[]): void {
    for (const name of names) {
      if (stage.names.has(name)) continue;
      this.#fault(id, this.#ids.has(name) ? laterStep(name) : unknownName(name));
    }
  }

  #words(fault: ExpressionFault): string {
    const name = fault.kind === 'type' ? /^Unknown variable: (\w+)/.exec(fault.said)?.[1] : undefined;
    if (name === undefined) return inGerman(fault);
    return this.#ids.has(name) ? laterStep(name) : unknownName(name);
  }
}
