import { useEffect } from 'react';

/** Lets the browser ask before the page is closed while something would be lost. */
export function useLeaving(wouldLose: boolean): void {
  useEffect(() => {
    if (!wouldLose) return;
    const leave = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', leave);
    return () => window.removeEventListener('beforeunload', leave);
  }, [wouldLose]);
}
