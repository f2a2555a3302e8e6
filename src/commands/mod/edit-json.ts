// What `go mod edit -json` prints (cmd/go/internal/modcmd/edit.go, fileJSON).

import { type Descriptor, fieldsOf, marshalIndent } from '../../core/gostruct/index.js';
import type { ModFile } from '../../core/modfile/index.js';
import type { ModuleVersion } from '../../core/module/index.js';

const optional = (names: Readonly<Record<string, 'string' | 'bool'>>) => fieldsOf(names, true);
const always = (...names: string[]) =>
  fieldsOf(Object.fromEntries(names.map((name) => [name, 'string'] as const)), false);

const moduleVersion: Descriptor = {
  name: 'module.Version',
  fields: [...always('Path'), ...optional({ Version: 'string' })],
};
const modulePath: Descriptor = {
  name: 'modcmd.editModuleJSON',
  fields: [...always('Path'), ...optional({ Deprecated: 'string' })],
};
const godebug: Descriptor = { name: 'modcmd.debugJSON', fields: always('Key', 'Value') };
const requirement: Descriptor = {
  name: 'modcmd.requireJSON',
  fields: [...always('Path'), ...optional({ Version: 'string', Indirect: 'bool' })],
};
const replacement: Descriptor = {
  name: 'modcmd.replaceJSON',
  fields: fieldsOf({ Old: { struct: () => moduleVersion }, New: { struct: () => moduleVersion } }, false),
};
const retraction: Descriptor = {
  name: 'modcmd.retractJSON',
  fields: optional({ Low: 'string', High: 'string', Rationale: 'string' }),
};
const tool: Descriptor = { name: 'modcmd.toolJSON', fields: always('Path') };
const ignored: Descriptor = { name: 'modcmd.ignoreJSON', fields: always('Path') };

const list = (element: Descriptor) => ({ list: { struct: () => element } });

const goMod: Descriptor = {
  name: 'modcmd.fileJSON',
  fields: [
    ...fieldsOf({ Module: { struct: () => modulePath } }, false),
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
  ],
};

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
