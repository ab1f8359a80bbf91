const typescript = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        // What is imported as JSON must still say so.
        experimental: { keepImportAttributes: true },
      },
      module: { type: 'es6' },
    },
  ],
};

const project = (displayName, roots, testEnvironment, more = {}) => ({
  displayName,
  roots: roots.map((root) => `<rootDir>/${root}`),
  testEnvironment,
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: typescript,
  moduleNameMapper: { '^fast-check$': '<rootDir>/tools/steady-properties.js' },
  ...more,
});

export default {
  projects: [
    project('backend', ['contract', 'backend'], 'node', {
      globalSetup: '<rootDir>/backend/store/testing/global-setup.js',
      globalTeardown: '<rootDir>/backend/store/testing/global-teardown.js',
    }),
    project('addin', ['addin'], 'jsdom'),
    project('e2e', ['e2e'], 'node'),
  ],
  // Generous: on a busy machine a test that starts processes takes long, and one that hangs is found all the same.
  testTimeout: 120_000,
  // Jest leaves a core free, which on two cores means one test after the other.
  maxWorkers: '100%',
};
