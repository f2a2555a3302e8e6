// Changes one requirement in the go.mod of this folder. Every comment, block and blank line stays where it is.
//
//   node set-requirement.mjs golang.org/x/text v0.31.0

import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'gomod/modfile';
import { check } from 'gomod/module';

const [path, version] = process.argv.slice(2);
if (!path || !version) throw new Error('usage: set-requirement.mjs module version');
check(path, version);

const goMod = parse('go.mod', readFileSync('go.mod'));
const before = goMod.require.find(({ mod }) => mod.path === path)?.mod.version ?? 'nothing';

goMod.addRequire(path, version);
goMod.cleanup();
writeFileSync('go.mod', goMod.format());

console.log(`${path}: ${before} -> ${version}`);
