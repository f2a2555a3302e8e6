import { describe, expect, it } from 'vitest';
import { declaredModule, majorElements, pseudoPath } from './gopath-paths.js';

describe('paths of GOPATH mode', () => {
  it.each([
    ['/home/me/x', '_/home/me/x'],
    ['/', '_'],
    ["/a b/c#d/(e)'f'", '_/a_b/c_d/_e__f_'],
    ['/ä/日本/€+-~@', '_/ä/日本/€+-~@'],
    ['/tab\there/nbsp\u00a0', '_/tab_here/nbsp_'],
    ['/c:/x', '_/c_/x'],
  ])('%s is %s', (folder, path) => {
    expect(pseudoPath(folder)).toBe(path);
  });

  it.each([
    ['x/v2/y', ['x']],
    ['x/v2/api/v3', ['x/v2/api', 'x']],
    ['v2/x', []],
    ['x/v1', []],
    ['x/v0/v01/v', []],
    ['x/v10/v1x', ['x']],
    ['/v2', ['']],
    ['', []],
  ])('the majors of %s stand behind %o', (path, before) => {
    const found = majorElements(path);
    expect(found.map((each) => each.before)).toEqual(before);
    for (const { whole, after } of found) expect(whole + after).toBe(path);
  });

  it.each([
    ['module a.test/x\n', 'a.test/x'],
    ['// c\n\nmodule a.test/x\r\ngo 1.20\r\n', 'a.test/x'],
    ['module "a.test/\\x78"', 'a.test/x'],
    ['module "a.test', ''],
    ['\tmodule x\n', ''],
    ['module (\n\tx\n)', '('],
    ['module  x // y\n', 'x // y'],
    ['go 1.20\nmodules x\n', ''],
    ['', ''],
  ])('%o declares %o', (text, path) => {
    expect(declaredModule(text)).toBe(path);
  });
});
