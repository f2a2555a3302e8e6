// Loading: the main modules, their requirements, the module graph.

export { mainGoModPath, withoutModule } from './go-mod-path.js';
export { godebugProblem } from './godebug.js';
export { graphSums } from './keep-sums.js';
export { Loader, type LoaderParts } from './loader.js';
export { checkNewModule, locate, modulesDisabled, noMainModule } from './locate.js';
export { type MainModule, MainModules } from './main-modules.js';
export { isWithin, loadOverlay, type Overlay } from './overlay.js';
export {
  cleanPolicy,
  downloadNeededPolicy,
  downloadPolicy,
  graphPolicy,
  initPolicy,
  type LoadPolicy,
  listPackagesPolicy,
  listPolicy,
  needPolicy,
  tidyPolicy,
  vendorPolicy,
  verifyPolicy,
  whyPolicy,
} from './policy.js';
export { workGoVersion } from './read-main.js';
export { shortPath } from './read-modfile.js';
export { pruningFor, sorted } from './requirements.js';
export { convertPruning, minimalRoots, type Roots, requiring, updateRoots } from './update-roots.js';
