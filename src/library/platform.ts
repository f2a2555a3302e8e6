// Primitives under Node: node:crypto and node:zlib. Nothing is loaded before it is needed.

import { nodePrimitives } from '../engine/primitives.js';
import type { Primitives } from './primitives.js';

/** See the head of this file. */
export const platform: Primitives = nodePrimitives();
