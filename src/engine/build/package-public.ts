// What `go list` prints of a package: Go's load.PackagePublic.

import {
  type Field,
  type GoType,
  goBool,
  goError,
  goString,
  goValue,
  type Methods,
  mapOf,
  method,
  nilDereference,
  pointerTo,
  type StructType,
  sliceOf,
  structOf,
  type TimeTypes,
} from '../../core/gostruct/index.js';
import { formatPosition, type Position } from '../../core/imports/index.js';
import { type ModulePublic, modulePublicType } from '../list/index.js';
import type { PackageFailure } from './failure.js';
import type { BuiltPackage } from './package.js';

/** A package, and what is known of its module. */
export interface ListedPackage {
  readonly pkg: BuiltPackage;
  readonly module: ModulePublic | undefined;
}

const strings = sliceOf(goString);

type Getter = (listed: ListedPackage) => unknown;

function field(name: string, type: GoType, get: Getter): Field {
  return { name, key: name, type, omitEmpty: true, get: (data) => get(data as ListedPackage) };
}

const text = (name: string, get: (pkg: BuiltPackage) => string) =>
  field(name, goString, ({ pkg }) => get(pkg));
const flag = (name: string, get: (pkg: BuiltPackage) => boolean) =>
  field(name, goBool, ({ pkg }) => get(pkg));
const texts = (name: string, get: (pkg: BuiltPackage) => readonly string[]) =>
  field(name, strings, ({ pkg }) => {
    const list = get(pkg);
    return list.length === 0 ? undefined : list;
  });

const failureMethods: Methods = {
  Error: method(
    (data) => data as PackageFailure | undefined,
    [],
    [goString],
    (failure) => {
      if (failure === undefined) throw nilDereference();
      return failure.text;
    },
  ),
};

const positionType: StructType = {
  ...structOf('token.Position', []),
  methods: {
    String: method(
      (data) => data as Position,
      [],
      [goString],
      (position) => formatPosition(position),
    ),
  },
};

const importInfo = structOf('load.ImportInfo', [
  { name: 'Pkg', key: 'path', type: goString, omitEmpty: false },
  { name: 'Pos', key: 'position', type: pointerTo(positionType), omitEmpty: false },
]);

/** `*load.PackageError` as templates see it. */
const failureType = structOf(
  'load.PackageError',
  [
    { name: 'ImportStack', key: 'stack', type: sliceOf(importInfo), omitEmpty: false },
    { name: 'Pos', key: 'position', type: goString, omitEmpty: false },
    {
      name: 'Err',
      key: 'reason',
      type: goError,
      omitEmpty: false,
      get: (data) => goValue(errorText, { reason: (data as PackageFailure).reason }),
    },
    { name: 'IsImportCycle', key: 'isCycle', type: goBool, omitEmpty: false },
  ],
  failureMethods,
);

/** Any error, by its words. */
const errorText: StructType = {
  ...structOf('errors.errorString', []),
  methods: {
    Error: method(
      (data) => data as { readonly reason: string },
      [],
      [goString],
      ({ reason }) => reason,
    ),
  },
};

/** The same as JSON shows it. */
const failureJson = structOf('load.PackageError', [
  { name: 'ImportStack', key: 'path', type: strings, omitEmpty: false },
  { name: 'Pos', key: 'position', type: goString, omitEmpty: false },
  { name: 'Err', key: 'reason', type: goString, omitEmpty: false },
]);

/** Import paths in the sources and what they mean, where that is another path. */
function importMap({ rawImports, importPaths }: BuiltPackage): ReadonlyMap<string, string> | undefined {
  const map = new Map<string, string>();
  for (const [at, path] of importPaths.entries()) {
    const raw = rawImports[at];
    if (raw !== undefined && raw !== path) map.set(raw, path);
  }
  return map.size === 0 ? undefined : map;
}

/** Go's load.PackagePublic for {@link ListedPackage}. `times`: for templates, which may call methods of times. */
export function packagePublicType(times?: TimeTypes): StructType {
  const failure = pointerTo(times === undefined ? failureJson : failureType);
  const module = pointerTo(modulePublicType(times));
  return structOf('load.PackagePublic', [
    text('Dir', (p) => p.folder),
    text('ImportPath', (p) => p.importPath),
    text('ImportComment', (p) => p.source.importComment),
    text('Name', (p) => p.name),
    text('Doc', (p) => p.doc),
    text('Target', (p) => p.target),
    text('Shlib', () => ''),
    text('Root', (p) => p.root),
    text('ConflictDir', (p) => p.conflict),
    text('ForTest', (p) => p.forTest),
    text('Export', () => ''),
    text('BuildID', () => ''),
    field('Module', module, (listed) => listed.module),
    texts('Match', (p) => p.match),
    flag('Goroot', (p) => p.goroot),
    flag('Standard', (p) => p.standard),
    flag('DepOnly', (p) => p.depOnly),
    flag('BinaryOnly', (p) => p.source.binaryOnly),
    flag('Incomplete', (p) => p.incomplete),
    text('DefaultGODEBUG', (p) => p.defaultGodebug),
    flag('Stale', () => false),
    text('StaleReason', () => ''),
    texts('GoFiles', (p) => p.files.go),
    texts('CgoFiles', (p) => p.files.cgo),
    texts('CompiledGoFiles', () => []),
    texts('IgnoredGoFiles', (p) => p.files.ignoredGo),
    texts('InvalidGoFiles', (p) => p.files.invalidGo),
    texts('IgnoredOtherFiles', (p) => p.files.ignoredOther),
    texts('CFiles', (p) => p.files.c),
    texts('CXXFiles', (p) => p.files.cxx),
    texts('MFiles', (p) => p.files.objectiveC),
    texts('HFiles', (p) => p.files.header),
    texts('FFiles', (p) => p.files.fortran),
    texts('SFiles', (p) => p.files.assembly),
    texts('SwigFiles', (p) => p.files.swig),
    texts('SwigCXXFiles', (p) => p.files.swigCxx),
    texts('SysoFiles', (p) => p.files.object),
    texts('EmbedPatterns', (p) => p.source.main.embeds.values),
    texts('EmbedFiles', (p) => p.embedFiles),
    texts('CgoCFLAGS', (p) => p.cgo.cflags),
    texts('CgoCPPFLAGS', (p) => p.cgo.cppflags),
    texts('CgoCXXFLAGS', (p) => p.cgo.cxxflags),
    texts('CgoFFLAGS', (p) => p.cgo.fflags),
    texts('CgoLDFLAGS', (p) => p.cgo.ldflags),
    texts('CgoPkgConfig', (p) => p.cgo.pkgConfig),
    texts('Imports', (p) => p.importPaths),
    field('ImportMap', mapOf(goString, goString), ({ pkg }) => importMap(pkg)),
    texts('Deps', (p) => p.deps),
    field('Error', failure, ({ pkg }) => pkg.error),
    field('DepsErrors', sliceOf(failure), ({ pkg }) =>
      pkg.depsErrors.length === 0 ? undefined : pkg.depsErrors,
    ),
    texts('TestGoFiles', (p) => p.files.test),
    texts('TestImports', (p) => p.testImportPaths),
    texts('TestEmbedPatterns', (p) => p.source.test.embeds.values),
    texts('TestEmbedFiles', (p) => p.testEmbedFiles),
    texts('XTestGoFiles', (p) => p.files.externalTest),
    texts('XTestImports', (p) => p.externalTestImportPaths),
    texts('XTestEmbedPatterns', (p) => p.source.externalTest.embeds.values),
    texts('XTestEmbedFiles', (p) => p.externalTestEmbedFiles),
  ]);
}
