// Go versions at which rules of the module system changed (cmd/go/internal/gover/version.go, and the places
// named below). Compare a go line with them by `compare`.

/** From here on "all" no longer covers the tests of packages outside the main module. */
export const narrowAllVersion = '1.16';

/** What a go.mod without a go line means. */
export const defaultGoModVersion = '1.16';

/** What a go.work without a go line means. */
export const defaultGoWorkVersion = '1.18';

/** From here on a go.mod lists every module its packages need, so that the graph can be pruned. */
export const explicitIndirectVersion = '1.17';

/** From here on `// indirect` requirements stand in a block of their own. */
export const separateIndirectVersion = '1.17';

/** From here on tidy keeps the go.mod sums that tests of packages in "all" need. */
export const tidyGoModSumVersion = '1.21';

/** From here on a go line is at least that of every dependency, and too new a one is fatal. */
export const goStrictVersion = '1.21';

/** From here on modules.txt marks what go.mod requires and replaces, and a vendor folder is used unasked. */
export const autoVendorVersion = '1.14';

/** From here on files that only tests embed are not vendored. */
export const narrowVendorEmbedsVersion = '1.22';

/** From here on a vendored package must be listed in modules.txt. */
export const explicitModulesTxtImportVersion = '1.23';
