// What programs import without saying so: what the linker puts into every one (load.LinkerDeps).

import { EngineError } from '../error.js';

/** What linking depends on. */
export interface LinkSetting {
  readonly goos: string;
  readonly goarch: string;
  readonly compiler: string;
  readonly cgoEnabled: boolean;
  /** The -buildmode. */
  readonly mode: string;
  readonly linkshared: boolean;
  /** The words of -ldflags for the program. */
  readonly ldflags: readonly string[];
  readonly race: boolean;
  readonly msan: boolean;
  readonly asan: boolean;
  readonly cover: boolean;
}

/** The implicit imports of a program. Throws an EngineError where it cannot be linked without cgo. */
export function linkedPackages(setting: LinkSetting): string[] {
  const packages = ['runtime'];
  const reason = externalReason(setting);
  if (reason !== '' && setting.compiler !== 'gccgo') {
    if (!setting.cgoEnabled)
      throw new EngineError('query', `${reason} requires external (cgo) linking, but cgo is not enabled`);
    packages.push('runtime/cgo');
  }
  if (setting.goarch === 'arm') packages.push('math');
  if (setting.race) packages.push('runtime/race');
  if (setting.msan) packages.push('runtime/msan');
  if (setting.asan) packages.push('runtime/asan');
  if (setting.cover) packages.push('runtime/coverage');
  return packages;
}

/** Why a C linker is needed; '' where none is. */
function externalReason(setting: LinkSetting): string {
  const { goos, goarch, mode } = setting;
  if (mustLinkExternally(goos, goarch)) return `${goos}/${goarch}`;
  if (mode === 'plugin' || (mode === 'c-shared' && goarch !== 'wasm')) return `-buildmode=${mode}`;
  if (setting.linkshared) return '-linkshared';
  const byDefault = mode === 'default' && isPieByDefault(goos, setting.race);
  if ((mode === 'pie' || byDefault) && !INTERNAL_PIE.includes(`${goos}/${goarch}`))
    return byDefault ? 'default PIE binary' : '-buildmode=pie';
  return linkMode(setting.ldflags);
}

/** The last -linkmode among the flags, where it asks for a C linker. */
function linkMode(flags: readonly string[]): string {
  for (let at = flags.length - 1; at >= 0; at--) {
    const flag = flags[at] as string;
    const value = flag === '-linkmode' ? flags[at + 1] : flag.replace(/^-linkmode=/, '');
    if (!flag.startsWith('-linkmode')) continue;
    if (value === 'external') return flag;
    if (value === 'internal') return '';
  }
  return '';
}

/** Ports whose linker makes position-independent programs itself. */
const INTERNAL_PIE = [
  'android/arm64',
  'darwin/amd64',
  'darwin/arm64',
  'linux/amd64',
  'linux/arm64',
  'linux/loong64',
  'linux/ppc64le',
  'windows/386',
  'windows/amd64',
  'windows/arm64',
];

function mustLinkExternally(goos: string, goarch: string): boolean {
  return (goos === 'android' && goarch !== 'arm64') || (goos === 'ios' && goarch === 'arm64');
}

function isPieByDefault(goos: string, race: boolean): boolean {
  return ['android', 'ios', 'darwin'].includes(goos) || (goos === 'windows' && !race);
}
