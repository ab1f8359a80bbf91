import { CONTRACT_VERSION } from '../../contract/limits.ts';
import type { SendingPreview, SentMessage } from '../../contract/privacy.ts';
import type { TaskCall } from '../../contract/tasks/index.ts';
import { clear, maskedIn } from './clearing.ts';
import { conversationFor } from './conversation.ts';
import { fits, partsFor } from './long.ts';
import { prepare } from './preparation.ts';
import { type House, mannerOf } from './run.ts';

/**
 * What would leave the house if the task were started now, letter by letter but for the mark of the fence, which is new
 * each time. Sends nothing. A long source is shown in one piece, with the number of parts that it would be sent in.
 * @throws TaskError
 */
export async function previewTask(
  call: TaskCall,
  house: House,
  signal: AbortSignal,
): Promise<SendingPreview> {
  const { locked, inspection, intended, verdict } = await prepare(call, house, signal);
  const stays = verdict.treatment === 'refused' || intended.info.place === 'intern';
  if (stays) return { version: CONTRACT_VERSION, verdict, masked: 0, messages: [], parts: 1 };
  const { assignment, reading, sent } = clear(locked, inspection, verdict, intended.info, mannerOf(house));
  const conversation = conversationFor(assignment, reading);
  const messages = sent(conversation);
  const parts = fits(intended, conversation) ? 1 : partsFor(assignment, reading, intended);
  return { version: CONTRACT_VERSION, verdict, masked: maskedIn(messages), messages, parts };
}

/**
 * What the model is told, letter by letter but for the mark of the fence, wherever the model is. Sends nothing.
 * @throws TaskError
 */
export async function toldTo(call: TaskCall, house: House, signal: AbortSignal): Promise<SentMessage[]> {
  const { locked, inspection, intended, verdict } = await prepare(call, house, signal);
  const { assignment, reading, sent } = clear(locked, inspection, verdict, intended.info, mannerOf(house));
  return sent(conversationFor(assignment, reading));
}
