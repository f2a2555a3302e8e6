// What `go list` says of a standard package on a port, worked out of the facts that we carry of its files: they stand in
// for the sources from which src/core/imports puts packages together. The port's tags come from `go` itself.

import {
  assemblePackage,
  type BuildContext,
  type SourceFile,
  unreadSource,
} from '../../src/core/imports/index.js';
import type { StandardFile, StandardLibrary, StandardPackage } from '../../src/core/stdlib/index.js';
import { listFields } from './imports-package.js';

/** What `go list -json` prints; what is empty is missing. */
export type Listed = Record<string, unknown>;

/** The fields that are compared. */
export const LISTED_FIELDS: readonly string[] = `ImportPath Name ImportMap Error
  GoFiles CgoFiles IgnoredGoFiles TestGoFiles XTestGoFiles IgnoredOtherFiles Imports TestImports XTestImports
  EmbedPatterns TestEmbedPatterns XTestEmbedPatterns EmbedFiles TestEmbedFiles XTestEmbedFiles CFiles CXXFiles MFiles
  HFiles FFiles SFiles SwigFiles SwigCXXFiles SysoFiles
  CgoCFLAGS CgoCPPFLAGS CgoCXXFLAGS CgoFFLAGS CgoLDFLAGS CgoPkgConfig`.split(/\s+/);

/** What the go command leaves out where cgo is off. */
const NEEDS_CGO = ['CFiles', 'CXXFiles', 'MFiles', 'SwigFiles', 'SwigCXXFiles'];

/** The file as if it had been read. Nothing for one that packages do not see. */
function sourceOf({
  name,
  constraint,
  package: packageName,
  imports,
  embeds,
  cgo,
}: StandardFile): SourceFile[] {
  const blank = unreadSource(name, name);
  if (blank === undefined) return [];
  const position = { file: name, line: 0, column: 0 };
  const goBuild = constraint === '' ? undefined : `//go:build ${constraint}`;
  return [
    {
      ...blank,
      header: { ...blank.header, goBuild },
      packageName,
      imports: imports.map((path) => ({ path, position })),
      embeds: embeds.map((pattern) => ({ pattern, position })),
      cgo: imports.includes('C') ? [cgo.map((line) => `#cgo ${line}`)] : [],
    },
  ];
}

/** The lists of files that the patterns of a package stand for. */
function embedFiles({ embedded }: StandardPackage, fields: Listed): Listed {
  const found: Listed = {};
  for (const prefix of ['', 'Test', 'XTest']) {
    const patterns = (fields[`${prefix}EmbedPatterns`] ?? []) as readonly string[];
    const files = new Set(patterns.flatMap((pattern) => embedded.get(pattern) ?? []));
    if (files.size > 0) found[`${prefix}EmbedFiles`] = [...files].sort();
  }
  return found;
}

/** The imports by the paths of what is imported, and where these differ. */
function resolvedImports(library: StandardLibrary, path: string, fields: Listed): Listed {
  const found: Listed = {};
  const map: Record<string, string> = {};
  for (const key of ['Imports', 'TestImports', 'XTestImports']) {
    const written = fields[key] as readonly string[] | undefined;
    if (written === undefined) continue;
    const resolved = written.map((each) => library.resolve(path, each));
    for (const [index, each] of written.entries()) {
      if (resolved[index] !== each && key === 'Imports') map[each] = resolved[index] ?? '';
    }
    found[key] = key === 'Imports' ? resolved : resolved.sort();
  }
  if (Object.keys(map).length > 0) found.ImportMap = map;
  return found;
}

/** The package on that port, or undefined where it has no files there. Folders of cgo are relative to its own. */
export function listStandard(
  library: StandardLibrary,
  path: string,
  context: BuildContext,
): Listed | undefined {
  const given = library.package(path);
  if (given === undefined) return undefined;
  const found = assemblePackage(given.files.flatMap(sourceOf), { context, folder: '' });
  if (found.error?.code === 'no-go-files') return undefined;
  if (found.error !== undefined) throw found.error;
  const fields = listFields(found);
  if (!context.cgoEnabled) for (const list of NEEDS_CGO) delete fields[list];
  return {
    ImportPath: path,
    ...fields,
    ...embedFiles(given, fields),
    ...resolvedImports(library, path, fields),
  };
}
