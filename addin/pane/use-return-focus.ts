import { useEffect, useState } from 'react';

/** Gives the focus back to what had it before a window opened, where it would be lost otherwise. */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // The window holds on to the focus until it is gone altogether.
      setTimeout(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && before instanceof HTMLElement && before.isConnected) before.focus();
      });
    },
    [before],
  );
}
