// Packages with tests, for what finds the functions that a test program calls: each is a list of files.

/** Files by name. */
export type SampleFiles = Readonly<Record<string, string>>;

const HEAD = 'package p\n\nimport "testing"\n\n';
const BESIDE = 'package p_test\n\nimport "testing"\n\n';

function one(text: string): SampleFiles {
  return { 'p.go': 'package p\n', 'p_test.go': HEAD + text };
}

const SIGNATURES = [
  '(t *testing.T)',
  '(*testing.T)',
  '(_ *T)',
  '(t *T,)',
  '(t *testing.T,\n)',
  '(t *x.T) ()',
  '(t testing.T)',
  '(t **testing.T)',
  '(t *(testing.T))',
  '(t (*testing.T))',
  '(t ...*testing.T)',
  '(t []*testing.T)',
  '(t chan *testing.T)',
  '(t *T[int])',
  '(t *testing.B)',
  '(t, u *testing.T)',
  '(t *testing.T, u int)',
  '()',
  '(t *testing.T) int',
  '(t *testing.T) (err error)',
  '(t *testing.T) struct{ a int }',
  '(t *testing.T) interface{ m() }',
  '(t *testing.T) func() map[string]struct{}',
  '(t /* the */ *testing /* } */ .T)',
  '[P any](t *testing.T)',
  '[P interface{ ~int | ~[]struct{ int } }, Q any](t *testing.T)',
  '[P any](t int)',
];

const NAMES = [
  'Test',
  'Test_x',
  'Test1',
  'Testx',
  'TestÄ',
  'Testä',
  'TestǅX',
  'Testª',
  'Test世界',
  'test',
  'XTest',
];

const OUTPUTS = [
  '// Output: a',
  '// Output:a',
  '//Output: a',
  '//output:a',
  '// output:   a\n\t// b',
  '// OUTPUT:\n\t//   a\n\t//\n\t//\n\t// b  ',
  '// Output:',
  '// Output:   ',
  '// Unordered output: a\n\t// b',
  '// unordered Output:\n\t// "quoted" \\ `raw` ö\t世 \u00a0 \u200b',
  '// unordered  output: two blanks',
  '/* Output: a */',
  '/*\n\tOutput:\n\ta\n\t*/',
  '/* Output: */',
  '// Something else\n\n\t// Output: a',
  '// Output: a\n\n\t// Something else',
  '// Output: a\n\t// Output: b',
  '// Output a',
  '//\n\t// Output: a',
  '//go:noinline\n\t// Output: a',
  '// Output: a\n\t//go:noinline\n\t//line x.go:1\n\t// b',
  'f() // Output: a',
  'f() // Output: a\n\t// b',
  '// Output: a\n\tf()',
  'if x { // Output: a\n\t}',
  'f(func() {\n\t\t// Output: a\n\t})',
  'f("// Output: a")',
  'f(`\n\t// Output: a\n`)',
  '_ = \'{\' // Output: a\n\t_ = "}" + `}`',
];

/** Packages that hold one thing each. */
export const SAMPLES: readonly SampleFiles[] = [
  ...SIGNATURES.map((signature) =>
    one(`func TestBefore(t *T) {}\nfunc TestX${signature} {}\nfunc TestAfter(t *T) {}\n`),
  ),
  ...NAMES.map((name) => one(`func ${name}(t *T) {}\nfunc Example${name}() {\n\t// Output: x\n}\n`)),
  ...OUTPUTS.map((output) =>
    one(`func ExampleB() {\n\t${output}\n}\n\n// Output: not this\nfunc ExampleA() {} // Output: nor this\n`),
  ),
  one('func TestMain(m *testing.M) {}\n'),
  one('func TestMain(t *testing.T) {}\n'),
  one('func TestMain[P any](t *testing.T) {}\n'),
  one('func TestMain() {}\n'),
  one('func TestMain(m *M) {}\nfunc TestA(*T) {}\nfunc TestMain(m *M) {}\nfunc TestB(*T) {}\n'),
  one(
    'func BenchmarkA(b *testing.B) {}\nfunc BenchmarkB(*B) {}\nfunc Benchmark(b *B) {}\nfunc Benchmarka() {}\n',
  ),
  one('func BenchmarkA(t *testing.T) {}\n'),
  one('func FuzzA(f *testing.F) {}\nfunc Fuzz(*F) {}\nfunc Fuzzy() {}\n'),
  one('func FuzzA() {}\n'),
  one('func (x X) TestA(int) {}\nfunc (*X) ExampleA() {\n\t// Output: x\n}\nfunc () TestB() {}\n'),
  one('func TestA(t *T)\nfunc ExampleA()\nfunc TestB(t *T)'),
  one('func ExampleA(x int) {\n\t// Output: x\n}\nfunc ExampleB() int {\n\t// Output: x\n}\n'),
  one('func ExampleA[P any]() {\n\t// Output: x\n}\nfunc ExampleB() () {\n\t// Output: x\n}\n'),
  one(
    'func ExampleZ() {\n\t// Output: z\n}\nfunc ExampleM() {\n\t// Output: m\n}\nfunc Example() {\n\t// Output:\n}\n',
  ),
  one(
    'var x = func() { if a < b { return } }\nfunc TestA(t *T) {}; func TestB(t *T) {}\ntype T[P any] struct{}\n',
  ),
  one(
    'const (\n\ta = "{"\n\tb = \'{\'\n\tc = `{\nfunc TestNot(t *T) {}\n`\n)\nfunc TestA(t *T) { x := T{1, []int{2}} }\n',
  ),
  one(
    '/* func TestNot(t *T) {} */\n// func TestNot(t *T) {}\nvar s = "func TestNot(t *T) {}"\nfunc TestA(t *T) {}\n',
  ),
  one('func TestA(t *T) {\n\tfunc TestB(t *T) {}\n'),
  one('func TestA(t *T) {}}\n'),
  one('func TestA(t *T) {}\n)\n'),
  one('func TestA(t *T) {}\nfunc TestB(t *T)\n{\n}\n'),
  one('func TestA(t *T) {}\nimport "os"\n'),
  one('func TestA(t *T) {}\nfoo\n'),
  one('func TestA(t *T) {}\n"foo"\n'),
  one('func TestA(t *T) {} foo\n'),
  one('func TestA {}\n'),
  one('func 1(t *T) {}\n'),
  one('func TestA(t *T) { x := "a\n}\n'),
  one("func TestA(t *T) { x := 'ab' }\n"),
  one('func TestA(t *T) { x := "\\q" }\n'),
  one('func TestA(t *T) { x := 0b2 }\n'),
  one('func TestA(t *T) { x := `a }\n'),
  one('func TestA(t *T) { /* }\n'),
  one('func TestA(t *T) { # }\n'),
  one('//line other.go:10\nfunc TestA(t T) {}\n'),
  one('/*line other.go:10:20*/func TestA(t T) {}\n'),
  one('func TestA(t *T) {\r\n}\r\nfunc ExampleA() {\r\n\t// Output: a\r\n\t// b\r\n}\r\n'),
  { 'p.go': 'package p\n', 'p_test.go': 'package p\n' },
  { 'p_test.go': `\ufeff${HEAD}func TestA(t *testing.T) {}\n` },
  { 'p_test.go': 'package p; import "testing"; func TestA(t *testing.T) {}' },
  {
    'p_test.go': `${HEAD}func TestA(t *T) {}\nfunc TestB(t T) {}\n`,
    'q_test.go': `${HEAD}func TestC(t *T) {}\nfunc TestD(t T) {}\n`,
  },
  {
    'p_test.go': `${HEAD}func TestMain(m *M) {}\n`,
    'q_test.go': `${HEAD}func TestMain(m *M) {}\nfunc TestC(t *T) {}\n`,
  },
  {
    'p_test.go': `${HEAD}func TestMain(m *M) {}\n`,
    'x_test.go': `${BESIDE}func TestC(t *T) {}\nfunc TestMain(m *M) {}\nfunc ExampleA() {\n// Output:\n}\n`,
  },
  { 'p.go': 'package p\n', 'x_test.go': `${BESIDE}func TestA(t *T) {}\n` },
  { 'x_test.go': `${BESIDE}func TestMain(m *M) {}\n` },
  { 'p.go': 'package p\n', 'x_test.go': 'package p_test\n' },
  { 'p.go': 'package p\n', 'a_test.go': 'package p\n', 'x_test.go': `${BESIDE}func ExampleA() {}\n` },
  {
    'p.go': 'package p\n',
    'b_test.go': `${HEAD}func TestB(t *T) {}\nfunc ExampleB() {\n\t// Output: 1\n}\nfunc BenchmarkB(*B) {}\n`,
    'a_test.go': `${HEAD}func TestA(t *T) {}\nfunc ExampleA() {\n\t// Output: 2\n}\nfunc FuzzA(*F) {}\n`,
    'c_test.go': `${BESIDE}func TestC(t *T) {}\nfunc ExampleC() {\n\t// Unordered output: 3\n}\nfunc BenchmarkC(*B) {}\n`,
    'd_test.go': `${BESIDE}func TestMain(*M) {}\nfunc FuzzD(*F) {}\n`,
  },
  { 'p.go': 'package main\n\nfunc main() {}\n', 'p_test.go': 'package main\n\nfunc TestA(t *T) {}\n' },
  { 'p.go': 'package main\n', 'x_test.go': 'package main_test\n\nfunc TestA(t *T) {}\n' },
];
