import type { Conversation, ConversationOf } from '../../contract/conversation.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { TaskEvent } from '../../contract/events.ts';
import type { FillRequest } from '../../contract/fill.ts';
import type { CollectionCard, DocumentPart, FaqEntry } from '../../contract/knowledge.ts';
import type { FormName, FormReport, TemplateList } from '../../contract/forms.ts';
import type { ModelList } from '../../contract/models.ts';
import type { ClassSuggestion, SendingPreview } from '../../contract/privacy.ts';
import type { Source } from '../../contract/source.ts';
import type { TaskCall } from '../../contract/tasks/index.ts';
import type { AgentsApi } from './agents/agents-api.ts';

/** The backend as the pane knows it. */
export interface Backend {
  /**
   * The models that can be chosen, the default first, and what the house wants of their texts.
   * @throws BackendError
   */
  models(signal: AbortSignal): Promise<Omit<ModelList, 'version'>>;
  /**
   * Has a file read.
   * @returns its text as Markdown
   * @throws BackendError
   */
  read(bytes: Uint8Array, name: string, signal: AbortSignal): Promise<string>;
  /**
   * Checks a text against the rules of its form; no model is asked.
   * @param form null leaves it to the backend to find out
   * @throws BackendError
   */
  checkForm(form: FormName | null, text: string, signal: AbortSignal): Promise<FormReport>;
  /**
   * The Vorlagen and Textbausteine of the house.
   * @throws BackendError
   */
  templates(signal: AbortSignal): Promise<Omit<TemplateList, 'version'>>;
  /**
   * Fills a Vorlage.
   * @returns the DOCX file
   * @throws BackendError
   */
  fill(template: string, values: Omit<FillRequest, 'version'>, signal: AbortSignal): Promise<Blob>;
  /**
   * What would be sent for a task, letter by letter; nothing is.
   * @throws BackendError
   */
  preview(call: TaskCall, signal: AbortSignal): Promise<SendingPreview>;
  /**
   * What the content of a source suggests as its data class; no model is asked.
   * @throws BackendError
   */
  dataClass(source: Source, signal: AbortSignal): Promise<ClassSuggestion>;
  /**
   * What was said in a conversation, from the person's mailbox.
   * @throws BackendError
   */
  conversation(of: ConversationOf, signal: AbortSignal): Promise<Omit<Conversation, 'version'>>;
  /**
   * The collections that the person may read.
   * @throws BackendError
   */
  collections(signal: AbortSignal): Promise<CollectionCard[]>;
  /**
   * A document of the knowledge around one of its sections, or from the one with a number on (counted from 0).
   * @param version id of the version
   * @throws BackendError
   */
  documentPart(
    version: string,
    place: { around: number } | { from: number },
    signal: AbortSignal,
  ): Promise<DocumentPart>;
  /**
   * The file that a version was read from.
   * @throws BackendError
   */
  original(version: string, signal: AbortSignal): Promise<Blob>;
  /**
   * Proposes entries for an FAQ; they count once somebody of the collection has approved them.
   * @throws BackendError
   */
  proposeFaq(
    proposal: { collection: string; title: string; entries: FaqEntry[] },
    signal: AbortSignal,
  ): Promise<void>;
  /** Agents, their runs and the library; what talks to them is loaded when it is first wanted. */
  agents(): Promise<AgentsApi>;
  /**
   * Runs a task. The events come as the contract says; whatever goes wrong, also on the way, is an `error` event,
   * and exactly one `done` or `error` is the last. An abort ends it with `stopped`. Never throws.
   */
  run(call: TaskCall, signal: AbortSignal): AsyncIterable<TaskEvent>;
}

/** What a request to the backend can fail with. */
export class BackendError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode) {
    super(code);
    this.name = 'BackendError';
    this.code = code;
  }
}
