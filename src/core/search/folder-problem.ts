// What Go says of a folder that a command line names and that is no package, or is outside of everything.
//
// Which of them applies takes the module graph to tell. Defined by cmd/go/internal/modload (matchLocalDirs,
// resolveLocalPackage) and cmd/go/internal/search (MatchDirs).

import { SearchError } from './errors.js';

/** What may be said of a folder that a command line names. All are behind `go: ` or a pattern. */
export const folderProblem = Object.freeze({
  /** A pattern that begins in no main module, dependency or GOROOT; `shown` as in messages. */
  prefixOutside: (shown: string, workspace: boolean): SearchError => {
    const scope = workspace
      ? 'modules listed in go.work or their selected dependencies'
      : 'main module or its selected dependencies';
    return new SearchError('outside', `directory prefix ${shown} does not contain ${scope}`);
  },
  /** A pattern that begins in none of these module roots, all absolute. */
  outsideRoots: (folder: string, roots: readonly string[]): SearchError => {
    const noun = roots.length > 1 ? 'roots' : 'root';
    return new SearchError('outside', `directory ${folder} is outside module ${noun} (${roots.join(', ')})`);
  },
  /**
   * A folder in no main module, dependency or GOROOT; `shown` as in messages. `member` is the root of a module that
   * go.work does not list, as in messages.
   */
  outside: (shown: string, { workspace = false, member = '' } = {}): SearchError => {
    const folder = shown === '.' ? 'current directory' : `directory ${shown}`;
    if (!workspace)
      return new SearchError('outside', `${folder} outside main module or its selected dependencies`);
    const text =
      member === ''
        ? `${folder} outside modules listed in go.work or their selected dependencies`
        : `${folder} is contained in a module that is not one of the workspace modules listed in go.work. ` +
          `You can add the module to the workspace using:\n\tgo work use ${member}`;
    return new SearchError('outside', text);
  },
  /** An absolute folder that does not exist. */
  missing: (folder: string): SearchError =>
    new SearchError('no-directory', `stat ${folder}: directory not found`),
  /** A folder below a vendor folder that is not in use. */
  vendorUnused: (folder: string): SearchError =>
    new SearchError('not-a-package', `without -mod=vendor, directory ${folder} has no package path`),
  /** A folder of the vendor folder that modules.txt does not list. */
  notVendored: (folder: string): SearchError =>
    new SearchError('not-listed', `directory ${folder} is not a package listed in vendor/modules.txt`),
  /** GOROOT/src itself. */
  gorootSrc: (): SearchError => new SearchError('not-a-package', 'GOROOT/src is not an importable package'),
  /** The package that only documents. */
  builtin: (): SearchError =>
    new SearchError('not-a-package', '"builtin" is a pseudo-package, not an importable package'),
});
