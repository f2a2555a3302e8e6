// Which files `//go:embed` patterns stand for.

export { EmbedError, type EmbedErrorCode } from './errors.js';
export { type EmbedOptions, type Embeds, isBadEmbedName, resolveEmbeds } from './resolve.js';
