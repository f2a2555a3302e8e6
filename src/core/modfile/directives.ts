// The directives that go.mod and go.work have in common or that need more than a line to read.
//
// Each function reads one directive into the file. Go's rules for each are at
// https://go.dev/ref/mod#go-mod-file; the words of the errors are Go's.

import { checkPathMajor, type ModuleVersion, splitPathVersion } from '../module/index.js';
import { quote } from '../quote.js';
import { deprecation, directiveComment, isIndirect } from './comments.js';
import type { Directive } from './directive.js';
import type {
  Exclude,
  FixVersion,
  Godebug,
  GoStmt,
  Ignore,
  ModuleStmt,
  Replace,
  Require,
  Retract,
  Tool,
  ToolchainStmt,
  Use,
} from './entries.js';
import { isGoVersion, isToolchainName, looseGoVersion } from './go-version.js';

/** What both kinds of file hold. */
interface Common {
  go: GoStmt | undefined;
  toolchain: ToolchainStmt | undefined;
  godebug: Godebug[];
  replace: Replace[];
}

/** What go.mod holds. */
export interface ModTarget extends Common {
  module: ModuleStmt | undefined;
  require: Require[];
  exclude: Exclude[];
  retract: Retract[];
  tool: Tool[];
  ignore: Ignore[];
}

/** What go.work holds. */
export interface WorkTarget extends Common {
  use: Use[];
}

function readGo(file: Common, directive: Directive): void {
  if (file.go !== undefined) directive.fail('repeated go statement');
  let version = directive.only('go directive expects exactly one argument');
  if (!isGoVersion(version)) {
    const loose = directive.strict ? undefined : looseGoVersion(version);
    if (loose === undefined) directive.fail(`invalid go version '${version}': must match format 1.23.0`);
    version = loose;
    directive.setWord(0, version);
  }
  file.go = { version, syntax: directive.line };
}

function readToolchain(file: Common, directive: Directive): void {
  if (file.toolchain !== undefined) directive.fail('repeated toolchain statement');
  const name = directive.only('toolchain directive expects exactly one argument');
  if (!isToolchainName(name)) {
    directive.fail(`invalid toolchain version '${name}': must match format go1.23.0 or default`);
  }
  file.toolchain = { name, syntax: directive.line };
}

function readGodebug(file: Common, directive: Directive): void {
  const usage = 'usage: godebug key=value';
  const word = directive.only(usage);
  const equals = word.indexOf('=');
  if (equals < 0 || /["`',]/.test(word)) directive.fail(usage);
  file.godebug.push({ key: word.slice(0, equals), value: word.slice(equals + 1), syntax: directive.line });
}

function readModule(file: ModTarget, directive: Directive): void {
  if (file.module !== undefined) directive.fail('repeated module statement');
  const { block, line } = directive;
  // Even a module line that says nothing valid makes the next one a repetition.
  const module = {
    mod: { path: '', version: '' },
    deprecated: deprecation(block, line, directive.blockWords),
    syntax: line,
  };
  file.module = module;
  directive.only('usage: module module/path');
  module.mod = { path: directive.string(0), version: '' };
}

/** `path version` of require and exclude. */
function readVersion(directive: Directive): ModuleVersion {
  if (directive.count !== 2) directive.fail(`usage: ${directive.verb} module/path v1.2.3`);
  const path = directive.string(0);
  const version = directive.version(1, path);
  const { ok, pathMajor } = splitPathVersion(path);
  if (!ok) directive.fail('invalid module path');
  directive.check(path, () => checkPathMajor(version, pathMajor));
  return { path, version };
}

function readRequire(file: ModTarget, directive: Directive): void {
  const mod = readVersion(directive);
  file.require.push({ mod, indirect: isIndirect(directive.line), syntax: directive.line });
}

function readExclude(file: ModTarget, directive: Directive): void {
  file.exclude.push({ mod: readVersion(directive), syntax: directive.line });
}

/**
 * Whether a replacement is a directory: rooted, or beginning with a `.` or `..` element, with the
 * separators of Unix and of Windows alike, for go.mod files travel.
 */
export function isDirectoryPath(path: string): boolean {
  return /^(?:\.\.?(?:$|[/\\])|[/\\]|[a-zA-Z]:)/.test(path);
}

/** The words left of the arrow. */
function readOld(directive: Directive, arrow: number): ModuleVersion {
  const path = directive.string(0);
  const { ok, pathMajor } = splitPathVersion(path);
  if (!ok) directive.fail('invalid module path', path);
  if (arrow === 1) return { path, version: '' };
  const version = directive.version(1, path);
  directive.check(path, () => checkPathMajor(version, pathMajor));
  return { path, version };
}

function checkDirectory(directive: Directive, path: string): void {
  if (!isDirectoryPath(path)) {
    if (path.includes('@')) {
      directive.fail("replacement module must match format 'path version', not 'path@version'");
    }
    directive.fail(
      'replacement module without version must be directory path (rooted or starting with . or ..)',
    );
  }
  if (path.includes('\\')) {
    directive.fail('replacement directory appears to be Windows path (on a non-windows system)');
  }
}

function readReplace(file: Common, directive: Directive): void {
  const { count, verb } = directive;
  const arrow = count >= 2 && directive.word(1) === '=>' ? 1 : 2;
  if (count < arrow + 2 || count > arrow + 3 || directive.word(arrow) !== '=>') {
    const usage = `${verb} module/path [v1.2.3] =>`;
    directive.fail(`usage: ${usage} other/module v1.4\n\t or ${usage} ../local/directory`);
  }
  const old = readOld(directive, arrow);
  const path = directive.string(arrow + 1);
  let version = '';
  if (count === arrow + 2) {
    checkDirectory(directive, path);
  } else {
    version = directive.version(arrow + 2, path);
    if (isDirectoryPath(path)) {
      directive.fail(`replacement module directory path ${quote(path)} cannot have version`);
    }
  }
  file.replace.push({ old, new: { path, version }, syntax: directive.line });
}

const asWritten: FixVersion = (_path, version) => version;

/** Reads the interval as written: its versions are fixed when the module's path is known. */
function readRetract(file: ModTarget, directive: Directive): void {
  const rationale = directiveComment(directive.block, directive.line, directive.blockWords);
  const { interval, words } = directive.interval('', asWritten);
  if (directive.strict && directive.count > words) {
    directive.fail(`unexpected token after version: ${quote(directive.word(words))}`);
  }
  file.retract.push({ ...interval, rationale, syntax: directive.line });
}

function readTool(file: ModTarget, directive: Directive): void {
  directive.only('tool directive expects exactly one argument');
  file.tool.push({ path: directive.string(0), syntax: directive.line });
}

function readIgnore(file: ModTarget, directive: Directive): void {
  directive.only('ignore directive expects exactly one argument');
  file.ignore.push({ path: directive.string(0), syntax: directive.line });
}

function readUse(file: WorkTarget, directive: Directive): void {
  directive.only('usage: use local/dir');
  file.use.push({ path: directive.string(0), modulePath: '', syntax: directive.line });
}

/** How a directive is read. */
export interface Rule<F> {
  readonly read: (file: F, directive: Directive) => void;
  /** Whether it may head a block. */
  readonly block: boolean;
  /** Whether it counts in dependencies. */
  readonly dependency: boolean;
}

/** The directives of go.mod. */
export const MOD_RULES: ReadonlyMap<string, Rule<ModTarget>> = new Map([
  ['module', { read: readModule, block: true, dependency: true }],
  ['go', { read: readGo, block: false, dependency: true }],
  ['toolchain', { read: readToolchain, block: false, dependency: false }],
  ['godebug', { read: readGodebug, block: true, dependency: false }],
  ['require', { read: readRequire, block: true, dependency: true }],
  ['exclude', { read: readExclude, block: true, dependency: false }],
  ['replace', { read: readReplace, block: true, dependency: false }],
  ['retract', { read: readRetract, block: true, dependency: true }],
  ['tool', { read: readTool, block: true, dependency: false }],
  ['ignore', { read: readIgnore, block: true, dependency: true }],
]);

/** The directives of go.work. */
export const WORK_RULES: ReadonlyMap<string, Rule<WorkTarget>> = new Map([
  ['go', { read: readGo, block: false, dependency: false }],
  ['toolchain', { read: readToolchain, block: false, dependency: false }],
  ['godebug', { read: readGodebug, block: true, dependency: false }],
  ['use', { read: readUse, block: true, dependency: false }],
  ['replace', { read: readReplace, block: true, dependency: false }],
]);
