// What one command allows the loader to do.
//
// cmd/go asks for the name of the running command in a dozen places; here each command states its answers
// once. Rules: modload.setDefaultBuildMod, loadModFile, modfetch.DownloadZip.

/** See the head of this file. */
export interface LoadPolicy {
  /** Whether a module root is looked for, must be there, or is ignored. */
  readonly root: 'auto' | 'need' | 'none';
  /** Module mode even where GO111MODULE=auto would not have it; an error where it is off. */
  readonly forceModules: boolean;
  /** `-mod` when the flag is not given; `by-vendor`: readonly, or vendor where a vendor folder is in use. */
  readonly buildMod: 'mod' | 'readonly' | 'by-vendor';
  /** Whether the command takes part in workspaces. */
  readonly workspace: boolean;
  /** Whether a missing go line is added (in -mod=mod), instead of being read as go 1.16. */
  readonly addsGoLine: boolean;
  /** Whether `go: downloading` lines are printed. */
  readonly announcesDownloads: boolean;
  /** Whether the command updates go.mod as a matter of course, a missing go line included. */
  readonly updatesGoMod: boolean;
  /** Whether malformed lines of go.sum are passed over, since the command writes the file anew. */
  readonly mendsSums: boolean;
  /** Whether the command needs the sources of modules; offline, only versions that are there count. */
  readonly needsSources: boolean;
}

const base: LoadPolicy = {
  root: 'auto',
  forceModules: false,
  buildMod: 'by-vendor',
  workspace: true,
  addsGoLine: true,
  announcesDownloads: true,
  updatesGoMod: false,
  mendsSums: false,
  needsSources: false,
};

/** `go mod download`. */
export const downloadPolicy: LoadPolicy = {
  ...base,
  forceModules: true,
  buildMod: 'mod',
  announcesDownloads: false,
  needsSources: true,
};

/** `go mod init`, which looks for no module. */
export const initPolicy: LoadPolicy = { ...base, forceModules: true, buildMod: 'mod', workspace: false };

/** `go mod verify`. */
export const verifyPolicy: LoadPolicy = { ...base, root: 'need', forceModules: true, buildMod: 'mod' };

/** `go mod graph`: shows what is wrong instead of mending it. */
export const graphPolicy: LoadPolicy = { ...verifyPolicy, addsGoLine: false };

/** `go mod why`: shows what is there, and writes nothing. */
export const whyPolicy: LoadPolicy = { ...graphPolicy, needsSources: true };

/** `go mod tidy`, which is about one module. */
export const tidyPolicy: LoadPolicy = {
  ...base,
  root: 'need',
  forceModules: true,
  buildMod: 'mod',
  workspace: false,
  updatesGoMod: true,
  mendsSums: true,
  needsSources: true,
};

/** `go mod vendor`. */
export const vendorPolicy: LoadPolicy = {
  ...tidyPolicy,
  buildMod: 'readonly',
  updatesGoMod: false,
  mendsSums: false,
};

/** `go list -m`. */
export const listPolicy: LoadPolicy = base;

/** `go list` without -m. */
export const listPackagesPolicy: LoadPolicy = { ...base, needsSources: true };

/** `gomod need`: packages as a build in the module cache finds them; a vendor folder does not count. */
export const needPolicy: LoadPolicy = { ...vendorPolicy, workspace: true };

/** `gomod download -need`: as the build that follows, which changes nothing. */
export const downloadNeededPolicy: LoadPolicy = { ...downloadPolicy, root: 'need', buildMod: 'readonly' };

/** `go clean`. */
export const cleanPolicy: LoadPolicy = base;
