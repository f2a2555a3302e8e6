// Writes docs/commands.md and docs/library.md: `npm run docs`, after a build.

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { reference } from '../src/commands/reference.js';
import { libraryPage } from './library-page.js';

const file = (name: string): string => fileURLToPath(new URL(`../docs/${name}`, import.meta.url));

mkdirSync(file(''), { recursive: true });
writeFileSync(file('commands.md'), reference());
writeFileSync(file('library.md'), libraryPage());
