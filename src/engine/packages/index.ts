// Packages: finding, loading, and what follows from what they import.

export { PackagesFailed } from './errors.js';
export { PackageLoad } from './load.js';
export type { LoadedPackage } from './package.js';
export { type TidyOptions, tidy } from './tidy.js';
export { type VendorOptions, vendor } from './vendor.js';
export { loadNeeded, whyModule, whyPackage } from './why.js';
