import type { Desk } from '../workspace/desk.ts';
import { type AttachedFile, type Attachments, HostError } from './host.ts';

type DeskMail = NonNullable<Desk['mail']>;

function filesOf({ mail }: DeskMail): AttachedFile[] {
  return mail.attachments.map((file, at) => ({ id: String(at), ...file }));
}

/** The attachments of a saved mail in the order of the backend, which reads it with the same parser and settings. */
async function contentsOf(file: File): Promise<(ArrayBuffer | Uint8Array | string)[]> {
  // Loaded when it is needed: most mails have nothing that is asked for.
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(file, { forceRfc822Attachments: true, maxNestingDepth: 50 });
  return mail.attachments.map(({ content }) => content);
}

/**
 * The files of the mail that lies on the desk, read out of the file that it was opened from.
 * @param open the mail; null where none lies there
 */
export function browserAttachments(open: () => DeskMail | null): Attachments {
  const openMail = () => {
    const mail = open();
    if (!mail) throw new HostError('nothing-open');
    return mail;
  };
  return {
    list: async () => filesOf(openMail()),
    async read(id) {
      const mail = openMail();
      const wanted = filesOf(mail).find((each) => each.id === id);
      if (wanted?.kind !== 'file' || !mail.file) throw new HostError('unsupported');
      const contents = await contentsOf(mail.file).catch(() => {
        throw new HostError('host-error');
      });
      const content = contents[Number(id)];
      if (content === undefined) throw new HostError('unsupported');
      return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
    },
  };
}
