// Vendoring: modules.txt, whether it agrees with the main modules, what a build takes from it, what is copied.

export { type ConsistencyCheck, vendorInconsistency } from './consistency.js';
export { modulesTxtOf, type VendorContents, vendorGoVersion } from './contents.js';
export { VendorError, type VendorErrorCode } from './errors.js';
export {
  checkPathCollisions,
  embedsToCopy,
  filesToCopy,
  isMetadataFile,
  isPackageFile,
  MetadataFolders,
  type PackageEmbeds,
  type SourceRule,
} from './files.js';
export { formatModulesTxt, type ModulesTxtLine, modulesTxtLines } from './format.js';
export {
  type FindReplacement,
  type FoundReplacement,
  type PathRules,
  replacementsOf,
  type VendorGoMod,
  type VendorGoWork,
  type VendorMain,
  type VendorMember,
} from './main-modules.js';
export { checkModFlag, type VendorDecision, type VendorSituation, vendorByDefault } from './mode.js';
export { isForWorkspace, type ModulesTxt, parseModulesTxt, type VendoredModule } from './modules-txt.js';
export {
  unlistedPackageNotice,
  type VendoredGoLine,
  VendorList,
  type VendorMeta,
  vendoredGoLines,
} from './vendor-list.js';
