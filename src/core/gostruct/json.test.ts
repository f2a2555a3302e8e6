import { describe, expect, it } from 'vitest';
import {
  fieldsOf,
  goInt,
  goString,
  jsonString,
  marshalIndent,
  pointerTo,
  type StructType,
  sliceOf,
  structOf,
} from './index.js';

const point: StructType = structOf('test.Point', [
  ...fieldsOf({ X: 'int', Label: 'string' }, false),
  ...fieldsOf({ Next: pointerTo(() => point), Tags: sliceOf(goString), On: 'bool' }, true),
]);

describe('marshalIndent', () => {
  it('prints fields in order, tabs, and nested structs', () => {
    const value = { label: 'a', x: 1, next: { x: 2, label: '' }, tags: ['p', 'q'] };
    expect(marshalIndent(point, value)).toBe(
      '{\n\t"X": 1,\n\t"Label": "a",\n\t"Next": {\n\t\t"X": 2,\n\t\t"Label": ""\n\t},\n\t"Tags": [\n\t\t"p",\n\t\t"q"\n\t]\n}',
    );
  });

  it('leaves out what is empty only where the struct says so', () => {
    expect(marshalIndent(point, { x: 0, label: '', tags: [], on: false })).toBe(
      '{\n\t"X": 0,\n\t"Label": ""\n}',
    );
  });

  it('distinguishes nil from empty', () => {
    const list = structOf('test.List', fieldsOf({ A: sliceOf(goInt), B: sliceOf(goInt) }, false));
    expect(marshalIndent(list, { b: [] })).toBe('{\n\t"A": null,\n\t"B": []\n}');
  });

  it('shows only the fields asked for', () => {
    expect(marshalIndent(point, { x: 3, label: 'l', on: true }, new Set(['On']))).toBe(
      '{\n\t"X": 0,\n\t"Label": "",\n\t"On": true\n}',
    );
  });

  it('prints an empty struct on one line', () => {
    expect(marshalIndent(structOf('test.Empty', fieldsOf({ A: 'string' }, true)), {})).toBe('{}');
  });
});

describe('jsonString', () => {
  it('escapes as encoding/json does', () => {
    expect(jsonString('<a href="x">&\n\t\u0001\u2028é')).toBe(
      '"\\u003ca href=\\"x\\"\\u003e\\u0026\\n\\t\\u0001\\u2028é"',
    );
  });
});
