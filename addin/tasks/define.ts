import { createElement } from 'react';
import type { ErrorCode } from '../../contract/errors.ts';
import { MAX_SOURCE_CHARS } from '../../contract/limits.ts';
import type { Source } from '../../contract/source.ts';
import { taskInputs } from '../../contract/tasks/index.ts';
import type { FormProps, Task, TaskSpec, Values } from './task.ts';

/** Makes the tasks alike for the pane: values are read through the task's own schema, inputs through the contract's. */
export function defineTask<V extends Values>(spec: TaskSpec<V>): Task {
  const { Form } = spec;
  const read = (values: Values): V => {
    const known = spec.schema.safeParse(values);
    return known.success ? known.data : spec.initial('document');
  };
  return {
    ...spec,
    accepts: (values) => spec.schema.safeParse(values).success,
    Form: function TaskForm({ values, ...rest }: FormProps) {
      return createElement(Form, { ...rest, values: read(values) });
    },
    missing: (values, from) => spec.missing(read(values), from),
    settings: (values) => spec.settings(read(values)),
    toAsk(values, source) {
      const refused = refuse(source);
      if (refused !== null) return { refused };
      const ask = spec.toAsk(read(values), source);
      if (ask === null) return { refused: 'empty_source' };
      return taskInputs[ask.task].safeParse(ask.input).success ? ask : { refused: 'invalid_request' };
    },
  };
}

function refuse(source: Source): ErrorCode | null {
  if (source.kind === 'nothing') return null;
  const text = source.kind === 'mail' ? source.body.content : source.text;
  if (text.length > MAX_SOURCE_CHARS) return 'too_large';
  return source.kind === 'document' && text.trim() === '' ? 'empty_source' : null;
}
