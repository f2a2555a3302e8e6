// Whether a build uses the vendor folder without being told to.
//
// It does where the folder exists, the go line (of go.work in a workspace) is there and at least 1.14, and
// modules.txt is that of a workspace exactly if the build is. A folder without modules.txt is that of a module.
// Why a folder is not used shows in errors about imports. Defined by cmd/go/internal/modload
// (setDefaultBuildMod).

import { autoVendorVersion, compare } from '../gover/index.js';
import { quote } from '../quote.js';
import { VendorError } from './errors.js';
import { isForWorkspace } from './modules-txt.js';

/** What decides; see the head of this file. */
export interface VendorSituation {
  readonly workspace: boolean;
  /** The go line of go.work, or of go.mod; '' without one. */
  readonly goVersion: string;
  /** Whether there is a vendor folder beside that file. */
  readonly hasFolder: boolean;
  /** The first 512 bytes of its modules.txt, or more; undefined without one. Asked only where that decides. */
  readonly modulesTxt: () => Uint8Array | string | undefined;
}

/** Whether the vendor folder is used, and why or why not; '' where there is none. */
export interface VendorDecision {
  readonly vendor: boolean;
  readonly reason: string;
}

/** The decision for a build without -mod. */
export function vendorByDefault(situation: VendorSituation): VendorDecision {
  const { workspace, goVersion, hasFolder } = situation;
  const source = workspace ? 'go.work' : 'go.mod';
  const unused = (reason: string): VendorDecision => ({ vendor: false, reason });
  if (!hasFolder) return unused('');
  if (goVersion === '') {
    return unused(`Go version in ${source} is unspecified, so vendor directory was not used.`);
  }
  if (compare(goVersion, autoVendorVersion) < 0) {
    return unused(`Go version in ${source} is ${goVersion}, so vendor directory was not used.`);
  }
  if (isForWorkspace(situation.modulesTxt() ?? '') === workspace) {
    return { vendor: true, reason: `Go version in ${source} is at least 1.14 and vendor directory exists.` };
  }
  return unused(
    workspace
      ? 'In workspace mode, but vendor directory is not for a workspace'
      : 'Outside workspace mode, but vendor directory is for a workspace.',
  );
}

/** Throws a {@link VendorError} for a value of -mod that a workspace does not allow. */
export function checkModFlag(value: string, workspace: boolean): void {
  if (!workspace || value === 'readonly' || value === 'vendor') return;
  throw new VendorError(
    'bad-mod-flag',
    `-mod may only be set to readonly or vendor when in workspace mode, but it is set to ${quote(value)}` +
      '\n\tRemove the -mod flag to use the default readonly value, ' +
      '\n\tor set GOWORK=off to disable workspace mode.',
  );
}
