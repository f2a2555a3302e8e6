// Writes docs/commands.md: `npm run docs`.

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { reference } from '../src/commands/reference.js';

const file = fileURLToPath(new URL('../docs/commands.md', import.meta.url));
mkdirSync(fileURLToPath(new URL('../docs', import.meta.url)), { recursive: true });
writeFileSync(file, reference());
