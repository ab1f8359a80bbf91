import type { OutlookDeps } from '../outlook.ts';
import { answer, callbackOf, noFaults } from './fake-async.ts';
import type { AsyncFaults } from './fake-async.ts';

/** A form that was opened; nothing is ever sent. */
export interface OpenedForm {
  call: string;
  itemId: string | null;
  data: { htmlBody?: string; toRecipients?: string[]; subject?: string };
}

export interface FakeMail {
  itemId: string;
  subject: string;
  html: string;
  text?: string;
  from?: [name: string, email: string];
  to?: [name: string, email: string][];
  cc?: [name: string, email: string][];
  date?: Date;
  itemType?: string;
}

const MAX_FORM_BYTES = 32 * 1024;

export class FakeOutlook {
  readonly faults: AsyncFaults = noFaults();
  readonly opened: OpenedForm[] = [];
  readonly handlers = new Map<string, () => void>();
  readonly version: string;
  /** What the getter of `mailbox.item` gives. */
  item: unknown = null;

  constructor(version = '1.15') {
    this.version = version;
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
      userProfile: { displayName: 'Petra Klein', emailAddress: 'klein@kusel.example' },
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
      displayNewMessageForm: (data: OpenedForm['data']) =>
        this.#open('displayNewMessageForm', '1.6', null, data),
      displayNewMessageFormAsync: (data: OpenedForm['data'], ...rest: unknown[]) =>
        this.#openLater('displayNewMessageFormAsync', null, data, rest),
    };
    return mailbox as unknown as OutlookDeps['mailbox'];
  }

  #messageRead(mail: FakeMail): unknown {
    const person = ([displayName, emailAddress]: [string, string]) => ({ displayName, emailAddress });
    const { itemId } = mail;
    return {
      itemId,
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
      displayReplyForm: (data: OpenedForm['data']) => this.#open('displayReplyForm', '1.1', itemId, data),
      displayReplyAllForm: (data: OpenedForm['data']) =>
        this.#open('displayReplyAllForm', '1.1', itemId, data),
      displayReplyFormAsync: (data: OpenedForm['data'], ...rest: unknown[]) =>
        this.#openLater('displayReplyFormAsync', itemId, data, rest),
      displayReplyAllFormAsync: (data: OpenedForm['data'], ...rest: unknown[]) =>
        this.#openLater('displayReplyAllFormAsync', itemId, data, rest),
    };
  }

  #open(call: string, since: string, itemId: string | null, data: OpenedForm['data']): void {
    if (!this.supports(since)) throw new TypeError(`${call} is not a function`);
    if (tooLong(data)) throw new Error('Der Wert ist zu lang.');
    this.opened.push({ call, itemId, data });
  }

  #openLater(call: string, itemId: string | null, data: OpenedForm['data'], rest: unknown[]): void {
    if (!this.supports('1.9')) throw new TypeError(`${call} is not a function`);
    answer(this.faults, call, callbackOf(rest), () => {
      if (tooLong(data)) return { code: 9000, name: 'DataExceedsMaximumSize' };
      this.opened.push({ call, itemId, data });
      return { value: undefined };
    });
  }
}

function tooLong({ htmlBody = '' }: OpenedForm['data']): boolean {
  return new Blob([htmlBody]).size > MAX_FORM_BYTES;
}
