// What a build is for, as far as it chooses files: the tags that hold.
//
// GOOS, GOARCH and the compiler are tags, so are `cgo` when it is on, `unix` for the systems that are one, and the
// parent of a system (`linux` for android). Beside these come the tags of the command line, those of the toolchain
// (experiments, architecture levels) and of releases. Defined by go/build and internal/buildcfg.

import type { TagTest } from './constraint.js';
import { nameTags } from './file-name.js';
import { isUnixSystem, parentSystem } from './systems.js';

/** What a build is for. */
export interface BuildContext {
  readonly goos: string;
  readonly goarch: string;
  /** `gc`, or `gccgo`. */
  readonly compiler: string;
  readonly cgoEnabled: boolean;
  /** Tags of the command line. */
  readonly buildTags: readonly string[];
  /** Tags of the toolchain: `goexperiment.NAME`, `amd64.v1`. */
  readonly toolTags: readonly string[];
  /** `go1.1` and so on, up to the release. */
  readonly releaseTags: readonly string[];
}

/** The tags that hold by name. */
function tagsOf(context: BuildContext): Set<string> {
  const { goos, goarch, compiler, buildTags, toolTags, releaseTags } = context;
  const tags = new Set([...buildTags, ...toolTags, ...releaseTags, goos, goarch, compiler]);
  if (context.cgoEnabled) tags.add('cgo');
  if (isUnixSystem(goos)) tags.add('unix');
  return tags;
}

function addParent(tags: Set<string>, system: string): void {
  const parent = parentSystem(system);
  if (parent !== undefined) tags.add(parent);
}

/** The test of go/build: which tags hold in a build. */
export function tagTest(context: BuildContext): TagTest {
  const tags = tagsOf(context);
  addParent(tags, context.goos);
  // An old name of the experiment.
  return (tag) => tags.has(tag === 'boringcrypto' ? 'goexperiment.boringcrypto' : tag);
}

/**
 * The same as the module loader has it: it knows no old name, and a system that is a tag of the command line brings
 * its parent along.
 */
export function moduleTagTest(context: BuildContext): TagTest {
  const tags = tagsOf(context);
  for (const tag of [...tags]) addParent(tags, tag);
  return (tag) => tags.has(tag);
}

/** Whether the name of a file allows it in a build. */
export function nameHolds(name: string, test: TagTest): boolean {
  return nameTags(name).every(test);
}

/** The release tags of Go 1.`minor`: `go1.1` to `go1.MINOR`. */
export function releaseTags(minor: number): string[] {
  return Array.from({ length: minor }, (_, index) => `go1.${index + 1}`);
}

function range(from: number, to: number, name: (level: number) => string): string[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => name(from + index));
}

/** The tags of ARM64 levels: v9.x can do what v8.(x+5) can. */
function arm64Tags(level: string): string[] {
  const [, major = '8', digit = '0'] = /^v([89])\.(\d)/.exec(level) ?? [];
  const minor = Number(digit);
  const own = range(0, minor, (step) => `arm64.v${major}.${step}`);
  return major === '9' ? [...own, ...range(0, Math.min(minor + 5, 9), (step) => `arm64.v8.${step}`)] : own;
}

/**
 * The tags of an architecture's level: `amd64.v1` and `amd64.v2` for GOAMD64=v2. `level` is the value of GO386,
 * GOAMD64, GOARM, GOARM64, GOMIPS, GOMIPS64, GOPPC64 or GORISCV64, whichever belongs to `goarch`, and must be valid.
 */
export function architectureTags(goarch: string, level: string): string[] {
  const number = Number.parseInt(level.replace(/^\D+/, ''), 10);
  switch (goarch) {
    case '386':
    case 'mips':
    case 'mipsle':
    case 'mips64':
    case 'mips64le':
      return [`${goarch}.${level}`];
    case 'amd64':
      return range(1, number, (step) => `amd64.v${step}`);
    case 'arm':
      return range(5, number, (step) => `arm.${step}`);
    case 'arm64':
      return arm64Tags(level);
    case 'ppc64':
    case 'ppc64le':
      return range(8, number, (step) => `${goarch}.power${step}`);
    case 'riscv64':
      return [20, 22, 23].filter((step) => step <= number).map((step) => `riscv64.rva${step}u64`);
    case 'wasm':
      return ['wasm.satconv', 'wasm.signext'];
    default:
      return [];
  }
}
