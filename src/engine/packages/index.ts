// Packages: finding, loading, and what follows from what they import.

export { PackagesFailed } from './errors.js';
export { PackageLoad, type PackageOptions } from './load.js';
export { Match, MatchError } from './match.js';
export type { LoadedPackage } from './package.js';
export { packageFolders, walkError } from './package-folders.js';
export { type LoadedPatterns, loadGoFiles, loadPatterns } from './patterns.js';
export type { SourceTree } from './source-tree.js';
export { StandardMatch } from './standard-match.js';
export { type TidyOptions, tidy } from './tidy.js';
export { checkVendor, type VendorCheck, type VendorOptions, vendor } from './vendor.js';
export type { AddedGlob } from './vendor-additions.js';
export type { VendorDifference } from './vendor-check.js';
export { type Reason, whyModules, whyPackages } from './why.js';
export { openSourceBench, openWorkbench, type SourceBench, type Workbench } from './workbench.js';
