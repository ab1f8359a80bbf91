const LOOK_MS = 1_000;

/**
 * Tells when npm is gone. npm runs a script in a shell that dies of a signal without handing it on: the product would
 * go on unseen and hold its port. Started in any other way nothing is watched, since a service may well outlive what
 * started it.
 */
export function whenOrphaned(env: Record<string, string | undefined>, orphaned: () => void): void {
  if (env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    orphaned();
  }, LOOK_MS);
  watch.unref();
}
