import type { ReplyInput } from '../../contract/tasks/reply.ts';

/** How long a text shall be. */
export const lengths: Record<ReplyInput['length'], string> = {
  short: 'kurz',
  medium: 'mittel',
  long: 'ausführlich',
};
