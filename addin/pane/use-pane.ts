import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Me } from '../../contract/identity.ts';
import type { CollectionCard } from '../../contract/knowledge.ts';
import type { ModelInfo } from '../../contract/models.ts';
import type { PrivacyChoice } from '../../contract/privacy.ts';
import type { Author, DeskTaskName } from '../../contract/tasks/index.ts';
import type { Host, Theme } from '../office/host.ts';
import { tasksFor } from '../tasks/index.ts';
import type { From, Task, Values } from '../tasks/task.ts';
import { preloadAnswer } from './answer-text.tsx';
import { type AttachmentsUse, useAttachments } from './attachments/use-attachments.ts';
import { authorOf, knownAuthor } from './author.ts';
import type { Backend } from './backend.ts';
import {
  type ConversationUse,
  drawnIn,
  useConversation,
  usesConversation,
} from './conversation/use-conversation.ts';
import { type ProvenanceUse, useProvenance } from './provenance/use-provenance.ts';
import { type FormCheckUse, useFormCheck } from './forms/use-form-check.ts';
import { type HouseTexts, useTemplates } from './templates/use-templates.ts';
import type { TabName } from './task-tabs.tsx';
import { type Basis, carryOut, type Job } from './carry-out.ts';
import { workKey, workOf } from './desk.ts';
import type { Memory, Remembered } from './keep.ts';
import { type DecisionUse, useDecision } from './privacy/use-decision.ts';
import type { ReadAlong } from './read-along.ts';
import { useDesk } from './use-desk.ts';
import { type Models, useModels } from './use-models.ts';
import { type Seen, useSource } from './use-source.ts';
import type { Order, Work, WorkEvent } from './work.ts';

/** Everything the pane shows and can do, for the task and the source in sight. */
export interface PaneState extends DecisionUse {
  host: Host;
  tasks: Task[];
  /** The task in sight, or the one that was before what is no task came into sight. */
  task: Task;
  /** What is in sight. */
  tab: TabName;
  /** Whether what is open can be checked for its form: a received mail is somebody else's. */
  checks: boolean;
  chooseTab: (name: TabName) => void;
  /** Puts something into the form of a task, which comes into sight. */
  fill: (task: DeskTaskName, values: Values) => void;
  formCheck: FormCheckUse;
  seen: Seen;
  key: string;
  work: Work;
  send: (event: WorkEvent) => void;
  models: Models;
  model: ModelInfo | null;
  chooseModel: (id: string) => void;
  attachments: AttachmentsUse;
  conversation: ConversationUse;
  /** What is read along with a part of what is open. */
  alongWith: (from: From | null) => ReadAlong;
  provenance: ProvenanceUse;
  house: HouseTexts;
  backend: Backend;
  /** Those that can be asked; loaded once, and again after a failure. */
  collections: () => Promise<CollectionCard[]>;
  /** Who signs. */
  author: Author;
  /** What is known of them without their saying so. */
  knownAuthor: Author;
  /** What is remembered of the person, in all panes of the page. */
  remembered: Remembered;
  remember: Memory['remember'];
  memory: Memory;
  /** All that an order needs, but for what is decided about its privacy. */
  jobFor: (order: Order, from: From) => Omit<Job, 'privacy' | 'basis'>;
  /** Starts what is ordered. */
  start: (order: Order, from: From, how: StartHow) => void;
}

/** How an order is carried out. */
interface StartHow {
  /** Id of a model; where it is missing, the chosen one. */
  model?: string | undefined;
  privacy: PrivacyChoice;
  /** What was read for it already. */
  basis?: Basis;
}

export function usePane(
  host: Host,
  backend: Backend,
  memory: Memory,
  me: Me | null,
  initialTask?: DeskTaskName,
): PaneState {
  const tasks = tasksFor(host.surface);
  const [chosen, setChosen] = useState(initialTask);
  const [beside, setBeside] = useState<'check' | 'agents' | null>(null);
  const task = tasks.find(({ name }) => name === chosen) ?? (tasks[0] as Task);
  const seen = useSource(host);
  const [desk, sendToDesk] = useDesk(host.surface, memory);
  useEffect(() => {
    if (seen.key !== null) sendToDesk({ type: 'source', key: seen.key });
  }, [seen.key, sendToDesk]);
  const models = useModels(backend);
  const remembered = useSyncExternalStore(memory.subscribe, memory.remembered);
  const decision = useDecision(memory, remembered, seen.key);
  const model = pick(models, remembered.model);
  const known = useMemo(() => knownAuthor(me, host.person()), [me, host]);
  const author = useMemo(() => authorOf(remembered.author, known), [remembered.author, known]);
  const attachments = useAttachments(host.attachments, backend, seen.key);
  const reachable = me?.mailbox === true ? (seen.overview?.conversation ?? null) : null;
  // What one person's mailbox holds is nothing for the next who signs in here.
  const ownKey = me === null || seen.key === null ? null : `${me.email} ${seen.key}`;
  const conversation = useConversation(backend, reachable, ownKey);
  const alongWith: PaneState['alongWith'] = (from) => ({
    attachments: attachments.texts(),
    conversation: usesConversation(task.name, from) ? drawnIn(conversation) : [],
  });
  const provenance = useProvenance(host, seen.key);
  const house = useTemplates(backend);
  const formCheck = useFormCheck(host, backend, seen.key);
  const running = useRunning();
  const collections = useCollections(backend);
  useEffect(preloadAnswer, []);

  const key = workKey(task.name, desk.source);
  const work = workOf(desk, task.name, key);
  const send = useCallback(
    (event: WorkEvent) => sendToDesk({ type: 'work', key, task: task.name, event }),
    [sendToDesk, key, task.name],
  );

  const jobFor: PaneState['jobFor'] = (order, from) => ({
    task,
    order,
    values: work.values,
    from,
    overview: seen.overview,
    along: alongWith(from),
    knowledge: remembered.drawsOnKnowledge,
    model: model?.id ?? null,
    author,
  });
  const start: PaneState['start'] = (order, from, how) => {
    memory.remember({ hasBegun: true });
    const { signal, stop, end } = running();
    if (order.kind === 'refine') send({ type: 'wish-typed', wish: '' });
    send({ type: 'begun', stop });
    const base = jobFor(order, from);
    const job = { ...base, model: how.model ?? base.model, privacy: how.privacy, basis: how.basis ?? null };
    void carryOut(job, { host, backend, send, signal }).finally(end);
  };

  const chooseTab: PaneState['chooseTab'] = (name) => {
    const isTask = name !== 'check' && name !== 'agents';
    setBeside(isTask ? null : name);
    if (isTask) setChosen(name);
  };

  return {
    host,
    tasks,
    task,
    tab: beside ?? task.name,
    checks: host.surface !== 'mail-read',
    chooseTab,
    fill: (name, values) => {
      const of = workKey(name, desk.source);
      sendToDesk({ type: 'work', key: of, task: name, event: { type: 'filled', values } });
      sendToDesk({ type: 'work', key: of, task: name, event: { type: 'view-chosen', view: 'form' } });
      chooseTab(name);
    },
    formCheck,
    seen,
    key,
    work,
    send,
    models,
    model,
    attachments,
    conversation,
    alongWith,
    provenance,
    house,
    backend,
    collections,
    chooseModel: (id) => memory.remember({ model: id }),
    author,
    knownAuthor: known,
    remembered,
    memory,
    remember: memory.remember,
    ...decision,
    jobFor,
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

function useCollections(backend: Backend): PaneState['collections'] {
  const known = useRef<Promise<CollectionCard[]>>(null);
  return useCallback(() => {
    known.current ??= backend.collections(new AbortController().signal).catch((fault: unknown) => {
      known.current = null;
      throw fault;
    });
    return known.current;
  }, [backend]);
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

/** The tab at a place, counted from 0; null where there is none. */
export function tabAt({ tasks, checks }: PaneState, place: number): TabName | null {
  const others: TabName[] = checks ? ['check', 'agents'] : ['agents'];
  return tasks[place]?.name ?? others[place - tasks.length] ?? null;
}
