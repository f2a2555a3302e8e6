// Packages as a build has them, and what `go list` tells of them.

export type { PackageFailure } from './failure.js';
export type { LinkFlags } from './host.js';
export { type ListOptions, listPackages, PackageList } from './list-packages.js';
export type { BuiltPackage } from './package.js';
export { type ListedPackage, packagePublicType } from './package-public.js';
