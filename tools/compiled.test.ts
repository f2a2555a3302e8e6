import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { compile, compiledFolder } from './compiled.js';
import { removeScratch } from './testing/scratch.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Tells of every script that it makes whether V8 took over what was compiled. */
const SPY = `
const vm = require('node:vm');
const { Script } = vm;
const seen = [];
vm.Script = class extends Script {
  constructor(source, options) {
    super(source, options);
    seen.push([require('node:path').basename(options.filename), this.cachedDataRejected]);
  }
};
process.on('exit', () => process.stderr.write(JSON.stringify(seen)));
`;

describe('what V8 compiled beforehand', () => {
  it('is taken over for the source that it was made from, and not for another', () => {
    const source = 'exports.f = (x) => { const g = () => x + 1; return g(); };';
    const cachedData = Buffer.from(compile(source));
    const wrapped = (text: string) => `(function(exports,require,module,__filename){${text}\n})`;
    const script = new Script(wrapped(source), { cachedData });
    expect(script.cachedDataRejected).toBe(false);
    const made: { f?: (x: number) => number } = {};
    (script.runInThisContext() as (exports: object) => void)(made);
    expect(made.f?.(1)).toBe(2);
    expect(new Script(wrapped(`${source} `), { cachedData }).cachedDataRejected).toBe(true);
  });

  const built = existsSync(join(root, 'dist', 'cli', compiledFolder));
  const title = 'starts the command';
  it.skipIf(!built)(built ? title : `${title} (skipped: not built by this Node)`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'gomod-compiled-'));
    try {
      const spy = join(folder, 'spy.cjs');
      writeFileSync(spy, SPY);
      const { NODE_OPTIONS: _options, ...env } = process.env;
      const args = ['-r', spy, join(root, 'bin', 'gomod.cjs'), '--version'];
      const { stdout, stderr, status } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
      const { version } = createRequire(import.meta.url)('../package.json') as { version: string };
      expect({ status, stdout }).toEqual({ status: 0, stdout: `gomod ${version}\n` });
      const seen = JSON.parse(stderr) as [string, boolean | undefined][];
      expect(seen.length).toBeGreaterThan(0);
      for (const [name, rejected] of seen) expect([name, rejected]).toEqual([name, false]);
    } finally {
      removeScratch(folder);
    }
  });

  it('is used by the same text in both places', () => {
    const text = '(function(exports,require,module,__filename){$';
    for (const file of ['bin/gomod.cjs', 'tools/compiled.ts'])
      expect(readFileSync(join(root, file), 'utf8')).toContain(text);
  });
});
