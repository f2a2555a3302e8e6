// The main modules as far as vendoring goes, and which of their replace lines hold for a module.
//
// A line of go.work beats those of all go.mod files. Within one file a line that names the version beats one
// that does not. Of several members the last one with a line wins; where lines for this very version differ
// the first is kept, and the difference told. A main module at no version is never replaced. In a workspace,
// directories of a member's lines are told from the workspace's folder. Defined by cmd/go/internal/modload
// (replacementFrom, canonicalizeReplacePath).

import { isDirectoryPath, type Replace, type Require } from '../modfile/index.js';
import { formatModule, type ModuleVersion, sameModule } from '../module/index.js';
import { cleanPath, joinPath, parentPath, relativePath } from '../slash-path.js';

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

type ReplaceMap = ReadonlyMap<string, ModuleVersion>;

function replaceMap(file: Pick<VendorGoMod, 'replace'>): ReplaceMap {
  return new Map(file.replace.map((line) => [keyOf(line.old), line.new]));
}

/** A key for maps by module and version. */
export function keyOf(m: ModuleVersion): string {
  return `${m.path} ${m.version}`;
}

interface Line {
  readonly to: ModuleVersion;
  /** Whether the line names the version. */
  readonly exact: boolean;
}

function lookUp(map: ReplaceMap, m: ModuleVersion): Line | undefined {
  const exact = map.get(keyOf(m));
  if (exact !== undefined) return { to: exact, exact: m.version !== '' };
  const any = map.get(keyOf({ path: m.path, version: '' }));
  return any === undefined ? undefined : { to: any, exact: false };
}

/** What the lines of `main` replace. `onConflict` hears Go's message where members contradict each other. */
export function replacementsOf(
  main: VendorMain,
  onConflict: (text: string) => void = () => {},
): FindReplacement {
  const { work } = main;
  const workMap = work && replaceMap(work.file);
  const members = main.members.map((member) => ({ member, map: replaceMap(member.file) }));
  const paths = new Set(main.members.map((member) => member.path));
  return (mod) => {
    if (mod.version === '' && paths.has(mod.path)) return undefined;
    const ofWork = workMap && lookUp(workMap, mod);
    if (ofWork !== undefined) return { written: ofWork.to, used: ofWork.to, file: work?.name ?? '' };
    let found: { to: ModuleVersion; file: string } | undefined;
    for (const { member, map } of members) {
      const line = lookUp(map, mod);
      if (line === undefined) continue;
      if (found !== undefined && line.exact && !sameModule(found.to, line.to)) {
        const files = `${found.file} and ${member.name}`;
        onConflict(
          `conflicting replacements found for ${formatModule(mod)} in workspace modules defined by ${files}`,
        );
        break;
      }
      found = { to: line.to, file: member.name };
    }
    if (found === undefined) return undefined;
    return { written: found.to, used: fromWorkspace(found.to, found.file, work?.name), file: found.file };
  };
}

function fromWorkspace(to: ModuleVersion, file: string, work: string | undefined): ModuleVersion {
  if (work === undefined || to.version !== '' || to.path.startsWith('/')) return to;
  const folder = joinPath(parentPath(file), to.path);
  const path = relativePath(parentPath(work), folder) ?? folder;
  return { path: isDirectoryPath(path) ? path : `./${cleanPath(path)}`, version: '' };
}
