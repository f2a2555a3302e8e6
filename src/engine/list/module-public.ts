// What `list -m` and `download` tell about one module (modinfo.ModulePublic), and its printed forms.

import { type Descriptor, fieldsOf } from '../../core/gostruct/index.js';
import type { Origin } from '../fetch/index.js';

/** An error text in a struct of its own, as Go prints it. */
export interface ModuleFailure {
  readonly err: string;
}

/** See the head of this file. Fields that are undefined are empty in Go. */
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

const failure: Descriptor = { name: 'modinfo.ModuleError', fields: fieldsOf({ Err: 'string' }, false) };

/** Go's codehost.Origin. Our value has Go's names. */
export const originDescriptor: Descriptor = {
  name: 'codehost.Origin',
  fields: ['VCS', 'URL', 'Subdir', 'Hash', 'TagPrefix', 'TagSum', 'Ref', 'RepoSum'].map((name) => ({
    name,
    key: name,
    type: 'string',
    omitEmpty: true,
  })),
};

/** Go's modinfo.ModulePublic. */
export const modulePublicDescriptor: Descriptor = {
  name: 'modinfo.ModulePublic',
  fields: fieldsOf(
    {
      Path: 'string',
      Version: 'string',
      Query: 'string',
      Versions: { list: 'string' },
      Replace: { struct: () => modulePublicDescriptor },
      Time: 'time',
      Update: { struct: () => modulePublicDescriptor },
      Main: 'bool',
      Indirect: 'bool',
      Dir: 'string',
      GoMod: 'string',
      GoVersion: 'string',
      Retracted: { list: 'string' },
      Deprecated: 'string',
      Error: { struct: () => failure },
      Sum: 'string',
      GoModSum: 'string',
      Origin: { struct: () => originDescriptor },
      Reuse: 'bool',
    },
    true,
  ),
};

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
