import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { shortRunFlags } from './compiler.js';

describe('flags for short runs', () => {
  it('uses flags that this V8 knows', () => {
    const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
    for (const flag of shortRunFlags(process.versions.node)) {
      expect(known).toContain(`${flag.split('=')[0]} (`);
    }
  });

  it('leaves versions alone that nobody has tried', () => {
    expect(shortRunFlags('20.19.0')).toEqual(['--interrupt-budget=1000000', '--semi-space-growth-factor=16']);
    expect(shortRunFlags('24.21.0').length).toBe(3);
    expect(shortRunFlags('23.1.0')).toEqual([]);
    expect(shortRunFlags('200.0.0')).toEqual([]);
  });
});
