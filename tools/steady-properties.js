import fc from '../node_modules/fast-check/lib/fast-check.js';

/**
 * `fast-check` with a seed that stays: whether a commit is good must not depend on the day it is asked. `PROPERTY_SEED` takes
 * another one, `PROPERTY_SEED=random` a new one each time; whoever changes what a property is about runs it so, and longer.
 */
const { PROPERTY_SEED = '20261127' } = process.env;
if (PROPERTY_SEED !== 'random') fc.configureGlobal({ seed: Number(PROPERTY_SEED) });

export * from '../node_modules/fast-check/lib/fast-check.js';
export default fc;
