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

const project = (displayName, roots, testEnvironment) => ({
  displayName,
  roots: roots.map((root) => `<rootDir>/${root}`),
  testEnvironment,
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: typescript,
});

export default {
  projects: [
    project('backend', ['contract', 'backend'], 'node'),
    project('addin', ['addin'], 'jsdom'),
    project('e2e', ['e2e'], 'node'),
  ],
  testTimeout: 30_000,
  // Jest leaves a core free, which on two cores means one test after the other.
  maxWorkers: '100%',
};
