// Semantic versions with Go's leading `v`. See syntax.ts and compare.ts for the rules.

export { compare, type Order, sort } from './compare.js';
export { build, canonical, major, majorMinor, max, prerelease } from './parts.js';
export { isValid } from './syntax.js';
