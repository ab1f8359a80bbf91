// Classic Outlook runs this in an engine that knows ECMAScript 2016 only: see addin/launch/main.ts.
import { findBeforeSend, sendMessage } from '../launch/before-send.ts';
import type { Outgoing, SendFinding } from '../launch/before-send.ts';

/** Milliseconds after which a mail is sent unchecked; after five seconds Outlook begins to ask the person to wait. */
const TIME_LIMIT_MS = 4_000;
/** Of `SendModeOverride`; the enumeration is not there in every engine. */
const PROMPT_USER = 'promptUser';
/** The version of Mailbox that lets a warning be overridden. */
const OVERRIDE_SINCE = '1.14';
/** Where a draft remembers, until it is closed, what the person was warned of. */
const WARNED = 'amtsfeder.warned';

type Draft = Pick<Office.MessageCompose, 'subject' | 'body' | 'getAttachmentsAsync' | 'sessionData'>;
type Options = Office.SmartAlertsEventCompletedOptions;

export interface SendDeps {
  /** The draft that is being sent. */
  draft(): Draft;
  /** Whether Outlook has a version of the requirement set Mailbox. */
  supports(version: string): boolean;
  timeLimitMs?: number;
}

/**
 * Looks at a mail when its person sends it. Only a finding stops it: whatever fails or takes too long lets it go, since
 * an authority whose mail does not leave is worse off than one with a placeholder in a letter.
 */
export function onSend({ draft, supports, timeLimitMs = TIME_LIMIT_MS }: SendDeps) {
  return (event: Pick<Office.MailboxEvent, 'completed'>): void => {
    let open = true;
    const finish = (options: Options) => {
      if (!open) return;
      open = false;
      event.completed(options);
    };
    const allow = () => finish({ allowEvent: true });
    const guarded = (work: () => void) => {
      try {
        work();
      } catch {
        allow();
      }
    };
    guarded(() => {
      setTimeout(allow, timeLimitMs);
      const item = draft();
      read(item, guarded, (mail) => {
        if (mail === null) return allow();
        answer(item, findBeforeSend(mail), { supports, guarded, finish });
      });
    });
  };
}

type Guarded = (work: () => void) => void;

/** One question to Outlook; null where it fails. What comes of the answer is guarded like everything else. */
function ask<T>(
  guarded: Guarded,
  start: (callback: (result: Office.AsyncResult<T>) => void) => void,
  then: (value: T | null) => void,
): void {
  start((result) =>
    guarded(() => {
      if (String(result.status) === 'succeeded') then(result.value);
      else then(null);
    }),
  );
}

function read(item: Draft, guarded: Guarded, then: (mail: Outgoing | null) => void): void {
  ask<string>(
    guarded,
    (done) => item.subject.getAsync(done),
    (subject) =>
      readBody(item, guarded, (body) => {
        if (body === null) return then(null);
        ask<Office.AttachmentDetailsCompose[]>(
          guarded,
          (done) => item.getAttachmentsAsync(done),
          (files) => then({ subject: subject || '', body, attachments: countOf(files) }),
        );
      }),
  );
}

/** HTML first: text is unreliable in Outlook on the web. A plain text mail answers HTML with an error. */
function readBody(item: Draft, guarded: Guarded, then: (body: Outgoing['body'] | null) => void): void {
  ask<string>(
    guarded,
    (done) => item.body.getAsync('html', done),
    (html) => {
      if (html !== null) return then({ type: 'html', content: html });
      ask<string>(
        guarded,
        (done) => item.body.getAsync('text', done),
        (text) => {
          if (text === null) then(null);
          else then({ type: 'text', content: text });
        },
      );
    },
  );
}

function countOf(files: Office.AttachmentDetailsCompose[] | null): number | null {
  if (files === null) return null;
  return files.filter((file) => !file.isInline).length;
}

interface Means {
  supports: SendDeps['supports'];
  guarded: Guarded;
  finish(options: Options): void;
}

function answer(item: Draft, findings: SendFinding[], means: Means): void {
  const errorMessage = sendMessage(findings);
  if (findings.length === 0) means.finish({ allowEvent: true });
  else if (findings.some(({ kind }) => kind === 'gap')) means.finish({ allowEvent: false, errorMessage });
  else if (means.supports(OVERRIDE_SINCE)) {
    means.finish({ allowEvent: false, errorMessage, sendModeOverride: PROMPT_USER });
  } else warnOnce(item, errorMessage, means);
}

/**
 * The words may mean something else, so the person must be able to send all the same. Older versions have no button for
 * it: there the second try goes through.
 */
function warnOnce(item: Draft, message: string, { guarded, finish }: Means): void {
  ask<string>(
    guarded,
    (done) => item.sessionData.getAsync(WARNED, done),
    (warned) => {
      if (warned === message) return finish({ allowEvent: true });
      item.sessionData.setAsync(WARNED, message, (result) => {
        if (String(result.status) !== 'succeeded') return finish({ allowEvent: true });
        const errorMessage = `${message}\nIst das so gewollt, senden Sie noch einmal.`;
        finish({ allowEvent: false, errorMessage });
      });
    },
  );
}

/** The name that the manifest calls the handler by. */
export const HANDLER = 'amtsfederOnMessageSend';

/**
 * Tells Outlook what to call when a mail is sent. It must happen while the script loads: a soft block without a handler
 * would hold every mail back.
 */
export function listenToSending(office: typeof Office = Office): void {
  office.actions.associate(
    HANDLER,
    onSend({
      draft: () => office.context.mailbox.item as Office.MessageCompose,
      supports: (version) => office.context.requirements.isSetSupported('Mailbox', version),
    }),
  );
}
