// The library in a page: Chromium loads dist/browser as it lies there, without a bundler, and gets the same answers.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixtureZip } from '../../conformance/fixtures/module.js';
import { runInBrowser } from '../../tools/testing/browser.js';
import { needs } from '../../tools/testing/requirements.js';
import { hashZip } from './zip.js';

const folder = fileURLToPath(new URL('../../dist/browser', import.meta.url));
const need = needs('chromium');

const GO_MOD = `module example.com/app // ours

go 1.21

// pinned
require example.com/m v1.0.0
`;

describe.skipIf(need.skip)(need.title('in a browser'), () => {
  beforeAll(() => {
    if (!existsSync(folder)) throw new Error('run `npm run build` first');
  });

  it('parses and edits a go.mod, verifies the h1: of a zip, and reads a graph', async () => {
    const zip = fixtureZip({
      path: 'example.com/m',
      version: 'v1.0.0',
      files: { 'm.go': 'package m\n'.repeat(999) },
    });
    const script = `
      import { parse } from '/files/modfile.js';
      import { ModuleError, isPseudoVersion } from '/files/module.js';
      import { compare } from '/files/semver.js';
      import { hashGoMod, parse as parseSum } from '/files/gosum.js';
      import { readGraph } from '/files/graph.js';
      import { hashZip, unzip, ZipError, GomodError } from '/files/zip.js';
      import { newClient, newFetchOps, newMemoryLog, generateKey, serve } from '/files/sumdb.js';
      import { parse as template } from '/files/template.js';
      const bytes = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer());
      const zip = await bytes('/m.zip');
      const file = parse('go.mod', await bytes('/go.mod'));
      file.addRequire('example.com/m', 'v1.2.0');
      const graph = await readGraph({ goMod: file, readGoMod: (m) => 'module ' + m.path });
      const { signerKey, verifierKey } = generateKey('sum.test', new Uint8Array(32));
      const log = newMemoryLog(signerKey, (m) => m.path + ' ' + m.version + ' ' + hashZip(zip) + '\\n');
      const client = newClient(newFetchOps({ key: verifierKey, fetch: async (url) => {
        const { status, body } = await serve(log, new URL(url).pathname);
        return { status, arrayBuffer: async () => body.slice().buffer };
      }}));
      let refused;
      try { hashZip(zip.subarray(0, 9)); } catch (error) { refused = error; }
      await report({
        goMod: new TextDecoder().decode(file.format()),
        sum: hashZip(zip),
        files: [...unzip({ path: 'example.com/m', version: 'v1.0.0' }, zip)].map(({ path }) => path),
        empty: hashGoMod(''),
        sums: [...parseSum('go.sum', 'a v1.0.0 h1:a=\\n').entries()].length,
        list: graph.buildList().map((m) => m.path + '@' + m.version),
        proven: await client.lookup('example.com/m', 'v1.0.0'),
        refused: [refused instanceof ZipError, refused instanceof GomodError, refused?.code],
        shown: template('{{range $i, $m := .}}{{$i}}:{{$m.path}} {{end}}').execute([{ path: 'a' }, { path: 'b' }]),
        order: compare('v1.10.0', 'v1.9.0'),
        pseudo: isPseudoVersion('v0.0.0-20240101000000-abcdefabcdef'),
        node: typeof process + typeof Buffer + typeof require,
      });`;
    const reported = await runInBrowser({ script, files: { '/m.zip': zip, '/go.mod': GO_MOD }, folder });
    expect(reported).toEqual({
      goMod: GO_MOD.replace('v1.0.0', 'v1.2.0'),
      sum: hashZip(zip),
      files: ['m.go', 'go.mod'],
      empty: 'h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydY=',
      sums: 1,
      list: ['example.com/app@', 'example.com/m@v1.2.0'],
      proven: [`example.com/m v1.0.0 ${hashZip(zip)}`],
      refused: [true, true, 'format'],
      shown: '0:a 1:b ',
      order: 1,
      pseudo: true,
      node: 'undefinedundefinedundefined',
    });
  });
});
