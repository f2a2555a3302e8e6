// Writing what commands decided.

export { type OpenedGoMod, openGoMod, writeGoMod } from './edit-go-mod.js';
export { EditTurns } from './in-turn.js';
