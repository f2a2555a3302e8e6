// Verifies the go.sum of this folder against what a module proxy has, without Go: downloads and hashes every file that
// go.sum has a hash of. Nothing is written.
//
//   GOPROXY=https://proxy.golang.org node verify-sums.mjs

import { readFileSync } from 'node:fs';
import { hashGoMod, parse } from 'gomod/gosum';
import { escapePath, escapeVersion, formatModule } from 'gomod/module';
import { hashZip } from 'gomod/zip';

// The first of a list; the go command would go on to the others.
const [proxy] = (process.env.GOPROXY ?? 'https://proxy.golang.org').split(/[,|]/);
if (!proxy?.startsWith('http')) throw new Error('this example needs a GOPROXY over http');

/** The hash of what the proxy has for a key of go.sum. */
async function hashOf({ path = '', version = '' }) {
  const isGoMod = version.endsWith('/go.mod');
  const file = escapeVersion(version.replace('/go.mod', '')) + (isGoMod ? '.mod' : '.zip');
  const response = await fetch(`${proxy}/${escapePath(path)}/@v/${file}`);
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return isGoMod ? hashGoMod(bytes) : hashZip(bytes);
}

let wrong = 0;
for (const [key, known] of parse('go.sum', readFileSync('go.sum')).entries()) {
  const hash = await hashOf(key);
  if (known.includes(hash)) continue;
  wrong++;
  console.log(`${formatModule(key)}: go.sum has ${known.join(', ')}, but this is ${hash}`);
}
console.log(wrong === 0 ? 'all hashes are right' : `${wrong} hashes are wrong`);
process.exitCode = wrong === 0 ? 0 : 1;
