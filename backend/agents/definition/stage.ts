import type { Environment } from '@marcbachmann/cel-js';
import type { Memory, Rounds } from './memory.ts';

/** Something that expressions behind it can name. */
export interface Variable {
  name: string;
  /** Type in CEL. */
  type: string;
  /** @param rounds those of the place where the variable was made */
  value(memory: Memory, rounds: Rounds): unknown;
}

/** A type of ours with named fields; CEL tells things of a type by their class. */
export interface RecordType {
  name: string;
  fields: Readonly<Record<string, string>>;
  make(values: Readonly<Record<string, unknown>>): object;
  register(environment: Environment): void;
}

export function recordType(name: string, fields: Readonly<Record<string, string>>): RecordType {
  const Made = class {
    constructor(values: Readonly<Record<string, unknown>>) {
      Object.assign(this, values);
    }
    get [Symbol.toStringTag]() {
      return name;
    }
  };
  return {
    name,
    fields,
    make: (values) => new Made(values),
    register: (environment) => void environment.registerType(name, { ctor: Made, fields: { ...fields } }),
  };
}

interface Known extends Variable {
  /** Loops around the place where it was made. */
  loops: number;
}

/** What can be named at a place of a procedure. Grows from step to step, and never changes. */
export class Stage {
  readonly environment: Environment;
  /** Of inputs and steps, whether expressions can name them or only steps that draw on them. */
  readonly names: ReadonlySet<string>;
  /** Loops around this place. */
  readonly loops: number;
  readonly #known: readonly Known[];
  readonly #types: readonly RecordType[];

  constructor(
    environment: Environment,
    names: Iterable<string>,
    known: readonly Known[] = [],
    types: readonly RecordType[] = [],
    loops = 0,
  ) {
    this.environment = environment;
    this.names = new Set(names);
    this.loops = loops;
    this.#known = known;
    this.#types = types;
  }

  /** What expressions can name here. */
  known(): readonly Variable[] {
    return this.#known;
  }

  /** Types that steps before this place brought. */
  types(): readonly RecordType[] {
    return this.#types;
  }

  /** The stage behind a step or an input. @param types those that its variable needs and nobody knew */
  with(name: string, variable: Variable | null, types: readonly RecordType[] = []): Stage {
    const environment = this.environment.clone();
    for (const type of types) type.register(environment);
    if (variable) environment.registerVariable(variable.name, variable.type);
    const known = variable ? [...this.#known, { ...variable, loops: this.loops }] : this.#known;
    return new Stage(environment, [...this.names, name], known, [...this.#types, ...types], this.loops);
  }

  /** The stage inside of a loop. */
  inside(): Stage {
    return new Stage(this.environment, this.names, this.#known, this.#types, this.loops + 1);
  }

  /** What the variables of this place stand for. @param rounds as many as there are loops around it */
  variables(memory: Memory, rounds: Rounds): Record<string, unknown> {
    return Object.fromEntries(
      this.#known.map(({ name, loops, value }) => [name, value(memory, rounds.slice(0, loops))]),
    );
  }
}
