/** Milliseconds without a further event after which a change is told: Word raises one for every step of the cursor. */
export const SETTLE_MS = 250;

/** Calls once after a burst of calls; `cancel` forgets a call that is waiting. */
export function settled(act: () => void, ms = SETTLE_MS): { (): void; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };
  return Object.assign(later, { cancel: () => clearTimeout(timer) });
}
