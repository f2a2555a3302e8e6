import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  it('is taken over by V8, and tells which runs failed', async () => {
    const source = `exports.f = (x) => { const g = () => x + 1; return g(); };
      exports.f(1);
      require('node:process').exit(process.argv[2] === 'version' ? 1 : 0);`;
    const { files, failed } = await compile(new Map([['main.cjs', source]]), ['main.cjs']);
    expect(failed).toEqual(['version']);
    expect([...files.keys()]).toEqual([`${compiledFolder}/main.cjs`]);
    const packed = Buffer.from(files.get(`${compiledFolder}/main.cjs`) ?? []);
    const end = 8 + packed.readUInt32LE(0);
    const text = packed.toString('latin1', end);
    expect(text).toBe(`(function(exports,require,module,__filename){${source}\n})`);
    const cachedData = packed.subarray(8, end);
    const script = new Script(text, { cachedData });
    expect(script.cachedDataRejected).toBe(false);
    const made: { f?: (x: number) => number } = {};
    script.runInThisContext()(made, () => ({ exit: () => {} }));
    expect(made.f?.(1)).toBe(2);
    expect(new Script(`${text} `, { cachedData }).cachedDataRejected).toBe(true);
  });

  it('is not made of runs that never end', async () => {
    const bundle = new Map([['main.cjs', 'process.exitCode = 7; process.disconnect();']]);
    await expect(compile(bundle, ['main.cjs'])).rejects.toThrow('the rehearsal ended: 7');
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

  it.skipIf(!built)(built ? 'is passed over where it is damaged' : 'damage (skipped: not built)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gomod-compiled-'));
    try {
      for (const name of ['bin', 'dist/cli', 'package.json'])
        cpSync(join(root, name), join(folder, name), { recursive: true });
      const main = join(folder, 'dist/cli', compiledFolder, 'main.cjs');
      const whole = readFileSync(main);
      for (const length of [0, 3, 100, whole.length - 1]) {
        writeFileSync(main, whole.subarray(0, length));
        const run = spawnSync(process.execPath, [join(folder, 'bin/gomod.cjs'), 'help'], {
          encoding: 'utf8',
        });
        expect([length, run.status, run.stderr]).toEqual([length, 0, '']);
      }
    } finally {
      removeScratch(folder);
    }
  });

  it.skipIf(!built)(built ? 'comes from runs that end well' : 'runs (skipped: not built)', async () => {
    const folder = join(root, 'dist', 'cli');
    const names = readdirSync(folder).filter((name) => name.endsWith('.cjs'));
    const bundle = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
    expect((await compile(bundle, ['main.cjs'])).failed).toEqual([]);
  });

  it('is used by the same text in both places', () => {
    const text = '(function(exports,require,module,__filename){$';
    for (const file of ['bin/gomod.cjs', 'tools/rehearse.cjs'])
      expect(readFileSync(join(root, file), 'utf8')).toContain(text);
  });
});
