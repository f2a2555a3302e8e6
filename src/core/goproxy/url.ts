// Where things are in a module proxy, for the client that asks and the server that answers.
//
//   MODULE/@v/list   MODULE/@v/VERSION.info|.mod|.zip   MODULE/@latest
//
// MODULE and VERSION are in their escaped forms (../module/escape.ts). Defined by
// https://go.dev/ref/mod#goproxy-protocol.

import {
  canonicalVersion,
  escapePath,
  escapeVersion,
  type ModuleVersion,
  unescapePath,
  unescapeVersion,
} from '../module/index.js';
import { encodeText } from '../text.js';

/** The kinds of file that a version has. */
export type VersionFile = 'info' | 'mod' | 'zip';

/** What can be asked of a proxy. */
export type ProxyRequest =
  | { readonly kind: 'list' | 'latest'; readonly path: string }
  | { readonly kind: VersionFile; readonly path: string; readonly version: string };

/** The file of a module that lists its versions. */
export const LIST_FILE = '@v/list';

/** The file of a module that says what its latest version is. */
export const LATEST_FILE = '@latest';

/**
 * The file of a version, below its module: `@v/v1.2.3.info`. `version` may be a revision of any kind. Throws
 * InvalidVersionError where it has no escaped form.
 */
export function versionFile(version: string, file: VersionFile): string {
  return `@v/${escapeVersion(version)}.${file}`;
}

/** The path below the proxy that answers the request, not yet escaped for URLs. Throws as escapePath does. */
export function requestPath(request: ProxyRequest): string {
  const base = escapePath(request.path);
  if ('version' in request) return `${base}/${versionFile(request.version, request.kind)}`;
  return `${base}/${request.kind === 'list' ? LIST_FILE : LATEST_FILE}`;
}

const IN_SEGMENT = /[A-Za-z0-9\-_.~$&+=:@/]/;
/** Nearly every path is one: those without upper-case letters. */
const PLAIN = /^[A-Za-z0-9\-_.~$&+=:@/]*$/;

/** `path` with everything percent-encoded that Go's url.PathEscape encodes, slashes excepted. */
export function escapeUrlPath(path: string): string {
  if (PLAIN.test(path)) return path;
  let out = '';
  for (const byte of encodeText(path)) {
    const char = String.fromCharCode(byte);
    out += IN_SEGMENT.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return out;
}

function parseVersionFile(path: string, name: string): ProxyRequest | undefined {
  const dot = name.lastIndexOf('.');
  const kind = name.slice(dot + 1);
  if (dot < 0 || (kind !== 'info' && kind !== 'mod' && kind !== 'zip')) return undefined;
  const version = unescapeVersion(name.slice(0, dot));
  // Only `.info` may be asked for by what is no canonical version.
  if (kind !== 'info' && version !== canonicalVersion(version)) return undefined;
  return { kind, path, version };
}

/**
 * What the path of a URL asks for, percent-encoding already undone, without the slash in front. Undefined where it is
 * none of the forms. Throws InvalidEscapeError where module or version are not in their escaped forms.
 */
export function parseRequestPath(urlPath: string): ProxyRequest | undefined {
  if (urlPath.endsWith(`/${LATEST_FILE}`)) {
    return { kind: 'latest', path: unescapePath(urlPath.slice(0, -LATEST_FILE.length - 1)) };
  }
  const at = urlPath.indexOf('/@v/');
  if (at < 0) return undefined;
  const path = unescapePath(urlPath.slice(0, at));
  const name = urlPath.slice(at + '/@v/'.length);
  return name === 'list' ? { kind: 'list', path } : parseVersionFile(path, name);
}

/** The request for a file of a module at a version. */
export function fileRequest(m: ModuleVersion, file: VersionFile): ProxyRequest {
  return { kind: file, path: m.path, version: m.version };
}
