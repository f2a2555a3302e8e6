import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runGo } from '../../tools/testing/command.js';
import { needs } from '../../tools/testing/requirements.js';
import { goFlagNames, isGoFlag } from '../engine/env/index.js';
import { commands, groups } from './index.js';
import { flagForm, reference } from './reference.js';
import { topics } from './topics/index.js';

describe('the reference', () => {
  it('is current: run `npm run docs`', () => {
    const page = readFileSync(new URL('../../docs/commands.md', import.meta.url), 'utf8');
    expect(page).toBe(reference());
  });

  it('has every command, topic and flag', () => {
    const page = reference();
    for (const { usage, flags, faces = ['go'] } of commands) {
      expect(page.includes(`As \`go\`: \`${usage}\``)).toBe(faces.includes('go'));
      for (const [name, flag] of Object.entries(flags)) {
        if (flag.hidden !== true) expect(page).toContain(`- \`${flagForm(name, flag)}\`: ${flag.help}`);
      }
    }
    for (const { name } of topics) expect(page).toContain(`## help ${name}\n`);
  });
});

describe('declarations', () => {
  it('say something about every flag, in one form', () => {
    for (const { name, flags } of commands) {
      for (const [flag, { help, argument, boolean }] of Object.entries(flags)) {
        expect(help, `${name} -${flag}`).toMatch(/^[^\s.].*[^.\s]$/);
        if (!boolean) expect(argument, `${name} -${flag}`).toMatch(/^\S+$/);
      }
    }
  });

  it('have names that follow from their usage lines, and sorted places', () => {
    for (const { name, usage } of [...commands, ...groups])
      expect(`${usage} [`.startsWith(`go ${name} [`)).toBe(true);
    const within = (prefix: string): string[] =>
      commands.map(({ name }) => name).filter((name) => name.includes(' ') === (prefix !== ''));
    for (const prefix of ['', 'mod ']) expect(within(prefix)).toEqual(within(prefix).toSorted());
  });

  it("have flags that are Go's, or marked as ours", () => {
    for (const { name, flags } of commands) {
      for (const [flag, { own }] of Object.entries(flags)) {
        expect(isGoFlag(flag), `${name} -${flag}`).toBe(own !== true);
      }
    }
  });

  it('load no part of the engine but its errors', () => {
    const folder = fileURLToPath(new URL('.', import.meta.url));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => ({ file, text: readFileSync(`${folder}${file}`, 'utf8') }))
      .filter(({ text }) => text.includes('defineCommand({'));
    expect(files.length).toBeGreaterThanOrEqual(commands.filter(({ handedOver }) => !handedOver).length);
    for (const { file, text } of files) {
      const imports = [...text.matchAll(/^import (?!type)[^;]*? from '([^']+)'/gm)].map((match) => match[1]);
      const allowed = /^(?:\.\.?\/(?:command|common-flags|flags)\.js|(?:\.\.\/)+(?:core|engine)\/error\.js)$/;
      expect(
        imports.filter((name) => !allowed.test(name ?? '')),
        file,
      ).toEqual([]);
    }
  });
});

const need = needs('go');
describe.skipIf(need.skip)(need.title('the flags that GOFLAGS may name'), () => {
  it("are Go's", { timeout: 120_000 }, () => {
    const known = (name: string): boolean => {
      const { stderr } = runGo(['version'], { cwd: '/', env: { GOFLAGS: `-${name}` } });
      return !stderr.includes('unknown flag');
    };
    const names = new Set([...goFlagNames(), ...commands.flatMap(({ flags }) => Object.keys(flags))]);
    const unknown = 'nope test.nope help h test.c vettools mod.x jsonx gowork tests'.split(' ');
    for (const name of [...names, ...unknown]) expect(isGoFlag(name), name).toBe(known(name));
  });
});
