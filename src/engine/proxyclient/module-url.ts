// The URL of one file of one module at a proxy.
//
// Go joins decoded paths and spelled ones side by side and cleans both, dots and double slashes of the proxy's own
// path included; which of the two is sent follows from the rules for spelled paths.

import { posix } from 'node:path';
import {
  escapeUrlPath,
  LATEST_FILE,
  LIST_FILE,
  type ProxyRequest,
  versionFile,
} from '../../core/goproxy/index.js';
import { escapePath } from '../../core/module/index.js';
import type { GoUrl } from './url.js';

/** The base of the files of `path` below `proxy`. Throws InvalidPathError. */
export function moduleBase(proxy: GoUrl, path: string): GoUrl {
  const escaped = escapePath(path);
  return {
    ...proxy,
    path: `${proxy.path.replace(/\/$/, '')}/${escaped}`,
    rawPath: `${proxy.rawPath.replace(/\/$/, '')}/${escapeUrlPath(escaped)}`,
  };
}

/** A file below a {@link moduleBase}: `@v/list`. */
export function fileBelow(base: GoUrl, file: string): GoUrl {
  return {
    ...base,
    path: posix.join(base.path, file),
    rawPath: posix.join(base.rawPath, escapeUrlPath(file)),
  };
}

/** The URL that answers `request` at `proxy`. Throws where module or version have no escaped form. */
export function moduleUrl(proxy: GoUrl, request: ProxyRequest): GoUrl {
  return fileBelow(moduleBase(proxy, request.path), fileOf(request));
}

function fileOf(request: ProxyRequest): string {
  if ('version' in request) return versionFile(request.version, request.kind);
  return request.kind === 'list' ? LIST_FILE : LATEST_FILE;
}
