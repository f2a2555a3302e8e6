// go.sum files, damaged by chance: bytes as any file, and lines and fields as merges and editors leave them.

import { mutate } from './mutate.js';
import type { Chance } from './seeded.js';

const SUM = 'h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydY=';

/** Lines as they occur, good ones and others. */
const LINES = [
  'example.com/a v1.0.0 h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  'example.com/a v1.0.0/go.mod h1:n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=',
  'example.com/b/v2 v2.1.0-pre h1:4AdCDAGUjOGCe5KSbYi+gDJpQKnhcsCCWEFWWZvcW/U=',
  'example.com/b/v2 v2.1.0-pre/go.mod h2:unknown',
  'gopkg.in/yaml.v3 v3.0.0-20200313102051-9f266ea9e77c/go.mod h1:K4uyk7z7BCEPqu6E+C64Yfv1cQ7kz7rIZviUmN+EgEM=',
  `example.com/empty v1.0.0/go.mod ${SUM}`,
  'example.com/none v0.0.0 h1:',
  'x y z',
  '<<<<<<< HEAD',
  '=======',
  '>>>>>>> branch',
  '// comment',
  '\u00e9xample.com/\u{1f600} v1.0.0\u00a0h1:\u3000',
  '',
  '   ',
];

const SPACES = ['  ', '\t', '\r', '\v', '\u0085', '\u00a0', '\u2028', '\ufeff', '\u200b', '/go.mod', '\0'];

type Edit = (chance: Chance, lines: string[]) => void;

const EDITS: readonly Edit[] = [
  (chance, lines) => lines.splice(chance.below(lines.length + 1), 0, chance.pick(LINES)),
  (chance, lines) => lines.splice(chance.below(lines.length), 1),
  (chance, lines) => lines.splice(chance.below(lines.length + 1), 0, chance.pick(lines)),
  (chance, lines) =>
    lines.splice(chance.below(lines.length), 0, ...lines.splice(chance.below(lines.length), 1)),
  (chance, lines) => change(chance, lines, (words) => words.splice(chance.below(words.length), 1)),
  (chance, lines) => change(chance, lines, (words) => words.push(chance.pick(words))),
  (chance, lines) =>
    change(chance, lines, (words) => words.splice(2, 1, chance.pick(lines).split(' ')[2] ?? SUM)),
  (chance, lines) =>
    change(chance, lines, (words) => words.splice(1, 1, `${words[1]}${chance.pick(SPACES)}`)),
];

function change(chance: Chance, lines: string[], edit: (words: string[]) => void): void {
  const at = chance.below(lines.length);
  const words = (lines[at] ?? '').split(' ');
  edit(words);
  lines[at] = words.join(chance.below(4) === 0 ? chance.pick(SPACES) : ' ');
}

/** A damaged copy of `text`, or of some usual lines. */
export function damageGoSum(chance: Chance, text: string = LINES.slice(0, 6).join('\n')): Uint8Array {
  const lines = text.trimEnd().split('\n');
  for (let left = chance.below(4); left > 0 && lines.length > 0; left--) chance.pick(EDITS)(chance, lines);
  const ends = chance.pick(['\n', '\n', '\n', '\r\n']);
  const bytes = Buffer.from(lines.join(ends) + chance.pick(['\n', '\n', '', '\n\n']));
  return chance.below(3) === 0 ? mutate(chance, bytes) : bytes;
}
