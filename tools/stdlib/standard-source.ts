// The generated source that carries the standard library of a release.

import type { StandardPackage } from '../../src/core/stdlib/index.js';
import { encode } from './encode.js';

/** Text as a template literal, so that a package that changes is a few lines of a diff. */
function literal(text: string): string {
  return `\`${text.replace(/[`\\]|\$\{/g, '\\$&')}\``;
}

/** The source: `go<release>-std.ts`. */
export function standardSource(release: string, packages: readonly StandardPackage[]): string {
  return [
    `// Facts of the packages of Go ${release}, written by tools/go-data.ts for src/core/stdlib.`,
    '',
    '/** The release. */',
    `export const release = '${release}';`,
    '',
    '/** See src/core/stdlib/library.ts. */',
    `export const facts: string = ${literal(encode(packages))};`,
    '',
  ].join('\n');
}
