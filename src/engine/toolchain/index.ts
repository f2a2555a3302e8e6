// Handing over to an installed Go what needs one: finding it, and running it in our place or as a child.

export { type Ending, runChild } from './child.js';
export { findToolchain, type Surroundings } from './find.js';
export { replaceProcess } from './replace.js';
