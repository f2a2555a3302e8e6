import { describe, expect, it } from 'vitest';
import { mutate } from '../../../tools/testing/mutate.js';
import { seeded } from '../../../tools/testing/seeded.js';
import { SAMPLES } from '../../../tools/testing/testmain-samples.js';
import { decodeText, encodeText } from '../text.js';
import { outlineOf } from './outline.js';
import { readTestFile } from './test-file.js';

const RICH = `package p

var table = []T{{1, 0x1F, 1.5e-3, 'a', '\\'', '\\x41'}, {"}", "\\"\\x7d\\175\\u00e9", \`}\`, /* } */ 2}} // }

func f(x interface{ m() }) (y struct{}) {
	s := map[string]func(){"a": func() { return }}
	for i := range 10 { a[i] <<= ^b &^ c; *p++ }
	return // é
}

func ExampleF() {
	f() // Output: é
}

func TestF(t *T) { 1_000; 0b2; '\\u00e9' }
`;

const [FAST, SLOW] = ['//lime x\n', '//line x\n'];

/** What is read of a text; only without an outline where lines begin with comments that could change positions. */
function read(text: string) {
  const { error, ...found } = readTestFile('a_test.go', encodeText(text));
  return { ...found, message: error?.message };
}

describe('an outline', () => {
  it('has blanks in braces', () => {
    expect(outlineOf('func f(x [2]int) { x("}", `}`, \'}\') /* } */ } // {\nvar y = z{1}')).toBe(
      'func f(x [2]int) {                          } // {\nvar y = z{ }',
    );
  });

  it.each([
    'func f() { x(} }',
    'func f() { # }',
    'func f() { "\\q" }',
    'func f() { 0b2 }',
    'func f() { func g() {} }',
    'func f() { // Output: x\n}',
    'func f() { x := 5 \ufeff }',
    'func f() { }\n//line x.go:1',
    'func f() {',
    'func f() { "',
    'func f() { /* }',
  ])('is the whole of %j', (text) => {
    expect(outlineOf(text)).toBe(text);
  });

  it('changes nothing for whoever counts what is in braces', () => {
    const chance = seeded(3);
    const texts = [...SAMPLES.flatMap((files) => Object.values(files)), ...Array<string>(100).fill(RICH)];
    for (let left = 4000; left > 0; left--) {
      const text = decodeText(mutate(chance, encodeText(chance.pick(texts))));
      expect(read(FAST + text), JSON.stringify(text)).toEqual(read(SLOW + text));
    }
  });
});
