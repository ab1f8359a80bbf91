import type { Block } from '../../contract/rich.ts';
import type { Copy } from './clipboard.ts';
import type { HostErrorCode, Outcome } from './host.ts';

/** The action "copy". */
export async function copied(copy: Copy, blocks: Block[]): Promise<Outcome> {
  return (await copy(blocks)) ? { status: 'done' } : { status: 'failed', why: 'clipboard-refused' };
}

/** The text on the clipboard because the direct way is closed; where that fails too, `why` is told. */
export async function copiedInstead(copy: Copy, blocks: Block[], why: HostErrorCode): Promise<Outcome> {
  return (await copy(blocks)) ? { status: 'copied-instead', why } : { status: 'failed', why };
}
