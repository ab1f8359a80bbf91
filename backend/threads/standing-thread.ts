import { type ResourceLimits, Worker } from 'node:worker_threads';

/** A thread that stays for all work: started when it is first wanted, and anew after it was ended or broke. */
export interface StandingThread {
  /** The thread, started where there is none. */
  get(): Worker;
  /** Ends a thread that nobody shall wait for any more, and whatever it works on. */
  end(worker: Worker): Promise<void>;
  close(): Promise<void>;
}

/** @param script what the thread runs */
export function standingThread(script: URL, resourceLimits: ResourceLimits): StandingThread {
  let current: Worker | null = null;

  const start = (): Worker => {
    const worker = new Worker(script, {
      resourceLimits,
      // It needs neither the keys in the environment nor the flags of this process, and what it prints may hold words.
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    // A product that ends does not wait for it.
    worker.unref();
    // Without a listener, a thread that breaks while nobody asks would end the whole process.
    worker.on('error', () => drop(worker));
    worker.on('exit', () => drop(worker));
    return worker;
  };
  const drop = (worker: Worker) => {
    if (current === worker) current = null;
  };
  const end = async (worker: Worker) => {
    drop(worker);
    await worker.terminate();
  };

  return {
    get: () => (current ??= start()),
    end,
    close: () => (current === null ? Promise.resolve() : end(current)),
  };
}
