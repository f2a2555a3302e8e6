// What is checked of the settings before a command is looked at, where modules are in use: which toolchain is asked for.
//
// Source: cmd/go/internal/toolchain (Select).

import { fromToolchain } from '../../core/gover/index.js';
import { quote } from '../../core/quote.js';
import type { Environment } from './environment.js';
import { findModuleRoot, type IsFile } from './locate.js';

/** Whether modules are in use, as far as can be told so early; false for a GO111MODULE that makes no sense. */
export function modulesInUse(env: Environment, isFile: IsFile, folder: string): boolean {
  const setting = env.get('GO111MODULE');
  if (setting === 'auto') return findModuleRoot(isFile, folder) !== '';
  return setting === '' || setting === 'on';
}

/** What is wrong with a value of GOTOOLCHAIN, in Go's words without "go: "; undefined when nothing is. */
export function toolchainProblem(setting: string): string | undefined {
  if (['', 'auto', 'path'].includes(setting)) return undefined;
  const plus = setting.indexOf('+');
  const least = plus < 0 ? setting : setting.slice(0, plus);
  if (least !== 'local' && fromToolchain(least) === '') {
    const why = plus < 0 ? '' : `: invalid minimum toolchain ${quote(least)}`;
    return `invalid GOTOOLCHAIN ${quote(setting)}${why}`;
  }
  if (plus < 0 || ['auto', 'path'].includes(setting.slice(plus + 1))) return undefined;
  return `invalid GOTOOLCHAIN ${quote(setting)}: only version suffixes are +auto and +path`;
}
