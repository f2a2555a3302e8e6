// Edits: golden pairs of texts, checked by eye. `separate` and `all` set every requirement at once; a `!` marks
// an indirect one.

import { describe, expect, it } from 'vitest';
import { decodeText, encodeText } from '../text.js';
import { ModFile, parse, parseWork } from './index.js';

/** The text of a template literal: without its first newline and the indentation of its first line. */
function text(literal: TemplateStringsArray): string {
  const lines = (literal.raw[0] ?? '').replace(/^\n/, '').split('\n');
  const indent = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0;
  return lines.map((line) => line.slice(Math.min(indent, /^ */.exec(line)?.[0].length ?? 0))).join('\n');
}

function edited(before: string, edit: (file: ModFile) => void): string {
  const file = parse('go.mod', encodeText(before));
  edit(file);
  file.sortBlocks();
  file.cleanup();
  return decodeText(file.format());
}

const wanted = (...words: string[]) =>
  words.map((word) => {
    const [path = '', version = ''] = word.replace('!', '').split('@');
    return { mod: { path, version }, indirect: word.endsWith('!') };
  });

describe('requirements', () => {
  const file = text`
    // Head.

    module m // about m

    go 1.21

    // The first block.
    require (
    	// about a
    	a v1.0.0 // why a

    	b v1.0.0
    	c v1.0.0 // indirect; why c
    )

    require d v1.0.0
    `;

  it('changes one and keeps every comment', () => {
    expect(edited(file, (mod) => mod.addRequire('a', 'v1.5.0'))).toBe(file.replace('a v1.0.0', 'a v1.5.0'));
  });

  it('adds one to the last block, which it makes of a line', () => {
    expect(edited(file, (mod) => mod.addRequire('e', 'v1.0.0'))).toBe(
      file.replace('require d v1.0.0\n', 'require (\n\td v1.0.0\n\te v1.0.0\n)\n'),
    );
  });

  it('drops one, and a block of one line becomes that line', () => {
    expect(
      edited(file, (mod) => {
        mod.dropRequire('a');
        mod.dropRequire('b');
      }),
    ).toBe(text`
      // Head.

      module m // about m

      go 1.21

      // The first block.
      require c v1.0.0 // indirect; why c

      require d v1.0.0
      `);
  });

  it('sets all of them in the blocks that are there', () => {
    const all = wanted('a@v1.1.0!', 'c@v1.0.0', 'd@v1.0.0', 'f@v1.0.0!');
    expect(edited(file, (mod) => mod.setRequire(all))).toBe(text`
      // Head.

      module m // about m

      go 1.21

      // The first block.
      require (
      	// about a
      	a v1.1.0 // indirect; why a
      	c v1.0.0 // why c
      )

      require (
      	d v1.0.0
      	f v1.0.0 // indirect
      )
      `);
  });

  it('splits a single block without comments', () => {
    const before = 'module m\n\nrequire (\n\ta v1.0.0\n\tb v1.0.0 // indirect\n\tc v1.0.0\n)\n';
    const after = 'module m\n\nrequire (\n\ta v1.0.0\n\tc v1.0.0\n)\n\nrequire b v1.0.0 // indirect\n';
    expect(
      edited(before, (mod) => mod.setRequireSeparateIndirect(wanted('a@v1.0.0', 'b@v1.0.0!', 'c@v1.0.0'))),
    ).toBe(after);
  });

  it('moves lines between the two blocks, and leaves commented blocks alone', () => {
    const before = text`
      module m

      require (
      	a v1.0.0
      	b v1.0.0
      )

      // mine
      require (
      	c v1.0.0
      )

      require (
      	d v1.0.0 // indirect
      	e v1.0.0 // indirect
      )
      `;
    const all = wanted(
      'a@v1.0.0!',
      'b@v1.0.0',
      'c@v1.0.0!',
      'd@v1.0.0',
      'e@v1.0.0!',
      'f@v1.0.0!',
      'g@v1.0.0',
    );
    expect(edited(before, (mod) => mod.setRequireSeparateIndirect(all))).toBe(text`
      module m

      require (
      	b v1.0.0
      	d v1.0.0
      	g v1.0.0
      )

      // mine
      require c v1.0.0 // indirect

      require (
      	a v1.0.0 // indirect
      	e v1.0.0 // indirect
      	f v1.0.0 // indirect
      )
      `);
  });

  it('refuses two versions of one module', () => {
    const file = new ModFile();
    expect(() => file.setRequire(wanted('a@v1.0.0', 'a@v1.1.0'))).toThrow(
      'conflicting versions for path a (v1.0.0 and v1.1.0)',
    );
  });
});

describe('other directives', () => {
  it('builds a file from nothing', () => {
    const file = new ModFile();
    file.addModuleStmt('example.com/m');
    file.addGoStmt('1.21');
    file.addToolchainStmt('go1.22.0');
    file.addNewRequire('a', 'v1.0.0', true);
    file.addComment('// The end.');
    expect(decodeText(file.format())).toBe(
      'module example.com/m\n\ngo 1.21\n\ntoolchain go1.22.0\n\nrequire a v1.0.0 // indirect\n\n// The end.\n',
    );
  });

  it('sorts excludes by version from go 1.21 on', () => {
    const block = (...versions: string[]) =>
      `exclude (\n${versions.map((version) => `\ta ${version}\n`).join('')})\n`;
    const mixed = block('v1.9.0', 'v1.10.0', 'v1.9.0', 'v1.9.0-rc.1');
    expect(edited(`go 1.20\n\n${mixed}`, () => {})).toBe(
      `go 1.20\n\n${block('v1.10.0', 'v1.9.0', 'v1.9.0-rc.1')}`,
    );
    expect(edited(`go 1.21\n\n${mixed}`, () => {})).toBe(
      `go 1.21\n\n${block('v1.9.0-rc.1', 'v1.9.0', 'v1.10.0')}`,
    );
  });

  it('sorts retractions, the latest first', () => {
    expect(edited('retract (\n\tv1.0.0\n\t[v1.2.0, v1.3.0]\n\tv1.2.0\n\tv1.10.0\n)\n', () => {})).toBe(
      'retract (\n\tv1.10.0\n\t[v1.2.0, v1.3.0]\n\tv1.2.0\n\tv1.0.0\n)\n',
    );
  });

  it('lets the last replacement win', () => {
    expect(edited('replace (\n\ta => ../1\n\ta => ../2 // second\n)\n', () => {})).toBe(
      'replace a => ../2 // second\n',
    );
  });

  it('replaces every version at once, and single ones', () => {
    const before = 'replace (\n\ta v1.0.0 => ../1\n\ta v1.1.0 => ../2\n\tb => ../b\n)\n';
    const by = { path: '../x y', version: '' };
    expect(edited(before, (file) => file.addReplace({ path: 'a', version: '' }, by))).toBe(
      'replace (\n\ta => "../x y"\n\tb => ../b\n)\n',
    );
    expect(edited(before, (file) => file.addReplace({ path: 'a', version: 'v1.2.0' }, by))).toBe(
      'replace (\n\ta v1.0.0 => ../1\n\ta v1.1.0 => ../2\n\ta v1.2.0 => "../x y"\n\tb => ../b\n)\n',
    );
  });

  it('refuses versions that cannot be the module’s', () => {
    const file = parse('go.mod', encodeText('module a/v2\n'));
    expect(() => file.addExclude('b', 'v2.0.0')).toThrow(
      'version "v2.0.0" invalid: should be v2.0.0+incompatible (or module b/v2)',
    );
    expect(() => file.addExclude('b', 'v1')).toThrow('version "v1" invalid: must be of the form v1.2.3');
    expect(() => file.addRetract({ low: 'v2.0.0', high: 'x' }, '')).toThrow(
      'version "x" invalid: must be of the form v2.2.3',
    );
    expect(() => file.addRetract({ low: 'v1.0.0', high: 'v2.0.0' }, '')).toThrow(
      'version "v1.0.0" invalid: should be v2, not v1',
    );
  });

  it('adds a retraction with its reason', () => {
    const retract = (file: ModFile) => file.addRetract({ low: 'v1.0.0', high: 'v1.1.0' }, 'broken\nbadly');
    expect(edited('module a\n', retract)).toBe('module a\n\n// broken\n// badly\nretract [v1.0.0, v1.1.0]\n');
  });

  it('keeps a go.work in its shape', () => {
    const file = parseWork('go.work', encodeText('// head\n\nuse (\n\t./b // b\n\t./a\n)\n'));
    file.addGoStmt('1.21');
    file.addToolchainStmt('default');
    file.setUse([
      { path: './b', modulePath: 'b' },
      { path: './a b', modulePath: 'c' },
    ]);
    file.cleanup();
    expect(decodeText(file.format())).toBe(
      '// head\n\ngo 1.21\n\ntoolchain default\n\nuse (\n\t"./a b"\n\t./b // b\n)\n',
    );
  });
});
