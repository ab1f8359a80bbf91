import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { ModelInfo } from '../../contract/models.ts';
import { type Author, noAuthor, type TaskName } from '../../contract/tasks/index.ts';
import type { Host, Theme } from '../office/host.ts';
import { tasksFor } from '../tasks/index.ts';
import type { From, Task } from '../tasks/task.ts';
import { preloadAnswer } from './answer-text.tsx';
import type { Backend } from './backend.ts';
import { carryOut } from './carry-out.ts';
import { workKey, workOf } from './desk.ts';
import type { Memory } from './keep.ts';
import { useDesk } from './use-desk.ts';
import { type Models, useModels } from './use-models.ts';
import { type Seen, useSource } from './use-source.ts';
import type { Order, Work, WorkEvent } from './work.ts';

/** Everything the pane shows and can do, for the task and the source in sight. */
export interface PaneState {
  host: Host;
  tasks: Task[];
  task: Task;
  chooseTask: (name: TaskName) => void;
  seen: Seen;
  key: string;
  work: Work;
  send: (event: WorkEvent) => void;
  models: Models;
  model: ModelInfo | null;
  chooseModel: (id: string) => void;
  author: Author;
  keepAuthor: (author: Author) => void;
  /** Whether nobody has started a task here before. */
  isFirst: boolean;
  /** Starts what is ordered; does nothing while this piece of work is running. */
  start: (order: Order, from: From, model?: string) => void;
}

export function usePane(host: Host, backend: Backend, memory: Memory, initialTask?: TaskName): PaneState {
  const tasks = tasksFor(host.surface);
  const [chosen, setChosen] = useState(initialTask);
  const task = tasks.find(({ name }) => name === chosen) ?? (tasks[0] as Task);
  const seen = useSource(host);
  const [desk, sendToDesk] = useDesk(host.surface, memory);
  useEffect(() => {
    if (seen.key !== null) sendToDesk({ type: 'source', key: seen.key });
  }, [seen.key, sendToDesk]);
  const models = useModels(backend);
  const remembered = useSyncExternalStore(memory.subscribe, memory.remembered);
  const model = pick(models, remembered.model);
  const author = useMemo(
    () => remembered.author ?? { ...noAuthor, ...host.person() },
    [remembered.author, host],
  );
  const running = useRunning();
  useEffect(preloadAnswer, []);

  const key = workKey(task.name, desk.source);
  const work = workOf(desk, task.name, key);
  const send = useCallback(
    (event: WorkEvent) => sendToDesk({ type: 'work', key, task: task.name, event }),
    [sendToDesk, key, task.name],
  );

  const start: PaneState['start'] = (order, from, otherModel) => {
    memory.remember({ hasBegun: true });
    const { signal, stop, end } = running();
    send({ type: 'begun', stop });
    const job = {
      task,
      order,
      values: work.values,
      from,
      overview: seen.overview,
      model: otherModel ?? model?.id ?? null,
      author,
    };
    void carryOut(job, { host, backend, send, signal }).finally(end);
  };

  return {
    host,
    tasks,
    task,
    chooseTask: setChosen,
    seen,
    key,
    work,
    send,
    models,
    model,
    chooseModel: (id) => memory.remember({ model: id }),
    author,
    keepAuthor: (changed) => memory.remember({ author: changed }),
    isFirst: !remembered.hasBegun,
    start,
  };
}

/** The theme of the Office program, as it changes. */
export function useTheme(host: Host): Theme {
  return useSyncExternalStore(
    useCallback((onChange) => host.onThemeChange(onChange), [host]),
    () => host.theme(),
  );
}

/** What the person chose, where it is still to be had, else the first of the house. */
function pick(models: Models, id: string | null): ModelInfo | null {
  if (models.state !== 'known') return null;
  return models.list.find((model) => model.id === id) ?? models.list[0] ?? null;
}

/** Begins something that can be stopped, and stops all of it when the pane goes away. */
function useRunning() {
  const [open] = useState(() => new Set<AbortController>());
  useEffect(
    () => () => {
      for (const controller of open) controller.abort();
    },
    [open],
  );
  return () => {
    const controller = new AbortController();
    open.add(controller);
    return {
      signal: controller.signal,
      stop: () => controller.abort(),
      end: () => open.delete(controller),
    };
  };
}
