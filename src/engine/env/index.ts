// Settings: the environment, the user's env file, go.env and defaults; and where modules and workspaces are.

export { buildCacheProblem } from './build-cache.js';
export {
  type BuildConfigProblem,
  buildConfigProblem,
  compilerProblem,
  experimentProblem,
  portProblem,
} from './build-config.js';
export { releaseTags, toolTags } from './build-tags.js';
export { canRacePie, hasBuildMode, isCapable } from './capabilities.js';
export { editEnvFile, parseEnvFile } from './env-file.js';
export type { Environment, SettingSource } from './environment.js';
export { EnvironmentError } from './errors.js';
export { inGoflags, parseGoflags, splitFlag } from './goflags.js';
export { goFlagNames, isGoFlag } from './goflags-names.js';
export { newestRelease, releaseOf } from './goroot.js';
export { type Host, hostOf, temporaryFolder, userCacheFolder, userConfigFolder } from './host.js';
export { architectureVariable, fixedDefaults, knownVariables } from './known.js';
export { localZone } from './local-zone.js';
export {
  asTemporaryRoot,
  findModuleRoot,
  findNearestWorkspace,
  findWorkspaceFile,
  type IsFile,
  isFileOn,
  workspaceProblem,
} from './locate.js';
export { lookPath } from './look-path.js';
export { cgoSupported, isPort } from './ports.js';
export { createEnvironment, type EnvironmentOptions } from './resolve.js';
export { modulesInUse, toolchainProblem } from './startup.js';
