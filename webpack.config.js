import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlWebpackPlugin from 'html-webpack-plugin';

const root = import.meta.dirname;
const inRoot = (...path) => join(root, ...path);

/** The pages: the script each begins with, the HTML it stands in and the file it becomes. */
const pages = {
  pane: { script: 'addin/pane/main.tsx', template: 'addin/pane/pane.html', filename: 'pane.html' },
  workspace: {
    script: 'addin/workspace/main.tsx',
    template: 'addin/workspace/index.html',
    filename: 'index.html',
  },
  admin: { script: 'addin/admin/main.tsx', template: 'addin/admin/admin.html', filename: 'admin.html' },
  'sign-in': {
    script: 'addin/pane/sign-in/window-main.ts',
    template: 'addin/pane/sign-in/sign-in.html',
    filename: 'sign-in.html',
  },
};

/**
 * The script that Outlook starts when a mail is sent. Its name stands in the manifest; the classic one runs it without
 * a page, in an engine of its own that knows ECMAScript 2016, loads no second file and may not load a minified one.
 */
const launch = {
  script: 'addin/launch/main.ts',
  template: 'addin/launch/launch.html',
  filename: 'launch.html',
};

/** Folders that are served as they are. */
const copied = [
  { from: 'addin/assets', to: 'assets' },
  { from: 'addin/workspace/samples', to: 'samples' },
];

/** Bytes, gzipped, of all scripts and styles that the pane loads before it can be used. */
const PANE_BUDGET = 200 * 1024;

/** Weighs what a page loads at once and fails the build where the pane is over its budget. */
class InitialSize {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('InitialSize', (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'InitialSize', stage }, () => {
        for (const [name, entry] of compilation.entrypoints) this.weigh(compilation, name, entry.getFiles());
      });
    });
  }

  weigh(compilation, name, files) {
    const initial = files.filter((file) => /\.(?:js|css)$/.test(file));
    const bytes = initial
      .map((file) => gzipSync(compilation.getAsset(file).source.buffer(), { level: 9 }).length)
      .reduce((sum, size) => sum + size, 0);
    const words = `${name}: ${Math.ceil(bytes / 1024)} KB gzip at the start, in ${initial.length} files`;
    compilation.getLogger('size').info(words);
    if (name === 'pane' && bytes > PANE_BUDGET) {
      compilation.errors.push(new Error(`${words}; the budget is ${PANE_BUDGET / 1024} KB`));
    }
  }
}

const scripts = (target, output = {}) => ({
  test: /\.tsx?$/,
  exclude: /node_modules/,
  loader: 'swc-loader',
  options: {
    jsc: {
      target,
      output,
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
  },
});

const page = (name, { template, filename }, more = {}) =>
  new HtmlWebpackPlugin({ template: inRoot(template), filename, chunks: [name], inject: 'body', ...more });

const common = (name, mode) => ({
  name,
  mode,
  context: root,
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  cache: {
    type: 'filesystem',
    cacheDirectory: inRoot('.cache', 'webpack'),
    buildDependencies: { config: [import.meta.filename] },
  },
  performance: { hints: false },
  stats: { preset: 'errors-warnings', logging: 'info' },
  infrastructureLogging: { level: 'warn' },
});

const pagesConfig = (mode) => {
  const production = mode === 'production';
  return {
    ...common('pages', mode),
    entry: Object.fromEntries(Object.entries(pages).map(([name, { script }]) => [name, inRoot(script)])),
    output: {
      path: inRoot('dist'),
      filename: '[name].[contenthash:16].js',
      chunkFilename: '[name].[contenthash:16].js',
      hashDigest: 'hex',
      publicPath: 'auto',
      // Both configurations write into one folder.
      clean: { keep: /^launch\./ },
    },
    module: { rules: [scripts('es2022')] },
    optimization: {
      splitChunks: { chunks: 'async' },
    },
    // Never eval: the workspace's content security policy forbids it.
    devtool: production ? false : 'cheap-module-source-map',
    plugins: [
      ...Object.entries(pages).map(([name, one]) => page(name, one)),
      new CopyPlugin({ patterns: copied }),
      ...(production ? [new InitialSize()] : []),
    ],
  };
};

const launchConfig = (mode) => ({
  ...common('launch', mode),
  target: ['web', 'es5'],
  entry: { launch: inRoot(launch.script) },
  output: { path: inRoot('dist'), filename: '[name].js', publicPath: 'auto' },
  // Only signs of ASCII: nothing says how the engine reads others.
  module: { rules: [scripts('es2016', { charset: 'ascii' })] },
  optimization: { minimize: false },
  devtool: false,
  plugins: [page('launch', launch, { scriptLoading: 'blocking' })],
});

export default (_env, { mode = 'production' }) => [pagesConfig(mode), launchConfig(mode)];
