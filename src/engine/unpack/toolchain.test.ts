import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeMemoryFolder } from '../../../tools/testing/memory-folder.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { writeFile } from '../../../tools/write-files.js';
import { realFileSystem } from '../io/index.js';
import { makeToolchainRunnable } from './toolchain.js';

const root = makeMemoryFolder('gomod-toolchain-');
afterAll(() => removeScratch(root));

it('lets the programs of a toolchain run, and nothing else', () => {
  const files = [
    'bin/go',
    'bin/gofmt',
    'pkg/tool/linux_amd64/compile',
    'pkg/include/asm.h',
    'lib/wasm/go_js_wasm_exec',
    'lib/time/zoneinfo.zip',
    'src/run.bash',
  ];
  for (const file of files) writeFile(join(root, file), '', 0o444);
  makeToolchainRunnable(realFileSystem, root);
  const runnable = files.filter((file) => (statSync(join(root, file)).mode & 0o777) === 0o555);
  expect(runnable).toEqual([
    'bin/go',
    'bin/gofmt',
    'pkg/tool/linux_amd64/compile',
    'lib/wasm/go_js_wasm_exec',
  ]);
});
