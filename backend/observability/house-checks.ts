import type { ModelRegister } from '../../contract/register.ts';
import type { ReadinessCheck } from '../http/health.ts';
import { StoreError } from '../store/store.ts';

/** Whether any of the configured models may be asked; the built-in one alone is no reason to warn. */
export function modelsCheck(readRegister: () => Promise<Pick<ModelRegister, 'models'>>): ReadinessCheck {
  return {
    name: 'models',
    without: 'less',
    async check() {
      const models = await modelsOf(readRegister);
      const standings = models
        .filter(({ configured }) => configured !== null && configured.provider !== 'builtin')
        .map(({ standing }) => standing);
      if (standings.length > 0 && !standings.some((each) => each === 'approved' || each === 'provisional')) {
        throw new Error('none of the configured models is approved');
      }
    },
  };
}

/** Of a database that does not answer nobody knows what it lacks; that it is missing is told by itself. */
async function modelsOf(readRegister: () => Promise<Pick<ModelRegister, 'models'>>) {
  try {
    return (await readRegister()).models;
  } catch (fault) {
    if (fault instanceof StoreError) return [];
    throw fault;
  }
}

/** How long the word counts that an issuer did not answer: as long as it takes until somebody tries again. */
const AWAY_MS = 60_000;

/**
 * Whether the keys of the sign-in could be had when they were needed last. No issuer is asked for this: anyone may ask for
 * the readiness, and would set off requests to others.
 * @param monotonicMs a clock that only goes forward, in milliseconds
 */
export function signInCheck(monotonicMs: () => number = () => performance.now()): {
  check: ReadinessCheck;
  /** Told why a token did not count. */
  note(reason: string): void;
} {
  let awayAt = -Infinity;
  return {
    note(reason) {
      if (reason === 'unavailable') awayAt = monotonicMs();
    },
    check: {
      name: 'sign-in keys',
      without: 'less',
      check: () =>
        monotonicMs() - awayAt < AWAY_MS
          ? Promise.reject(new Error('an issuer did not answer'))
          : Promise.resolve(),
    },
  };
}
