// Facts of sources say what the sources say: a law over all samples, and over the folders of a Go tree.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { goTree } from '../../../conformance/scripts/harness.js';
import { SOURCES } from '../../../tools/testing/imports-samples.js';
import { goBinary, needs } from '../../../tools/testing/requirements.js';
import { readSource, type SourceFile, scanImports, scannedOf, scanSource } from '../../core/imports/index.js';
import { encodeText } from '../../core/text.js';
import { factOfFiles, factOfImports, filesOfFact, importsOfFact, type Texts } from './source-facts.js';

const go = needs('go');

/** Texts as a record keeps them. */
function textList(list: string[] = []): Texts & { readonly list: string[] } {
  return {
    list,
    text: (place) => {
      const text = list[place];
      if (text === undefined) throw new RangeError('no such text');
      return text;
    },
    place: (text) => (list.includes(text) ? list.indexOf(text) : list.push(text) - 1),
  };
}

/** A value as it comes back from a file. */
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function sourcesOf(files: Readonly<Record<string, Uint8Array>>): SourceFile[] {
  return Object.entries(files).flatMap(([name, bytes]) => readSource(name, `/d/${name}`, bytes) ?? []);
}

/** Whether the files can be remembered; where they can, they have to come back as they were. */
function comesBack(files: readonly SourceFile[]): boolean {
  const texts = textList();
  const fact = factOfFiles(files, texts);
  if (fact === undefined) return false;
  const back = filesOfFact(stored(fact) as unknown[], '/d', textList(stored(texts.list)));
  expect(back).toEqual(files);
  return true;
}

describe('facts of files', () => {
  it('are the files, each sample alone', () => {
    const kept = { yes: 0, no: 0 };
    for (const sample of SOURCES) {
      for (const [name, text] of Object.entries(sample)) {
        const files = sourcesOf({ [name]: encodeText(text) });
        const isSound = files.every(
          ({ failure, syntaxError }) => failure === undefined && syntaxError === undefined,
        );
        const is = comesBack(files);
        if (!isSound) expect([name, is]).toEqual([name, false]);
        kept[is ? 'yes' : 'no']++;
      }
    }
    expect(kept.yes).toBeGreaterThan(40);
    expect(kept.no).toBeGreaterThan(10);
  });

  it('refuse positions elsewhere', () => {
    const text = 'package p\n\n//line x.go:7\nimport "a"\n';
    expect(comesBack(sourcesOf({ 'a.go': encodeText(text) }))).toBe(false);
    expect(comesBack(sourcesOf({ 'a.go': encodeText(text.replace('x.go', 'x')) }))).toBe(false);
  });

  it('refuse what is none', () => {
    const texts = textList(['a']);
    for (const odd of [[1], [['a']], [['a.txt', 'p', 0, [], 0]], [['a.go', 'p', 0, [7, 1, 1], 0]]])
      expect(() => filesOfFact(odd, '/d', texts)).toThrow();
    expect(() => importsOfFact([2, 0, 1], texts)).toThrow(RangeError);
  });

  it.skipIf(go.skip)(
    go.title('are the files of a Go tree, and what the module loader sees of them'),
    () => {
      const root = join(goTree(goBinary() as string).root, 'src');
      let folders = 0;
      for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
        if (/testdata|\.[^/]*$/.test(name) || !/^(?:net|runtime|os|crypto|cmd\/go|go)(?:\/|$)/.test(name))
          continue;
        const folder = join(root, name);
        if (!statSync(folder).isDirectory()) continue;
        const read = Object.fromEntries(
          readdirSync(folder, { withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => [entry.name, readFileSync(join(folder, entry.name))] as const),
        );
        const files = sourcesOf(read);
        if (files.length === 0) continue;
        expect([name, comesBack(files)]).toEqual([name, true]);
        for (const file of files.filter(({ kind }) => kind === 'go'))
          expect(scanSource(file.name, file.path, read[file.name] as Uint8Array)).toMatchObject(
            scannedOf(file),
          );
        folders++;
      }
      expect(folders).toBeGreaterThan(150);
    },
    60_000,
  );
});

describe('facts of imports', () => {
  it('are the imports', () => {
    const texts = textList();
    for (const sample of SOURCES) {
      const files = sourcesOf(
        Object.fromEntries(Object.entries(sample).map(([name, text]) => [name, encodeText(text)])),
      ).filter(({ kind, failure }) => kind === 'go' && failure === undefined);
      if (files.length === 0) continue;
      try {
        const imports = scanImports(files.map(scannedOf), 'any');
        expect(importsOfFact(stored(factOfImports(imports, texts)) as unknown[], texts)).toEqual(imports);
      } catch (error) {
        expect(error).toMatchObject({ code: 'no-go-files' });
      }
    }
    expect(texts.list.length).toBeGreaterThan(10);
  });
});
