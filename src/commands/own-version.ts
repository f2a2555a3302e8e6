/** The version of this package; a test says that it equals the one in package.json. */
export const ownVersion = '0.1.0';

/** Set by the bundler. */
declare const GOMOD_BUILD: string | undefined;

/** What tells this build of the sources from any other; undefined where they run as they are. */
export const buildId = typeof GOMOD_BUILD === 'string' ? GOMOD_BUILD : undefined;
