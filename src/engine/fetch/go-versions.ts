// The modules `go` and `toolchain`: Go releases as versions.
//
// They exist nowhere under these paths. Their versions are read off the list of golang.org/toolchain, whose
// versions look like v0.0.1-go1.21.3.linux-amd64, and every release up to our own is there without asking.
// Rules: cmd/go/internal/modfetch/toolchain.go.

import { compare, fromToolchain, isLang, isValid, modCompare } from '../../core/gover/index.js';
import { EngineError } from '../error.js';
import type { ModuleRepo, RevInfo, Versions } from '../proxyclient/index.js';

/** The module behind both. */
export const TOOLCHAIN_MODULE = 'golang.org/toolchain';

/** The repository of `go` or `toolchain` on top of that of golang.org/toolchain. */
export class GoVersionsRepo implements ModuleRepo {
  constructor(
    readonly modulePath: 'go' | 'toolchain',
    private readonly downloads: Pick<ModuleRepo, 'stat' | 'versions'>,
    /** The release we claim to be: `1.26.8`. */
    private readonly release: string,
  ) {}

  get #prefix(): string {
    return this.modulePath === 'toolchain' ? 'go' : '';
  }

  checkReuse(): Promise<void> {
    return Promise.reject(this.#misuse('CheckReuse'));
  }

  async versions(): Promise<Versions> {
    const known = await this.downloads.versions('');
    const releases = new Set([...known.list.map(releaseOf).filter((v) => v !== undefined), this.release]);
    const list = [...releases].sort(compare).map((v) => this.#prefix + v);
    return { list, origin: undefined };
  }

  async stat(rev: string): Promise<RevInfo> {
    const v = rev.startsWith('go') ? rev.slice(2) : rev;
    const version = this.#prefix + v;
    if (!isValid(v)) throw new EngineError('query', `invalid ${this.modulePath} version ${rev}`);
    const ours = this.modulePath === 'go' ? compare(v, this.release) <= 0 : v === this.release;
    if (ours) return { version, time: '', origin: undefined };
    if (isLang(v)) throw new EngineError('query', `go language version ${rev} is not a toolchain version`);
    // linux-amd64 has always been there, so the answer is the same on every platform.
    const info = await this.downloads.stat(`v0.0.1-go${v}.linux-amd64`);
    return { version, time: info.time, origin: undefined };
  }

  async latest(): Promise<RevInfo> {
    const { list } = await this.versions();
    const newest = list.reduce((a, b) => (modCompare(this.modulePath, b, a) > 0 ? b : a));
    return await this.stat(newest);
  }

  async goMod(): Promise<Uint8Array> {
    return new TextEncoder().encode(`module ${this.modulePath}\n`);
  }

  zip(): Promise<never> {
    return Promise.reject(this.#misuse('Zip'));
  }

  #misuse(what: string): Error {
    return new EngineError('unsupported', `invalid use of toolchainRepo: ${what}`);
  }
}

/** The Go release of a version of golang.org/toolchain; undefined for one of another form. */
function releaseOf(version: string): string | undefined {
  const platform = version.lastIndexOf('.');
  const cut = version.indexOf('-');
  if (cut < 0 || platform < cut || !version.slice(platform + 1).includes('-')) return undefined;
  const name = version.slice(cut + 1, platform);
  return name.startsWith('go') ? fromToolchain(name) || name.slice(2) : name;
}
