// What `go mod edit -json` prints (cmd/go/internal/modcmd/edit.go, fileJSON).

import { fieldsOf, marshalIndent, type StructType, sliceOf, structOf } from '../../core/gostruct/index.js';
import type { ModFile } from '../../core/modfile/index.js';
import type { ModuleVersion } from '../../core/module/index.js';

const optional = (names: Readonly<Record<string, 'string' | 'bool'>>) => fieldsOf(names, true);
const always = (...names: string[]) =>
  fieldsOf(Object.fromEntries(names.map((name) => [name, 'string'] as const)), false);

const moduleVersion = structOf('module.Version', [...always('Path'), ...optional({ Version: 'string' })]);
const modulePath = structOf('modcmd.editModuleJSON', [
  ...always('Path'),
  ...optional({ Deprecated: 'string' }),
]);
const godebug = structOf('modcmd.debugJSON', always('Key', 'Value'));
const requirement = structOf('modcmd.requireJSON', [
  ...always('Path'),
  ...optional({ Version: 'string', Indirect: 'bool' }),
]);
const replacement = structOf(
  'modcmd.replaceJSON',
  fieldsOf({ Old: moduleVersion, New: moduleVersion }, false),
);
const retraction = structOf(
  'modcmd.retractJSON',
  optional({ Low: 'string', High: 'string', Rationale: 'string' }),
);
const tool = structOf('modcmd.toolJSON', always('Path'));
const ignored = structOf('modcmd.ignoreJSON', always('Path'));

const list = (element: StructType) => sliceOf(element);

const goMod = structOf('modcmd.fileJSON', [
  ...fieldsOf({ Module: modulePath }, false),
  ...fieldsOf({ Go: 'string', Toolchain: 'string', GoDebug: list(godebug) }, true),
  ...fieldsOf(
    {
      Require: list(requirement),
      Exclude: list(moduleVersion),
      Replace: list(replacement),
      Retract: list(retraction),
      Tool: list(tool),
      Ignore: list(ignored),
    },
    false,
  ),
]);

/** An empty list is nil in Go, and null in JSON. */
function some<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length === 0 ? undefined : values;
}

const pathAndVersion = ({ path, version }: ModuleVersion) => ({ path, version });

/** The file as JSON, with a final newline. */
export function goModJson(file: ModFile): string {
  const { module } = file;
  const value = {
    module: { path: module?.mod.path ?? '', deprecated: module?.deprecated ?? '' },
    go: file.go?.version,
    toolchain: file.toolchain?.name,
    goDebug: some(file.godebug),
    require: some(file.require.map(({ mod, indirect }) => ({ ...mod, indirect }))),
    exclude: some(file.exclude.map(({ mod }) => pathAndVersion(mod))),
    replace: some(file.replace),
    retract: some(file.retract),
    tool: some(file.tool),
    ignore: some(file.ignore),
  };
  return `${marshalIndent(goMod, value)}\n`;
}
