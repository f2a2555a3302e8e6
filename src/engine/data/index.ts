// Facts of Go releases.

export { type KnownStandard, standardPackages } from './standard.js';
