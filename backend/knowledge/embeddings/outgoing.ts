import type { DataClass } from '../../../contract/privacy.ts';
import type { ModelInfo } from '../../../contract/models.ts';
import { stricterOf } from '../../policy/data-classes.ts';
import { maskTexts } from '../../privacy/placeholders/mask.ts';
import type { HousePrivacy } from '../../tasks/inspection.ts';

/**
 * What a model may have of some texts: as they are, masked, or, where the rules refuse it, nothing (null). A text counts
 * as of the class of its collection; where somebody is named in it, it counts as personal as well, whatever the
 * collection says. Words that the house always masks leave it in no class.
 * @throws RecogniserError where nobody can say what is personal in them: nothing of them may be sent
 */
export async function outgoing(
  texts: readonly string[],
  dataClass: DataClass,
  place: ModelInfo['place'],
  { policy, mask, keep, recognise }: HousePrivacy,
  signal: AbortSignal,
): Promise<(string | null)[]> {
  const own = policy[dataClass][place];
  if (own === 'refused') return texts.map(() => null);
  if (own === 'plain' && place === 'intern' && policy.personal.intern === 'plain') return [...texts];
  const items = await recognise(
    texts.map((text) => ({ text })),
    { mask, keep, release: [] },
    signal,
  );
  return texts.map((text, index) => {
    const found = items[index] ?? [];
    const treatment = found.length === 0 ? own : stricterOf(own, policy.personal[place]);
    if (treatment === 'refused') return null;
    const hidden = treatment === 'masked' ? found : found.filter(({ byHand }) => byHand);
    // Each by itself: placeholders of one text tell nothing about another.
    return maskTexts([text], [hidden]).texts[0] ?? null;
  });
}
