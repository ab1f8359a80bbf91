/** Waits; ends sooner where it is told to. @param ms milliseconds */
export type Pause = (ms: number, sooner: AbortSignal) => Promise<void>;

export const pause: Pause = (ms, sooner) =>
  new Promise((resolve) => {
    if (sooner.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    sooner.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
