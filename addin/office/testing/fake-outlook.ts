import type { OutlookDeps } from '../outlook.ts';
import { answer, callbackOf, noFaults } from './fake-async.ts';
import type { AsyncFaults } from './fake-async.ts';
import { FakeAttachments } from './fake-attachments.ts';
import type { FakeAttachment } from './fake-attachments.ts';

/** A form that was opened; nothing is ever sent. */
export interface OpenedForm {
  call: string;
  itemId: string | null;
  data: FormData;
}

interface FormData {
  htmlBody?: string;
  toRecipients?: string[];
  subject?: string;
  body?: string;
  start?: Date;
  end?: Date;
}

export interface FakeMail {
  itemId: string;
  /** Empty in a mail that was opened from a file. */
  conversationId?: string;
  subject: string;
  html: string;
  text?: string;
  from?: [name: string, email: string];
  to?: [name: string, email: string][];
  cc?: [name: string, email: string][];
  date?: Date;
  itemType?: string;
  attachments?: FakeAttachment[];
}

const MAX_FORM_BYTES = 32 * 1024;

export class FakeOutlook {
  readonly faults: AsyncFaults = noFaults();
  readonly opened: OpenedForm[] = [];
  readonly handlers = new Map<string, () => void>();
  readonly version: string;
  /** What the getter of `mailbox.item` gives. */
  item: unknown = null;
  /** The files of the mail that is open. */
  attachments: FakeAttachments | null = null;
  /** Where the mailbox lies; programs before 1.6 don't tell. */
  accountType = 'office365';
  /** Whether the program has forms for appointments; phones have not. */
  readonly appointments: boolean;

  constructor(version = '1.15', appointments = true) {
    this.version = version;
    this.appointments = appointments;
  }

  /** Opens a received mail, as a click in the list does. */
  read(mail: FakeMail): void {
    this.item = this.#messageRead(mail);
    this.handlers.get('olkItemSelectedChanged')?.();
  }

  close(): void {
    this.item = null;
    this.handlers.get('olkItemSelectedChanged')?.();
  }

  supports(version: string): boolean {
    const [, minor = '0'] = version.split('.');
    const [, mine = '0'] = this.version.split('.');
    return Number(minor) <= Number(mine);
  }

  mailbox(): OutlookDeps['mailbox'] {
    const item = () => this.item;
    const mailbox = {
      get item() {
        return item();
      },
      userProfile: this.#profile(),
      addHandlerAsync: (event: string, handler: () => void, ...rest: unknown[]) =>
        answer(this.faults, 'addHandlerAsync', callbackOf(rest), () => {
          this.handlers.set(event, handler);
          return { value: undefined };
        }),
      removeHandlerAsync: (event: string, ...rest: unknown[]) =>
        answer(this.faults, 'removeHandlerAsync', callbackOf(rest), () => {
          this.handlers.delete(event);
          return { value: undefined };
        }),
      displayNewMessageForm: (data: FormData) => this.#open('displayNewMessageForm', '1.6', null, data),
      displayNewMessageFormAsync: (data: FormData, ...rest: unknown[]) =>
        this.#openLater('displayNewMessageFormAsync', null, data, rest),
      ...(this.appointments && {
        displayNewAppointmentForm: (data: FormData) =>
          this.#open('displayNewAppointmentForm', '1.1', null, data),
        displayNewAppointmentFormAsync: (data: FormData, ...rest: unknown[]) =>
          this.#openLater('displayNewAppointmentFormAsync', null, data, rest),
      }),
    };
    return mailbox as unknown as OutlookDeps['mailbox'];
  }

  #profile(): unknown {
    const accountType = () => (this.supports('1.6') ? this.accountType : undefined);
    return {
      displayName: 'Petra Klein',
      emailAddress: 'klein@kusel.example',
      get accountType() {
        return accountType();
      },
    };
  }

  #messageRead(mail: FakeMail): unknown {
    const person = ([displayName, emailAddress]: [string, string]) => ({ displayName, emailAddress });
    const { itemId } = mail;
    const files = new FakeAttachments(this.faults, mail.attachments ?? []);
    this.attachments = files;
    return {
      attachments: files.details(),
      getAttachmentContentAsync: files.getAttachmentContentAsync,
      itemId,
      conversationId: mail.conversationId ?? '',
      itemType: mail.itemType ?? 'message',
      subject: mail.subject,
      from: person(mail.from ?? ['Eva Weber', 'weber@example.org']),
      to: (mail.to ?? []).map(person),
      cc: (mail.cc ?? []).map(person),
      dateTimeCreated: mail.date ?? new Date('2026-11-20T08:15:00Z'),
      body: {
        getAsync: (type: string, ...rest: unknown[]) =>
          answer(this.faults, `body.getAsync ${type}`, callbackOf<string>(rest), () => ({
            value: type === 'html' ? mail.html : (mail.text ?? ''),
          })),
      },
      displayReplyForm: (data: FormData) => this.#open('displayReplyForm', '1.1', itemId, data),
      displayReplyAllForm: (data: FormData) => this.#open('displayReplyAllForm', '1.1', itemId, data),
      displayReplyFormAsync: (data: FormData, ...rest: unknown[]) =>
        this.#openLater('displayReplyFormAsync', itemId, data, rest),
      displayReplyAllFormAsync: (data: FormData, ...rest: unknown[]) =>
        this.#openLater('displayReplyAllFormAsync', itemId, data, rest),
    };
  }

  #open(call: string, since: string, itemId: string | null, data: FormData): void {
    if (!this.supports(since)) throw new TypeError(`${call} is not a function`);
    if (tooLong(data)) throw new Error('Der Wert ist zu lang.');
    this.opened.push({ call, itemId, data });
  }

  #openLater(call: string, itemId: string | null, data: FormData, rest: unknown[]): void {
    if (!this.supports('1.9')) throw new TypeError(`${call} is not a function`);
    answer(this.faults, call, callbackOf(rest), () => {
      if (tooLong(data)) return { code: 9000, name: 'DataExceedsMaximumSize' };
      this.opened.push({ call, itemId, data });
      return { value: undefined };
    });
  }
}

function tooLong({ htmlBody = '', body = '', subject = '' }: FormData): boolean {
  return (
    new Blob([htmlBody]).size > MAX_FORM_BYTES ||
    new Blob([body]).size > MAX_FORM_BYTES ||
    subject.length > 255
  );
}
