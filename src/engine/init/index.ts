// Making a new module: its path, guessed where none is given, and its go.mod.

export { type CreateOptions, createGoMod } from './create.js';
export { type OriginPath, originModulePath } from './origin.js';
export { modulePathOfRemote } from './remote-url.js';
