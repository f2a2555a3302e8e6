// How long a connection may keep us waiting when nobody says otherwise.

import type { TransportLimits } from '../transport.js';

/** Go's limits where it has one; a minute of silence where it would wait for ever. */
export const defaultLimits: TransportLimits = { connect: 30_000, handshake: 10_000, idle: 60_000 };
