// The URLs of the files of modules at a proxy.
//
// Go joins decoded paths and spelled ones side by side and cleans both, dots and double slashes of the proxy's own
// path included; which of the two is sent follows from the rules for spelled paths.
//
// A run asks for the same file beforehand and in earnest, thousands of them: each URL is made, and printed, once.

import { posix } from 'node:path';
import { escapeUrlPath, type VersionFile, versionFile } from '../../core/goproxy/index.js';
import { escapePath } from '../../core/module/index.js';
import type { GoUrl } from './url.js';

/** Elements that joining would clean away. */
const UNCLEAN = /(?:^|\/)\.{0,2}(?:\/|$)/;

/** The files of one module at one proxy. */
export class ModuleUrls {
  readonly #base: GoUrl;
  readonly #versions: Record<VersionFile, Map<string, GoUrl>> = {
    info: new Map(),
    mod: new Map(),
    zip: new Map(),
  };

  /** Throws InvalidPathError where `path` has no escaped form. */
  constructor(
    readonly proxy: GoUrl,
    path: string,
  ) {
    const escaped = escapePath(path);
    this.#base = {
      ...proxy,
      path: posix.normalize(`${proxy.path.replace(/\/$/, '')}/${escaped}`),
      rawPath: posix.normalize(`${proxy.rawPath.replace(/\/$/, '')}/${escapeUrlPath(escaped)}`),
    };
  }

  /** A file by its name below the module: `@v/list`. */
  file(name: string): GoUrl {
    const base = this.#base;
    const join = UNCLEAN.test(name) ? posix.join : (folder: string, file: string) => `${folder}/${file}`;
    return { ...base, path: join(base.path, name), rawPath: join(base.rawPath, escapeUrlPath(name)) };
  }

  /** A file of a version, which may be a revision of any kind. Throws InvalidVersionError where it has no escaped form. */
  version(version: string, kind: VersionFile): GoUrl {
    const known = this.#versions[kind];
    let url = known.get(version);
    if (url === undefined) {
      url = this.file(versionFile(version, kind));
      known.set(version, url);
    }
    return url;
  }
}

/** The modules at one proxy. */
export class ProxyUrls {
  readonly #modules = new Map<string, ModuleUrls>();

  constructor(readonly proxy: GoUrl) {}

  /** Throws InvalidPathError for a malformed path. */
  module(path: string): ModuleUrls {
    let urls = this.#modules.get(path);
    if (urls === undefined) {
      urls = new ModuleUrls(this.proxy, path);
      this.#modules.set(path, urls);
    }
    return urls;
  }
}
