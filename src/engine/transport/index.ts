// Transports: ways to do one HTTP exchange.

export { type FetchLike, transportFromFetch } from './fetch.js';
export { defaultLimits } from './limits.js';
export { createTransport, type TransportOptions } from './node.js';
