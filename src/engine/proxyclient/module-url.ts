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
    path: posix.normalize(`${proxy.path.replace(/\/$/, '')}/${escaped}`),
    rawPath: posix.normalize(`${proxy.rawPath.replace(/\/$/, '')}/${escapeUrlPath(escaped)}`),
  };
}

/** Elements that joining would clean away. */
const UNCLEAN = /(?:^|\/)\.{0,2}(?:\/|$)/;

/** A file below a {@link moduleBase}: `@v/list`. */
export function fileBelow(base: GoUrl, file: string): GoUrl {
  const join = UNCLEAN.test(file) ? posix.join : (folder: string, name: string) => `${folder}/${name}`;
  return { ...base, path: join(base.path, file), rawPath: join(base.rawPath, escapeUrlPath(file)) };
}

/** The URL that answers `request` at `proxy`. Throws where module or version have no escaped form. */
export function moduleUrl(proxy: GoUrl, request: ProxyRequest): GoUrl {
  return fileBelow(moduleBase(proxy, request.path), fileOf(request));
}

function fileOf(request: ProxyRequest): string {
  if ('version' in request) return versionFile(request.version, request.kind);
  return request.kind === 'list' ? LIST_FILE : LATEST_FILE;
}
