// Writes packages of a standard library as the text that src/core/stdlib/library.ts reads; its head has the format.
//
// The most frequent import paths and constraints come first, since their numbers are the shortest.

import { lastElement } from '../../src/core/slash-path.js';
import {
  formatFileName,
  formatIndex,
  formatShared,
  INDEX_LIMIT,
  type StandardFile,
  type StandardPackage,
} from '../../src/core/stdlib/index.js';
import { compareText } from '../../src/core/text.js';

/** Distinct values, the most frequent first, and equally frequent ones by bytes. */
function ranked(values: Iterable<string>): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b)).map(([value]) => value);
}

function numbered(values: Iterable<string>): {
  lines: readonly string[];
  numbers: ReadonlyMap<string, string>;
} {
  const lines = ranked(values);
  if (lines.length > INDEX_LIMIT) throw new Error(`${lines.length} are more than codes.ts has numbers for`);
  return { lines, numbers: new Map(lines.map((line, index) => [line, formatIndex(index)])) };
}

/** The most frequent name behind `package`, that of external tests aside. */
function nameOf({ files }: StandardPackage): string {
  const go = files.filter((file) => file.package !== '');
  return ranked(go.map((file) => file.package.replace(/_test$/, '')))[0] ?? '';
}

type Numbers = ReadonlyMap<string, string>;

function factsOf(file: StandardFile, name: string, imports: Numbers, constraints: Numbers): string[] {
  const facts = [];
  if (file.package === `${name}_test`) facts.push('_');
  else if (file.package !== '' && file.package !== name) facts.push(`=${file.package}`);
  if (file.constraint !== '') facts.push(`?${constraints.get(file.constraint)}`);
  if (file.imports.length > 0) facts.push(`<${file.imports.map((path) => imports.get(path)).join('')}`);
  return [...facts, ...file.embeds.map((text) => `@${text}`), ...file.cgo.map((text) => `#${text}`)];
}

function fields(...values: readonly string[]): string {
  const wrong = values.find((value) => /[\t\n]/.test(value));
  if (wrong !== undefined) throw new Error(`${JSON.stringify(wrong)} holds what separates the fields`);
  return values.join('\t');
}

/** The facts of packages, which are sorted by path. */
export function encode(packages: readonly StandardPackage[]): string {
  const files = packages.flatMap((each) => each.files);
  const imports = numbered(files.flatMap((file) => file.imports));
  const constraints = numbered(files.map((file) => file.constraint).filter((text) => text !== ''));
  let previous = '';
  const blocks = packages.map((each) => {
    const name = nameOf(each);
    const path = formatShared(previous, each.path);
    previous = each.path;
    let before = '';
    const lines = each.files.map((file) => {
      const short = formatShared(before, formatFileName(file.name));
      before = formatFileName(file.name);
      return fields(short, ...factsOf(file, name, imports.numbers, constraints.numbers));
    });
    const patterns = [...each.embedded].map(([pattern, found]) => fields(`@${pattern}`, ...found));
    const head = name === lastElement(each.path) ? path : fields(path, name);
    return [head, ...lines, ...patterns].join('\n');
  });
  return [imports.lines.join('\n'), constraints.lines.join('\n'), ...blocks].join('\n\n');
}
