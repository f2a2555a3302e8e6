// Transports: ways to do one HTTP exchange.

export { defaultLimits } from './limits.js';
export { createTransport, type TransportOptions } from './node.js';
