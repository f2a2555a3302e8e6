// Bundles the library for browsers: `tsx tools/browser.ts`.
//
// dist/browser holds every entry of the library that package.json offers under the condition `browser`, as ES modules that
// import nothing but each other: a page can load them as they lie there, a bundler finds them by their names. What
// several entries need is in chunks, so that every class exists once. platform-browser.ts takes the place of platform.ts.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { replaceFolder } from './replace-folder.js';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Package {
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

/** The sources of the entries, by the names of their files without extension. */
function entries(): Record<string, string> {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Package;
  const files = Object.values(exports).flatMap((target) => (typeof target === 'string' ? [] : [target]));
  return Object.fromEntries(
    files.flatMap(({ browser }) => {
      const [, name] = /^\.\/dist\/browser\/([\w-]+)\.js$/.exec(browser ?? '') ?? [];
      return name === undefined ? [] : [[name, `src/library/${name}.ts`]];
    }),
  );
}

const browserPlatform: Plugin = {
  name: 'browser-platform',
  setup(context) {
    context.onResolve({ filter: /^\.\/platform\.js$/ }, ({ importer }) => ({
      path: join(dirname(importer), 'platform-browser.ts'),
    }));
  },
};

const { outputFiles } = await build({
  absWorkingDir: root,
  bundle: true,
  chunkNames: 'chunk-[hash]',
  entryPoints: entries(),
  format: 'esm',
  legalComments: 'inline',
  minifyIdentifiers: false,
  minifySyntax: true,
  minifyWhitespace: true,
  outdir: join(root, 'dist', 'browser'),
  platform: 'browser',
  plugins: [browserPlatform],
  splitting: true,
  target: 'es2022',
  write: false,
});

const prefix = join(root, 'dist', 'browser');
replaceFolder(prefix, new Map(outputFiles.map(({ path, text }) => [path.slice(prefix.length + 1), text])));
