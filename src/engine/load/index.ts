// Loading: the main modules, their requirements, the module graph.

export { mainGoModPath } from './go-mod-path.js';
export { Loader, type LoaderParts } from './loader.js';
export { checkNewModule, locate, modulesDisabled, noMainModule } from './locate.js';
export { type MainModule, MainModules } from './main-modules.js';
export { loadOverlay, type Overlay } from './overlay.js';
export {
  cleanPolicy,
  downloadPolicy,
  graphPolicy,
  initPolicy,
  type LoadPolicy,
  listPolicy,
  verifyPolicy,
} from './policy.js';
export { shortPath } from './read-modfile.js';
export { pruningFor } from './requirements.js';
export type { Roots } from './update-roots.js';
