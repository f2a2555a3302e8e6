import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { patientFlags } from './compiler.js';

describe('optimizing later', () => {
  it('uses flags that this V8 knows', () => {
    const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
    for (const flag of patientFlags(process.versions.node)) {
      expect(known).toContain(`${flag.split('=')[0]} (`);
    }
  });

  it('leaves versions alone that nobody has tried', () => {
    expect(patientFlags('20.19.0')).toEqual(['--interrupt-budget=1000000']);
    expect(patientFlags('24.21.0').length).toBe(3);
    expect(patientFlags('23.1.0')).toEqual([]);
    expect(patientFlags('200.0.0')).toEqual([]);
  });
});
