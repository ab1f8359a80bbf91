import { answer, callbackOf } from './fake-async.ts';
import type { AsyncFaults } from './fake-async.ts';
import { FakeAttachments } from './fake-attachments.ts';
import type { FakeAttachment } from './fake-attachments.ts';

/** A mail that is being written: its text, and which part of it is selected. */
export class FakeDraft {
  readonly itemType = 'message';
  /** Null for a new mail until it is saved. */
  conversationId: string | null = null;
  before: string;
  selected = '';
  after = '';
  /** Where the selection is. */
  sourceProperty: 'body' | 'subject' = 'body';
  /**
   * What is selected after writing: nothing, as in most versions; what was written, perhaps tidied; or still the old
   * words, because the new ones went to the top of the mail (new Outlook for Mac).
   */
  afterWriting: 'nothing' | 'written' | 'tidied' | 'old' = 'nothing';
  /** What the add-in keeps while the draft is open. */
  readonly session = new Map<string, string>();
  attachments: FakeAttachment[] = [];
  readonly #faults: AsyncFaults;
  readonly #type: 'html' | 'text';
  readonly #title: string;

  constructor(faults: AsyncFaults, type: 'html' | 'text', before: string, title = '') {
    this.#faults = faults;
    this.#type = type;
    this.before = before;
    this.#title = title;
  }

  get content(): string {
    return this.before + this.selected + this.after;
  }

  readonly subject = {
    getAsync: (...rest: unknown[]) =>
      answer(this.#faults, 'subject.getAsync', callbackOf<string>(rest), () => ({ value: this.#title })),
  };

  readonly body = {
    getAsync: (type: string, ...rest: unknown[]) =>
      answer(this.#faults, `body.getAsync ${type}`, callbackOf<string>(rest), () =>
        type === 'html' && this.#type === 'text'
          ? { code: 5001, name: 'InvalidFormatError' }
          : { value: this.content },
      ),
    getTypeAsync: (...rest: unknown[]) =>
      answer(this.#faults, 'getTypeAsync', callbackOf<string>(rest), () => ({ value: this.#type })),
  };

  getSelectedDataAsync(type: string, ...rest: unknown[]): void {
    answer(this.#faults, 'getSelectedDataAsync', callbackOf(rest), () => ({
      value: {
        data: type === 'text' ? this.selected.replaceAll(/<[^>]*>/g, '') : this.selected,
        sourceProperty: this.sourceProperty,
      },
    }));
  }

  setSelectedDataAsync(data: string, options: { coercionType?: string }, ...rest: unknown[]): void {
    answer(this.#faults, 'setSelectedDataAsync', callbackOf(rest), () => {
      if (options.coercionType === 'html' && this.#type === 'text') {
        return { code: 2006, name: 'InvalidFormatError' };
      }
      if (data.length > 1_000_000) return { code: 2009, name: 'DataExceedsMaximumSize' };
      if (this.afterWriting === 'old') this.before = data + this.before;
      else if (this.afterWriting === 'nothing') {
        this.before += data;
        this.selected = '';
      } else this.selected = this.afterWriting === 'tidied' ? data.replaceAll('<p>', '<p class="x">') : data;
      return { value: undefined };
    });
  }

  getAttachmentsAsync(...rest: unknown[]): void {
    new FakeAttachments(this.#faults, this.attachments).getAttachmentsAsync(...rest);
  }

  getAttachmentContentAsync(id: string, ...rest: unknown[]): void {
    new FakeAttachments(this.#faults, this.attachments).getAttachmentContentAsync(id, ...rest);
  }

  readonly sessionData = {
    getAsync: (name: string, ...rest: unknown[]) =>
      answer(this.#faults, 'sessionData.getAsync', callbackOf<string>(rest), () => {
        const value = this.session.get(name);
        return value === undefined ? { code: 9020, name: 'KeyNotFound' } : { value };
      }),
    setAsync: (name: string, value: string, ...rest: unknown[]) =>
      answer(this.#faults, 'sessionData.setAsync', callbackOf(rest), () => {
        this.session.set(name, value);
        return { value: undefined };
      }),
  };
}
