import { answer, callbackOf } from './fake-async.ts';
import type { AsyncFaults } from './fake-async.ts';

export interface FakeAttachment {
  id: string;
  name: string;
  content: string;
  attachmentType?: string;
  format?: string;
  isInline?: boolean;
  size?: number;
}

/** Attachment calls that Outlook answers at once. */
const AT_ONCE = 3;

/** The files of a mail; a fourth call while three are open fails, as in Outlook. */
export class FakeAttachments {
  /** The most calls that were open at the same time. */
  most = 0;
  #open = 0;
  readonly #faults: AsyncFaults;
  readonly #files: FakeAttachment[];

  constructor(faults: AsyncFaults, files: FakeAttachment[]) {
    this.#faults = faults;
    this.#files = files;
  }

  readonly details = () =>
    this.#files.map(({ id, name, content, attachmentType = 'file', isInline = false, size }) => ({
      id,
      name,
      attachmentType,
      isInline,
      size: size ?? content.length,
    }));

  readonly getAttachmentsAsync = (...rest: unknown[]) =>
    this.#call('getAttachmentsAsync', rest, () => ({ value: this.details() }));

  readonly getAttachmentContentAsync = (id: string, ...rest: unknown[]) =>
    this.#call('getAttachmentContentAsync', rest, () => {
      const file = this.#files.find((one) => one.id === id);
      if (file === undefined) return { code: 9047, name: 'InvalidAttachmentId' };
      return { value: { content: file.content, format: file.format ?? 'base64' } };
    });

  #call<T>(name: string, rest: unknown[], work: () => { value: T } | { code: number; name: string }): void {
    if (this.#open >= AT_ONCE) {
      answer<T>(this.#faults, name, callbackOf(rest), () => ({ code: 9020, name: 'GenericResponseError' }));
      return;
    }
    this.#open += 1;
    this.most = Math.max(this.most, this.#open);
    setTimeout(() => {
      this.#open -= 1;
      answer(this.#faults, name, callbackOf<T>(rest), work);
    }, 2);
  }
}
