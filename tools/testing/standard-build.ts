// What `go list` says of a standard package on a port, worked out of the facts that we carry of its files.
//
// An evaluator for tests: it knows the rules of build constraints (`go help buildconstraint`) in their simplest form, and
// those for files of cgo, and takes all tags from `go` itself. The product has its own, in src/core/imports.

import type { StandardFile, StandardLibrary, StandardPackage } from '../../src/core/stdlib/index.js';

/** A port, and the tags that hold there beside its GOOS and GOARCH (releases, experiments, the processor). */
export interface Port {
  readonly goos: string;
  readonly goarch: string;
  readonly cgo: boolean;
  readonly tags: ReadonlySet<string>;
}

/** What `go list -json` prints; what is empty is missing. */
export type Listed = Record<string, unknown>;

/** The ends of file names that mean systems and processors, those of ports that were or may be among them. */
const SYSTEMS = new Set(
  `aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows
  zos`.split(/\s+/),
);
const PROCESSORS = new Set(
  `386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64
  ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm`.split(/\s+/),
);

const IMPLIED: Readonly<Record<string, string>> = { android: 'linux', illumos: 'solaris', ios: 'darwin' };
const NOT_UNIX = /^(?:hurd|js|nacl|plan9|wasip1|windows|zos)$/;

function hasTag(tag: string, { goos, goarch, cgo, tags }: Port): boolean {
  if (tag === 'cgo') return cgo;
  if (tag === 'unix') return !NOT_UNIX.test(goos);
  return [goos, IMPLIED[goos], goarch, 'gc'].includes(tag) || tags.has(tag);
}

/** The value of an expression of tags, `!`, `&&`, `||` and parentheses. */
function holds(expression: string, port: Port): boolean {
  const source = expression.replace(/[\w.]+/g, (tag) => String(hasTag(tag, port)));
  if (!/^(?:true|false|[!&|() \t])+$/.test(source)) throw new Error(expression);
  return new Function(`return ${source}`)() as boolean;
}

/** Whether the end of a name, `_GOOS`, `_GOARCH` or `_GOOS_GOARCH`, allows the port. */
function nameAllows(name: string, port: Port): boolean {
  const [, ...parts] = name
    .replace(/\..*$/, '')
    .replace(/_test$/, '')
    .split('_');
  const [before = '', last = ''] = [parts.at(-2), parts.at(-1)];
  if (PROCESSORS.has(last)) return hasTag(last, port) && (!SYSTEMS.has(before) || hasTag(before, port));
  return !SYSTEMS.has(last) || hasTag(last, port);
}

function matches(file: StandardFile, port: Port): boolean {
  return nameAllows(file.name, port) && (file.constraint === '' || holds(file.constraint, port));
}

const OTHER: Readonly<Record<string, string>> = {
  c: 'CFiles',
  cc: 'CXXFiles',
  cpp: 'CXXFiles',
  cxx: 'CXXFiles',
  m: 'MFiles',
  h: 'HFiles',
  hh: 'HFiles',
  hpp: 'HFiles',
  hxx: 'HFiles',
  f: 'FFiles',
  F: 'FFiles',
  for: 'FFiles',
  f90: 'FFiles',
  s: 'SFiles',
  S: 'SFiles',
  sx: 'SFiles',
  swig: 'SwigFiles',
  swigcxx: 'SwigCXXFiles',
  syso: 'SysoFiles',
};

/** Lists that are empty without cgo. */
const NEEDS_CGO: ReadonlySet<string> = new Set(['CFiles', 'CXXFiles', 'MFiles', 'SwigFiles', 'SwigCXXFiles']);

const LISTS =
  `GoFiles CgoFiles IgnoredGoFiles TestGoFiles XTestGoFiles IgnoredOtherFiles Imports TestImports XTestImports
  EmbedPatterns TestEmbedPatterns XTestEmbedPatterns EmbedFiles TestEmbedFiles XTestEmbedFiles CFiles CXXFiles MFiles
  HFiles FFiles SFiles SwigFiles SwigCXXFiles SysoFiles
  CgoCFLAGS CgoCPPFLAGS CgoCXXFLAGS CgoFFLAGS CgoLDFLAGS CgoPkgConfig`.split(/\s+/);

/** The fields that are compared. */
export const LISTED_FIELDS: readonly string[] = ['ImportPath', 'Name', 'ImportMap', 'Error', ...LISTS];

type Lists = Record<string, string[]>;

function goList(file: StandardFile, name: string, port: Port): string {
  if (!matches(file, port) || file.package === 'documentation') return 'IgnoredGoFiles';
  if (file.imports.includes('C') && !file.name.endsWith('_test.go')) {
    return port.cgo ? 'CgoFiles' : 'IgnoredGoFiles';
  }
  if (!file.name.endsWith('_test.go')) return 'GoFiles';
  return file.package === `${name}_test` ? 'XTestGoFiles' : 'TestGoFiles';
}

function addFlags(lists: Lists, file: StandardFile, port: Port): void {
  for (const line of file.cgo) {
    const [, words = '', flags = ''] = /^([^:]*):(.*)$/.exec(line) ?? [];
    const conditions = words.trim().split(/\s+/);
    const verb = conditions.pop();
    const met = (each: string): boolean => each.split(',').every((tag) => holds(tag, port));
    if (conditions.length > 0 && !conditions.some(met)) continue;
    lists[verb === 'pkg-config' ? 'CgoPkgConfig' : `Cgo${verb}`]?.push(...flags.trim().split(/\s+/));
  }
}

/** Sorts the Go files in, with what they import and embed. */
function addGoFiles(lists: Lists, given: StandardPackage, name: string, port: Port): void {
  for (const file of given.files.filter((each) => each.package !== '')) {
    const list = goList(file, name, port);
    lists[list]?.push(file.name);
    if (matches(file, port) && !file.name.endsWith('_test.go')) addFlags(lists, file, port);
    const prefix = { GoFiles: '', CgoFiles: '', TestGoFiles: 'Test', XTestGoFiles: 'XTest' }[list];
    if (prefix === undefined) continue;
    lists[`${prefix}Imports`]?.push(...file.imports);
    lists[`${prefix}EmbedPatterns`]?.push(...file.embeds);
    lists[`${prefix}EmbedFiles`]?.push(...file.embeds.flatMap((each) => given.embedded.get(each) ?? []));
  }
}

/** Sorts the files of other languages in, after those of Go: some count only beside cgo. */
function addOtherFiles(lists: Lists, given: StandardPackage, port: Port): void {
  const usesCgo = lists.CgoFiles?.length !== 0;
  for (const file of given.files.filter((each) => each.package === '')) {
    const extension = file.name.slice(file.name.lastIndexOf('.') + 1);
    const forCgo = extension === 'S' || extension === 'sx';
    const listed = matches(file, port) && (usesCgo || !forCgo);
    const list = listed ? (OTHER[extension] ?? '') : 'IgnoredOtherFiles';
    if (port.cgo || !NEEDS_CGO.has(list)) lists[list]?.push(file.name);
  }
}

/** The package on that port, or undefined where it has no files there. */
export function listStandard(library: StandardLibrary, path: string, port: Port): Listed | undefined {
  const given = library.package(path);
  if (given === undefined) return undefined;
  const lists: Lists = Object.fromEntries(LISTS.map((name) => [name, []]));
  const first = given.files.find(
    (file) => file.package !== '' && file.package !== 'documentation' && matches(file, port),
  );
  const inTest = first?.name.endsWith('_test.go') === true;
  const name = (inTest ? first?.package.replace(/_test$/, '') : first?.package) ?? '';
  addGoFiles(lists, given, name, port);
  addOtherFiles(lists, given, port);
  const kinds = ['GoFiles', 'CgoFiles', 'TestGoFiles', 'XTestGoFiles'];
  return kinds.some((kind) => lists[kind]?.length) ? finish(library, given, lists, name) : undefined;
}

function finish(library: StandardLibrary, { path }: StandardPackage, lists: Lists, name: string): Listed {
  const out: Listed = { ImportPath: path, Name: name };
  const map: Record<string, string> = {};
  for (const [key, values] of Object.entries(lists)) {
    const flags = key.startsWith('Cgo') && key !== 'CgoFiles';
    const list = flags ? values : [...new Set(values)].sort();
    const resolved = key.endsWith('Imports') ? list.map((each) => library.resolve(path, each)) : list;
    for (const [index, each] of list.entries()) {
      if (resolved[index] !== each && key === 'Imports') map[each] = resolved[index] ?? '';
    }
    if (list.length > 0) out[key] = /^X?Test/.test(key) ? resolved.sort() : resolved;
  }
  if (Object.keys(map).length > 0) out.ImportMap = map;
  return out;
}
