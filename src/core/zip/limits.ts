// The sizes that golang.org/x/mod/zip allows, in bytes.

/** Of a module zip, and of all that it holds, inflated. */
export const MAX_ZIP_FILE = 500 << 20;

/** Of the go.mod file in a module zip. */
export const MAX_GO_MOD = 16 << 20;

/** Of the LICENSE file in the root of a module zip. */
export const MAX_LICENSE = 16 << 20;

/**
 * How many entries this package reads from one archive. Go has no such limit; a hostile archive of 500 MiB
 * can name ten million empty files, whose index alone would be gigabytes. Real modules have up to some 40,000.
 */
export const MAX_ENTRIES = 1 << 18;

/** How long all names of one archive together may be, in bytes. Go has no such limit. Real modules have up to some 6 MB. */
export const MAX_NAMES_LENGTH = 1 << 25;

/** How many files and folders the names of one archive may imply. Go has no such limit; see MAX_ENTRIES. */
export const MAX_NAMES = 1 << 20;

/** How many bad names are reported of one archive, and in how much text. Go reports them all, which can be gigabytes. */
export const MAX_COMPLAINTS = 10_000;
export const MAX_COMPLAINT_TEXT = 1 << 24;
