import type { ModelInfo } from '../../contract/models.ts';
import type { PrivacyVerdict, SentMessage } from '../../contract/privacy.ts';
import type { Conversation } from '../models/model.ts';
import type { Item } from '../privacy/item.ts';
import { restoring } from '../privacy/placeholders/hearing.ts';
import { maskTexts, type Vault } from '../privacy/placeholders/mask.ts';
import { type CallTexts, mapTexts } from './call-texts.ts';
import type { Assignment } from './conversation.ts';
import type { Hearing } from './hearing.ts';
import { typedIn } from './inquiry.ts';
import { spokenOf } from './spoken.ts';
import type { Inspection } from './inspection.ts';
import { placeholderRules } from './placeholder-rules.ts';
import type { Reading } from './reading.ts';

/** What holds for every text of the house on this day. */
export type Manner = Pick<Assignment, 'today' | 'gender'>;

/** A request as a model may have it. */
export interface Cleared {
  assignment: Assignment;
  reading: Reading;
  verdict: PrivacyVerdict;
  /** Puts back what was masked, as the answer comes. */
  restore(hearing: Hearing): Hearing;
  /** What is said in a conversation, letter by letter, with what stands behind each placeholder. */
  sent(conversation: Conversation): SentMessage[];
}

/**
 * Masks what the chosen model must not have. What a person or the house chose to mask leaves the house in no class.
 * @param model the one that was chosen; no stand-in is further away
 */
export function clear(
  asked: CallTexts,
  { texts, items }: Inspection,
  verdict: PrivacyVerdict,
  model: ModelInfo,
  manner: Manner,
): Cleared {
  if (verdict.treatment === 'plain' && model.place === 'intern') return asItIs(asked, verdict, manner);
  const masked = verdict.treatment === 'plain' ? items.map(onlyByHand) : items;
  const { texts: sayable, vault } = maskTexts(texts, masked);
  let at = 0;
  const { call, reading, passages } = mapTexts(asked, () => sayable[at++] ?? '');
  return {
    assignment: { call, passages, ...manner, placeholderRules: (said) => placeholderRules(vault, said) },
    reading,
    verdict,
    restore: (hearing) => restoring(hearing, vault),
    sent: (conversation) => messagesOf(conversation, vault),
  };
}

function asItIs({ call, reading, passages }: CallTexts, verdict: PrivacyVerdict, manner: Manner): Cleared {
  return {
    assignment: { call, passages, ...manner, placeholderRules: () => '' },
    reading,
    verdict,
    restore: (hearing) => hearing,
    sent: (conversation) => messagesOf(conversation, null),
  };
}

function onlyByHand(items: readonly Item[]): Item[] {
  return items.filter(({ byHand }) => byHand);
}

function messagesOf(conversation: Conversation, vault: Vault | null): SentMessage[] {
  return spokenOf(conversation).map((message) => ({ ...message, marks: vault?.marks(message.text) ?? [] }));
}

/**
 * What a person asked in their own words, with everything personal masked, whatever class the request has.
 * @returns null where nobody looked for what is personal
 */
export function maskedWords(asked: CallTexts, { texts, items }: Inspection): string | null {
  if (texts.length === 0) return null;
  const { texts: masked } = maskTexts(texts, items);
  let at = 0;
  return typedIn(mapTexts(asked, () => masked[at++] ?? '').call);
}

/** Distinct things that are masked in messages; what the system says of placeholders may name more of them. */
export function maskedIn(messages: readonly SentMessage[]): number {
  const said = messages.filter(({ role }) => role !== 'system');
  return new Set(said.flatMap(({ text, marks }) => marks.map(({ start, end }) => text.slice(start, end))))
    .size;
}
