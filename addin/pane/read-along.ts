import type { Attachment, ConversationMail, Source } from '../../contract/source.ts';

/** What is read along with what is open. */
export interface ReadAlong {
  /** Files of the mail. */
  attachments: Attachment[];
  /** Its conversation; empty where it was not drawn in. */
  conversation: ConversationMail[];
}

/** A source with what is read along. */
export function withAlong(source: Source, { attachments, conversation }: ReadAlong): Source {
  const background = conversation.length === 0 ? {} : { conversation };
  switch (source.kind) {
    case 'nothing':
      return source;
    case 'document':
      return { ...source, ...background };
    case 'mail':
      return { ...source, ...background, attachments };
  }
}
