// What `list -m` and `download` tell about one module (modinfo.ModulePublic), and its printed forms.

import {
  fieldsOf,
  goString,
  type Methods,
  method,
  nilDereference,
  pointerTo,
  type StructType,
  sliceOf,
  structOf,
  type TimeTypes,
  timeTypes,
} from '../../core/gostruct/index.js';
import { UTC } from '../../core/time/index.js';
import type { Origin } from '../fetch/index.js';

/** An error text in a struct of its own, as Go prints it. */
export interface ModuleFailure {
  readonly err: string;
}

/** What `list -m` and `download` tell about one module (modinfo.ModulePublic). Fields that are undefined are empty in Go. */
export interface ModulePublic {
  path: string;
  version?: string;
  query?: string;
  versions?: readonly string[];
  replace?: ModulePublic;
  /** RFC 3339. */
  time?: string;
  update?: ModulePublic;
  main?: boolean;
  indirect?: boolean;
  dir?: string;
  goMod?: string;
  goVersion?: string;
  retracted?: readonly string[];
  deprecated?: string;
  error?: ModuleFailure;
  sum?: string;
  goModSum?: string;
  origin?: Origin;
  reuse?: boolean;
}

const failure = structOf('modinfo.ModuleError', fieldsOf({ Err: 'string' }, false));

/** Go's codehost.Origin. Our value has Go's names. */
export const originDescriptor: StructType = structOf(
  'codehost.Origin',
  ['VCS', 'URL', 'Subdir', 'Hash', 'TagPrefix', 'TagSum', 'Ref', 'RepoSum'].map((name) => ({
    name,
    key: name,
    type: goString,
    omitEmpty: true,
  })),
);

const methods: Methods = {
  String: method(
    (data) => data as ModulePublic | undefined,
    [],
    [goString],
    (m) => {
      if (m === undefined) throw nilDereference();
      return modulePublicString(m);
    },
  ),
};

/** Go's modinfo.ModulePublic. With `times` their methods may be called. */
export function modulePublicType(times?: TimeTypes): StructType {
  const fields = fieldsOf(
    {
      Path: 'string',
      Version: 'string',
      Query: 'string',
      Versions: sliceOf(goString),
      Replace: pointerTo(() => type),
      Time: (times ?? timeTypes(() => UTC)).pointer,
      Update: pointerTo(() => type),
      Main: 'bool',
      Indirect: 'bool',
      Dir: 'string',
      GoMod: 'string',
      GoVersion: 'string',
      Retracted: sliceOf(goString),
      Deprecated: 'string',
      Error: pointerTo(failure),
      Sum: 'string',
      GoModSum: 'string',
      Origin: pointerTo(originDescriptor),
      Reuse: 'bool',
    },
    true,
  );
  const seen = fields.map((field) => {
    if (field.name !== 'Time' || times === undefined) return field;
    return { ...field, get: (data: unknown) => times.held(data as ModulePublic, 'time') };
  });
  const type = structOf('modinfo.ModulePublic', seen, methods);
  return type;
}

/** The type as JSON shows it. */
export const modulePublicDescriptor: StructType = modulePublicType();

function versionText(m: ModulePublic): string {
  return `${m.version ?? ''}${m.retracted === undefined || m.retracted.length === 0 ? '' : ' (retracted)'}`;
}

function versionAndUpdate(m: ModulePublic): string {
  if (m.version === undefined || m.version === '') return '';
  return ` ${versionText(m)}${m.update === undefined ? '' : ` [${versionText(m.update)}]`}`;
}

/** The line that `list -m` prints (ModulePublic.String). */
export function modulePublicString(m: ModulePublic): string {
  let text = m.path + versionAndUpdate(m) + (m.deprecated ? ' (deprecated)' : '');
  if (m.replace === undefined) return text;
  text += ` => ${m.replace.path}${versionAndUpdate(m.replace)}`;
  return m.replace.deprecated ? `${text} (deprecated)` : text;
}
