// The main modules as far as vendoring goes, and which of their replace lines hold for a module.
//
// A line of go.work beats those of all go.mod files. Within one file a line that names the version beats one
// that does not. Of several members the last one with a line wins; where lines for this very version differ
// the first is kept, and the difference told. A main module at no version is never replaced. In a workspace,
// directories of a member's lines are told from the workspace's folder. Defined by cmd/go/internal/modload
// (replacementFrom, canonicalizeReplacePath).

import { isDirectoryPath, type Replace, ReplaceLines, type Require } from '../modfile/index.js';
import { formatModule, type ModuleVersion, sameModule } from '../module/index.js';
import { joinPath, parentPath, relativePath } from '../slash-path.js';

/** The lines of a go.mod that vendoring looks at; a `ModFile` is one. */
export interface VendorGoMod {
  readonly go: { readonly version: string } | undefined;
  readonly require: readonly Pick<Require, 'mod'>[];
  readonly replace: readonly Pick<Replace, 'old' | 'new'>[];
}

/** The lines of a go.work that vendoring looks at; a `WorkFile` is one. */
export type VendorGoWork = Omit<VendorGoMod, 'require'>;

/** One main module. */
export interface VendorMember {
  readonly path: string;
  /** Its go.mod with folder, slashes between; absolute in a workspace. */
  readonly name: string;
  readonly file: VendorGoMod;
}

/** The main modules of one go.mod, or of a workspace. */
export interface VendorMain {
  /** One without a workspace, else in the order of the `use` lines. */
  readonly members: readonly VendorMember[];
  /** Absent outside of workspaces. `name` as that of a go.mod. */
  readonly work?: { readonly name: string; readonly file: VendorGoWork };
}

/** A replacement as it is written, and as the build knows it. */
export interface FoundReplacement {
  /** As its file writes it. */
  readonly written: ModuleVersion;
  /** A directory told from the workspace's folder; else the same. */
  readonly used: ModuleVersion;
  /** The name of the file. */
  readonly file: string;
}

/** What replaces a module; undefined where nothing does. */
export type FindReplacement = (mod: ModuleVersion) => FoundReplacement | undefined;

/** How a system relates the names of files and folders; `node:path` is one. */
export interface PathRules {
  isAbsolute(path: string): boolean;
  /** The folder of a file. */
  dirname(path: string): string;
  join(folder: string, path: string): string;
  /** The way from one folder to the other; '' or `.` for the same. */
  relative(from: string, to: string): string;
}

const SLASHES: PathRules = Object.freeze({
  isAbsolute: (path: string) => path.startsWith('/'),
  dirname: parentPath,
  join: joinPath,
  relative: (from: string, to: string) => relativePath(from, to) ?? to,
});

/**
 * What the lines of `main` replace, as they are now. `onConflict` hears Go's message, each time, where members
 * contradict each other.
 */
export function replacementsOf(
  main: VendorMain,
  onConflict: (text: string) => void = () => {},
  paths: PathRules = SLASHES,
): FindReplacement {
  const { work } = main;
  const workLines = work && new ReplaceLines(work.file.replace);
  const members = main.members.map(({ name, file }) => ({ name, lines: new ReplaceLines(file.replace) }));
  const own = new Set(main.members.map((member) => member.path));
  return (mod) => {
    if (mod.version === '' && own.has(mod.path)) return undefined;
    const ofWork = workLines?.find(mod);
    if (ofWork !== undefined) return { written: ofWork.to, used: ofWork.to, file: work?.name ?? '' };
    let found: { to: ModuleVersion; file: string } | undefined;
    for (const { name, lines } of members) {
      const line = lines.find(mod);
      if (line === undefined) continue;
      if (found !== undefined && line.exact && !sameModule(found.to, line.to)) {
        onConflict(
          `conflicting replacements found for ${formatModule(mod)} in workspace modules defined by ` +
            `${found.file} and ${name}`,
        );
        break;
      }
      found = { to: line.to, file: name };
    }
    if (found === undefined) return undefined;
    const used = work === undefined ? found.to : fromWorkspace(paths, found.to, found.file, work.name);
    return { written: found.to, used, file: found.file };
  };
}

function fromWorkspace(paths: PathRules, to: ModuleVersion, file: string, work: string): ModuleVersion {
  if (to.version !== '' || paths.isAbsolute(to.path)) return to;
  const path = paths.relative(paths.dirname(work), paths.join(paths.dirname(file), to.path)) || '.';
  return { path: isDirectoryPath(path) ? path : `./${path.replaceAll('\\', '/')}`, version: '' };
}
