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

export default (_env, { mode = 'production' }) => {
  const production = mode === 'production';
  return {
    mode,
    context: root,
    entry: Object.fromEntries(Object.entries(pages).map(([name, { script }]) => [name, inRoot(script)])),
    output: {
      path: inRoot('dist'),
      filename: '[name].[contenthash:16].js',
      chunkFilename: '[name].[contenthash:16].js',
      hashDigest: 'hex',
      publicPath: 'auto',
      clean: true,
    },
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: 'swc-loader',
          options: {
            jsc: {
              target: 'es2022',
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
            },
          },
        },
      ],
    },
    optimization: {
      splitChunks: { chunks: 'async' },
    },
    // Never eval: the workspace's content security policy forbids it.
    devtool: production ? false : 'cheap-module-source-map',
    cache: {
      type: 'filesystem',
      cacheDirectory: inRoot('.cache', 'webpack'),
      buildDependencies: { config: [import.meta.filename] },
    },
    plugins: [
      ...Object.entries(pages).map(
        ([name, { template, filename }]) =>
          new HtmlWebpackPlugin({ template: inRoot(template), filename, chunks: [name], inject: 'body' }),
      ),
      new CopyPlugin({ patterns: copied }),
      ...(production ? [new InitialSize()] : []),
    ],
    performance: { hints: false },
    stats: { preset: 'errors-warnings', logging: 'info' },
    infrastructureLogging: { level: 'warn' },
  };
};
