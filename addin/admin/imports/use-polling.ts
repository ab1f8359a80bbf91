import { useEffect, useRef } from 'react';

/** Milliseconds between two looks at an import that is under way. */
const LOOK_MS = 1_500;

/** Looks again and again while something is under way, and once more when it is over: it may have ended between two looks. */
export function usePolling(underWay: boolean, look: () => void): void {
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !underWay) look();
    was.current = underWay;
    if (!underWay) return;
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [underWay, look]);
}
