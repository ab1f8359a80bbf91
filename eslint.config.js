import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const forbidImports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
const fromBackend = { regex: '(^|/)backend/', message: 'addin and backend meet only in contract.' };
const fromAddin = { regex: '(^|/)addin/', message: 'addin and backend meet only in contract.' };
const providerSdk = {
  regex: '^(openai|@google/genai)(/|$)',
  message: "Only backend/models may import a provider's SDK.",
};
const sql = {
  regex: '^(pg|drizzle-orm|pg-boss|@electric-sql/)',
  message: 'Only backend/store and *.store.ts speak SQL.',
};
const fromConsole = {
  regex: '(^|/)admin/',
  message: 'The console is a page of its own: nothing else is built on it.',
};
const fromWorkspace = {
  regex: '(^|/)workspace/(?!testing/)',
  message: 'The pane also runs without the workspace: what both need belongs to the pane.',
};
/** What the console has in common with the pane: signing in, asking the backend, colours and frames. */
const sharedRooms = [
  'sign-in/',
  'administers\\.ts',
  'backend\\.ts',
  'reach\\.ts',
  'dialog-frame\\.tsx',
  'error-boundary\\.tsx',
  'theme-choice\\.ts',
  'themes\\.ts',
  'use-bar-styles\\.ts',
  'use-media\\.ts',
  'privacy/privacy-words\\.ts',
  'testing/browser\\.ts',
];
const fromPane = {
  regex: `(^|/)pane/(?!(${sharedRooms.join('|')}))`,
  message: 'The console takes from the pane only what stands in sharedRooms (eslint.config.js).',
};
const officeGlobals = ['Office', 'Word', 'OfficeExtension', 'OfficeRuntime'].map((name) => ({
  name,
  message: 'Only addin/office names Office or Word.',
}));

// The preset is a list whose last entry holds the plugin's own rules.
const officeRules = {
  ...Object.fromEntries(
    Object.entries(officeAddins.configs.recommended.at(-1).rules).filter(([name]) =>
      name.startsWith('office-addins/'),
    ),
  ),
  // It takes every `load` of a property for a navigational one.
  'office-addins/no-navigational-load': 'off',
};

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'node_modules/', 'bench/node_modules/', 'coverage/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      // TypeScript reports undefined names itself and knows the ambient ones.
      'no-undef': 'off',
    },
  },
  { files: ['**/*.js', '**/*.mjs'], languageOptions: { globals: { process: 'readonly' } } },
  {
    files: ['contract/**'],
    ignores: ['**/*.test.ts'],
    rules: forbidImports(
      { regex: '^(?!zod(/mini)?$|\\./|\\.\\./)', message: 'contract imports only zod.' },
      fromBackend,
      fromAddin,
    ),
  },
  {
    files: ['backend/**'],
    rules: forbidImports(fromAddin, providerSdk, sql, {
      regex: '^react',
      message: 'No interface in the backend.',
    }),
  },
  { files: ['backend/models/**'], rules: forbidImports(fromAddin, sql) },
  { files: ['backend/store/**', 'backend/**/*.store.ts'], rules: forbidImports(fromAddin, providerSdk) },
  {
    files: ['addin/**/*.ts', 'addin/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...jsxA11y.configs.recommended.rules,
      ...forbidImports(fromBackend, providerSdk, sql, fromConsole),
      'no-restricted-globals': ['error', ...officeGlobals, 'event'],
    },
  },
  // A later list takes the place of an earlier one, so each names all.
  {
    files: ['addin/{pane,tasks,output,changes,launch}/**'],
    rules: forbidImports(fromBackend, providerSdk, sql, fromConsole, fromWorkspace),
  },
  {
    files: ['addin/admin/**'],
    rules: forbidImports(fromBackend, providerSdk, sql, fromPane, fromWorkspace),
  },
  {
    files: ['addin/office/**'],
    plugins: { 'office-addins': officeAddins },
    rules: { ...officeRules, 'no-restricted-globals': ['error', 'event'] },
  },
  prettier,
);
