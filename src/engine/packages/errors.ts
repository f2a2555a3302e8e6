// Why a package could not be found, in Go's words.
//
// What advice there is depends on who imports the package, which is known only when all packages are loaded: such
// errors can be made anew with that. Rules and texts: cmd/go/internal/modload.

import { formatModule, isZeroPseudoVersion, type ModuleVersion } from '../../core/module/index.js';
import { EngineError, messageOf } from '../error.js';

/** Where a search for a package was made: what the advice depends on. */
export interface SearchPlace {
  /** The -mod in force. */
  readonly mod: 'mod' | 'readonly' | 'vendor';
  /** Outside of modules, where imports may be missing. */
  readonly mayBeMissing: boolean;
  /** The main module whose folder we are in. */
  readonly mainHere: ModuleVersion | undefined;
  /** `GOROOT/src`, as messages show it. */
  readonly standardFolder: string;
}

/** What is known of a missing package. */
export interface MissingFacts {
  readonly path: string;
  /** The path could be one of the standard library. */
  readonly isStandard?: boolean;
  /** The module that has the package, but not at the version that is selected. */
  readonly module?: ModuleVersion;
  /** The version of that module that is selected, newer than the latest. */
  readonly selected?: string;
  /** Why nobody could be asked, or what they said. */
  readonly cause?: unknown;
  /** Whether the cause is that there is no main module. */
  readonly outside?: boolean;
  /** A replaced module that has the package and is not required. */
  readonly replaced?: ModuleVersion;
}

/** Who imports a missing package. */
export interface Importer {
  /** The main module among those who do, and its folder. */
  readonly main?: { readonly module: ModuleVersion; readonly root: string };
  /** The go line of the module that imports it, if that is newer than we are. */
  readonly newerGo?: string;
}

/** No module of the build list has the package. */
export class ImportMissingError extends EngineError {
  constructor(
    readonly facts: MissingFacts,
    private readonly place: SearchPlace,
    private readonly importer: Importer = {},
  ) {
    const { cause } = facts;
    super('not-exist', missingText(facts, place, importer), cause === undefined ? {} : { cause });
  }

  /** The same, once it is known who imports the package. */
  importedBy(importer: Importer): ImportMissingError {
    return new ImportMissingError(this.facts, this.place, { ...this.importer, ...importer });
  }
}

function missingText(facts: MissingFacts, place: SearchPlace, importer: Importer): string {
  const { path, module, selected, isStandard, cause } = facts;
  if (module !== undefined) {
    return selected === undefined
      ? `missing module for import: ${module.path}@${module.version} provides ${path}`
      : `package ${path} provided by ${module.path} at latest version ${module.version} but not at required version ${selected}`;
  }
  if (isStandard === true) {
    const { newerGo } = importer;
    const note = newerGo === undefined ? '' : `\nnote: imported by a module that requires go ${newerGo}`;
    // Without an installation there is no folder to name.
    const folder = place.standardFolder === '' ? '' : ` (${place.standardFolder}/${path})`;
    return `package ${path} is not in std${folder}${note}`;
  }
  if (cause !== undefined && facts.outside !== true)
    return `cannot find module providing package ${path}: ${messageOf(cause)}`;
  return missingAdvice(facts, place, importer);
}

function missingAdvice(
  { path, replaced, cause }: MissingFacts,
  place: SearchPlace,
  { main }: Importer,
): string {
  const { mod, mayBeMissing, mainHere } = place;
  if (mod === 'mod' || (mod === 'readonly' && mayBeMissing))
    return `cannot find module providing package ${path}`;
  if (replaced !== undefined) {
    const version = isZeroPseudoVersion(replaced.version) ? '' : `@${replaced.version}`;
    return (
      `module ${replaced.path} provides package ${path} and is replaced but not required; to add it:\n` +
      `\tgo get ${replaced.path}${version}`
    );
  }
  const missing = `no required module provides package ${path}`;
  if (cause !== undefined) return `${missing}: ${messageOf(cause)}`;
  const elsewhere = main !== undefined && main.module.path !== mainHere?.path;
  return `${missing}; to add it:\n${elsewhere ? `\tcd ${main.root}\n` : ''}\tgo get ${path}`;
}

/** Several modules of the build list have the package, or the main module and its vendor folder. */
export class AmbiguousImportError extends EngineError {
  /** `modules`: either none or one for each folder. */
  constructor(path: string, folders: readonly string[], modules: readonly ModuleVersion[] = []) {
    const lines = folders.map((folder, at) => {
      const m = modules[at];
      return m === undefined ? folder : `${m.path}${m.version === '' ? '' : ` ${m.version}`} (${folder})`;
    });
    const what = modules.length === 0 ? 'directories' : 'modules';
    super('query', `ambiguous import: found package ${path} in multiple ${what}:\n\t${lines.join('\n\t')}`);
  }
}

/** A main module imports a package of a module that its go.mod does not require, and may not be changed. */
export class ImplicitDependencyError extends EngineError {
  constructor(importer: string, imported: string, { path, version }: ModuleVersion) {
    super(
      'dirty',
      `package ${importer} imports ${imported} from implicitly required module; ` +
        `to add missing requirements, run:\n\tgo get ${path}@${version}`,
    );
  }
}

/** A package that imports one. */
export interface SumImporter {
  readonly path: string;
  /** '' for a main module's. */
  readonly version: string;
  /** Whether it is the package's test that does. */
  readonly isTest: boolean;
}

/** A module may have the package, and go.sum has no sum for it. */
export class MissingPackageSumError extends EngineError {
  constructor(
    private readonly path: string,
    private readonly modules: readonly ModuleVersion[],
    /** Whether another module has the package. */
    private readonly found: boolean,
    importer?: SumImporter,
  ) {
    super('checksum', missingSumText(path, modules, found, importer));
  }

  /** The same, once it is known who imports the package. */
  importedBy(importer: SumImporter): MissingPackageSumError {
    return new MissingPackageSumError(this.path, this.modules, this.found, importer);
  }
}

function missingSumText(
  path: string,
  modules: readonly ModuleVersion[],
  found: boolean,
  importer: SumImporter | undefined,
): string {
  const by = importer === undefined ? '' : ` (imported by ${importer.path})`;
  const what = found
    ? `missing go.sum entry needed to verify package ${path}${by} is provided by exactly one module`
    : `missing go.sum entry for module providing package ${path}${by}`;
  if (importer !== undefined) {
    const version = importer.version === '' ? '' : `@${importer.version}`;
    return `${what}; to add:\n\tgo get${importer.isTest ? ' -t' : ''} ${importer.path}${version}`;
  }
  if (modules.length === 0) return what;
  return `${what}; to add:\n\tgo mod download ${modules.map((m) => m.path).join(' ')}`;
}

/** The source of a module may not be used: go.sum has no sum for it. */
export class MissingSumError extends EngineError {
  constructor() {
    super('checksum', 'missing go.sum entry');
  }
}

/** A module that a query has found lacks the package. Deliberately not a not-exist error: the module is there. */
export class PackageNotInModuleError extends EngineError {
  constructor(
    readonly module: ModuleVersion,
    query: string,
    pattern: string,
    replacement?: ModuleVersion,
  ) {
    const what = pattern.includes('...') ? 'packages matching' : 'package';
    const found = foundAt(module, query, replacement);
    super('query', `module ${module.path}@${query} found${found}, but does not contain ${what} ${pattern}`);
  }
}

function foundAt({ version }: ModuleVersion, query: string, replacement: ModuleVersion | undefined): string {
  const at = query === version ? '' : version;
  if (replacement === undefined) return at === '' ? '' : ` (${at})`;
  const by = `replaced by ${replacement.path}${replacement.version === '' ? '' : `@${replacement.version}`}`;
  return at === '' ? ` (${by})` : ` (${at}, ${by})`;
}

/** A folder of a main module has no Go files, and no other module of the build list could have the package. */
export class MainPackageError extends EngineError {
  constructor(module: ModuleVersion, path: string) {
    super('query', `main module (${formatModule(module)}) does not contain package ${path}`);
  }
}

/** What is wrong with a package, behind the chain of imports that leads to it. */
export class PackageError extends EngineError {
  constructor(stack: string, cause: unknown) {
    super('query', `${stack}: ${messageOf(cause)}`, { cause });
  }
}

/** Packages could not be loaded. Every failure was told as an event. */
export class PackagesFailed extends AggregateError {
  constructor(readonly failures: readonly Error[]) {
    super([], failures.map(messageOf).join('\n'));
  }
}

/** A go line that a requirement does not allow. */
export class GoLineConflict extends EngineError {
  /** `path`: what requires what, the newer go at its end. */
  constructor(path: readonly ModuleVersion[], wanted: string) {
    super('too-new', conflictText(path.map(formatModule), wanted));
  }
}

function conflictText(path: readonly string[], wanted: string): string {
  const [first, last] = [path[0], path.at(-1)];
  if (path.length === 1) return `${first} is above ${wanted}`;
  return `${first} ${path.length > 2 ? 'indirectly ' : ''}requires ${last}, but ${wanted} is requested`;
}
