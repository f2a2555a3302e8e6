// Strict TypeScript compiles against the installed package: as ES modules with `node16` and `bundler`, as CommonJS with
// `nodenext`, for browsers without the types of Node; libraries checked. And it says no where it should.

import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commonJs, makeConsumer, run } from './testing/consumer.js';
import { removeScratch } from './testing/scratch.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const examples = join(root, 'examples', 'library');
let home = '';

beforeAll(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'gomod-types-')));
  makeConsumer(home);
  for (const name of ['@types/node', 'undici-types']) {
    cpSync(join(root, 'node_modules', name), join(home, 'node_modules', name), { recursive: true });
  }
}, 120_000);

afterAll(() => removeScratch(home));

const STRICT = {
  target: 'es2023',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  noEmit: true,
  allowJs: true,
  checkJs: true,
};

/** Compiles files as a project of its own below the one that has the package. Answers what tsc says. */
async function compile(
  name: string,
  type: 'module' | 'commonjs',
  files: Record<string, string>,
  options: object,
) {
  const folder = join(home, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type }));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  const compilerOptions = { ...STRICT, lib: ['es2023'], types: ['node'], ...options };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: Object.keys(files) }),
  );
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout, stderr } = await run(process.execPath, [tsc, '-p', folder], folder);
  return { status, said: stdout + stderr };
}

const consumer = readFileSync(join(root, 'tools', 'testdata', 'consumer.ts'), 'utf8');

/** The examples too: JavaScript, held to the types. */
function sources(form: 'mjs' | 'cjs'): Record<string, string> {
  const names = readdirSync(examples).filter((name) => name.endsWith('.mjs'));
  const text = (name: string) => readFileSync(join(examples, name), 'utf8');
  return {
    'consumer.ts': consumer,
    ...Object.fromEntries(
      names.map((name) => [name.replace('mjs', form), form === 'cjs' ? commonJs(text(name)) : text(name)]),
    ),
  };
}

const FINE = { status: 0, said: '' };

describe('strict TypeScript', () => {
  it('compiles ES modules with node16', async () => {
    const options = { module: 'node16', moduleResolution: 'node16' };
    expect(await compile('node16', 'module', sources('mjs'), options)).toEqual(FINE);
  });

  it('compiles ES modules with bundler', async () => {
    const options = { module: 'esnext', moduleResolution: 'bundler' };
    expect(await compile('bundler', 'module', sources('mjs'), options)).toEqual(FINE);
  });

  it('compiles CommonJS with nodenext', async () => {
    const options = { module: 'nodenext', moduleResolution: 'nodenext' };
    expect(await compile('nodenext', 'commonjs', sources('cjs'), options)).toEqual(FINE);
  });

  it('compiles for browsers without the types of Node', async () => {
    const text = consumer
      .replace(
        /^import \{[^}]*\} from 'gomod';$/m,
        "import { GomodError } from 'gomod/module';\nconst isNotExist = String;",
      )
      .replace(/^export async function work[\s\S]*/m, '');
    const options = {
      module: 'esnext',
      moduleResolution: 'bundler',
      lib: ['es2023', 'dom'],
      types: [],
      customConditions: ['browser'],
    };
    expect(await compile('browser', 'module', { 'consumer.ts': text }, options)).toEqual(FINE);
  });

  it('does not find what is not exported', async () => {
    const text = "import { x } from 'gomod/core/modfile';\nexport const y: unknown = x;\n";
    const options = { module: 'node16', moduleResolution: 'node16' };
    const { said } = await compile('inside', 'module', { 'inside.ts': text }, options);
    expect(said).toMatch(/^inside\.ts\(1,19\): error TS2307: Cannot find module 'gomod\/core\/modfile'/);
  });
});
