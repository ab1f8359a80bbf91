import pLimit from 'p-limit';
import { MAX_FILE_BYTES } from '../../contract/limits.ts';
import { answered } from './call.ts';
import { HostError } from './host.ts';
import type { AttachedFile, Attachments } from './host.ts';
import { limitsOf, lineOf } from './outlook.ts';
import type { OutlookDeps } from './outlook.ts';
import { outlookHas } from './requirements.ts';

/** Calls for attachments that Outlook answers at the same time; it fails any more. */
const AT_ONCE = 3;
/** Signs of Base64 that stand for the longest file that is read. */
const MAX_BASE64 = Math.ceil(MAX_FILE_BYTES / 3) * 4;
const PICTURE = /\.(?:png|jpe?g|gif|bmp|webp|svg|tiff?|heic|ico|emz|wmz)$/i;

type Details = Pick<Office.AttachmentDetails, 'id' | 'name' | 'size' | 'isInline'> & {
  attachmentType: string;
};
type Item = Pick<Office.MessageRead, 'getAttachmentContentAsync'>;

/**
 * The files of a received mail.
 * @param openMail the mail that is open. @throws HostError
 * @returns null below Mailbox 1.8, which cannot read them
 */
export function mailAttachments(deps: OutlookDeps, openMail: () => Office.MessageRead): Attachments | null {
  return attachmentsOf(deps, openMail, (mail) => Promise.resolve(mail.attachments as Details[]));
}

/** The files of a draft; like `mailAttachments`. */
export function draftAttachments(
  deps: OutlookDeps,
  openDraft: () => Office.MessageCompose,
): Attachments | null {
  const { ask } = limitsOf(deps);
  return attachmentsOf(deps, openDraft, (draft) =>
    answered<Details[]>((done) => draft.getAttachmentsAsync(done as never), ask),
  );
}

function attachmentsOf<T extends Item>(
  deps: OutlookDeps,
  open: () => T,
  detailsOf: (item: T) => Promise<Details[]>,
): Attachments | null {
  if (!outlookHas(deps.supports, 'attachments')) return null;
  const { read } = limitsOf(deps);
  const queue = pLimit(AT_ONCE);

  async function list(item: T): Promise<AttachedFile[]> {
    return (((await detailsOf(item)) as Details[] | undefined) ?? []).map(fileOf);
  }

  return {
    list: () => queue(() => list(open())),
    read: (id) =>
      queue(async () => {
        const item = open();
        // The ids belong to the mail: another one may have been opened since they were listed.
        const file = (await list(item)).find((one) => one.id === id);
        if (file === undefined) throw new HostError('nothing-open');
        if (file.kind === 'link') throw new HostError('unsupported');
        if (file.size > MAX_FILE_BYTES) throw new HostError('too-long');
        return bytesOf(
          await answered<Office.AttachmentContent>((done) => item.getAttachmentContentAsync(id, done), read),
        );
      }),
  };
}

function fileOf(details: Details): AttachedFile {
  return {
    id: details.id,
    name: lineOf(details.name),
    size: Number.isFinite(details.size) ? details.size : 0,
    kind: kindOf(details),
  };
}

function kindOf({ attachmentType, isInline, name }: Details): AttachedFile['kind'] {
  if (attachmentType === 'cloud') return 'link';
  if (attachmentType === 'item') return 'item';
  // Apple Mail says of every file that it stands within the text; of a picture it is true.
  const picture = PICTURE.test(name) || !/\.\w{1,8}$/.test(name);
  return isInline && picture ? 'inline' : 'file';
}

/** @throws HostError */
function bytesOf({ format, content }: Office.AttachmentContent): Uint8Array {
  switch (String(format)) {
    case 'base64':
      if (content.length > MAX_BASE64) throw new HostError('too-long');
      return fromBase64(content);
    // A mail or an appointment that hangs on the mail, as text.
    case 'eml':
    case 'iCalendar': {
      if (content.length > MAX_FILE_BYTES) throw new HostError('too-long');
      return new TextEncoder().encode(content);
    }
    default:
      throw new HostError('unsupported');
  }
}

function fromBase64(content: string): Uint8Array {
  let binary: string;
  try {
    binary = atob(content);
  } catch {
    throw new HostError('host-error');
  }
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
