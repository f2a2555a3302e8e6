/** The version of this package; a test says that it equals the one in package.json. */
export const ownVersion = '0.1.0';
