// The head of a source file: where build constraints stand.
//
// `//go:build` counts on any line before the first that has something else than comments, and not inside of `/* */`;
// there may be one. `// +build` lines count only where there is none, and only above the last blank line of those
// before the first line that is neither blank nor a `//` comment. `//go:binary-only-package` alone on a line says so.
// Defined by go/build.

import { trimSpace } from '../text.js';
import type { Constraint, TagTest } from './constraint.js';
import { holds, mayHold } from './constraint.js';
import { isPlusBuildLine, parseConstraint } from './constraint-parse.js';
import { ImportsError } from './error.js';

/** What the head of a file says. */
export interface Header {
  /** The `//go:build` line; undefined where there is none. */
  readonly goBuild: string | undefined;
  /** The `// +build` lines that count. */
  readonly plusBuild: readonly string[];
  /** Whether the package is said to come without its sources. */
  readonly binaryOnly: boolean;
}

/** A head that says nothing. */
export const NO_HEADER: Header = { goBuild: undefined, plusBuild: [], binaryOnly: false };

const GO_BUILD = '//go:build';
const BINARY_ONLY = '//go:binary-only-package';

function isGoBuild(line: string): boolean {
  if (!line.startsWith(GO_BUILD)) return false;
  const rest = line.slice(GO_BUILD.length);
  return rest === '' || trimSpace(rest).length < rest.length;
}

/** What a line leaves behind: still in a `/* *\/` comment, out of all, or at something that is no comment. */
type After = 'inside' | 'outside' | 'code';

function afterLine(line: string, inside: boolean): After {
  let rest = line;
  let within = inside;
  while (rest !== '') {
    if (within) {
      const end = rest.indexOf('*/');
      if (end < 0) return 'inside';
      within = false;
      rest = trimSpace(rest.slice(end + 2));
    } else if (rest.startsWith('//')) {
      return 'outside';
    } else if (rest.startsWith('/*')) {
      within = true;
      rest = trimSpace(rest.slice(2));
    } else {
      return 'code';
    }
  }
  return within ? 'inside' : 'outside';
}

/** Reads the head of `text`. Throws an ImportsError `constraint-multiple`. */
export function readHeader(text: string): Header {
  let goBuild: string | undefined;
  let binaryOnly = false;
  let oldEnd = 0;
  let onlyLineComments = true;
  let after: After = 'outside';
  for (let at = 0; at < text.length && after !== 'code'; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const line = trimSpace(text.slice(at, end));
    at = newline < 0 ? end : end + 1;
    if (line === '' && onlyLineComments) {
      oldEnd = at;
      continue;
    }
    if (!line.startsWith('//')) onlyLineComments = false;
    if (after === 'outside' && isGoBuild(line)) {
      if (goBuild !== undefined) {
        throw new ImportsError('constraint-multiple', 'multiple //go:build comments');
      }
      goBuild = line;
    }
    if (after === 'outside' && line === BINARY_ONLY) binaryOnly = true;
    after = afterLine(line, after === 'inside');
  }
  const plusBuild = goBuild === undefined ? oldLines(text.slice(0, oldEnd)) : [];
  return { goBuild, plusBuild, binaryOnly };
}

function oldLines(text: string): string[] {
  if (!text.includes('+build')) return [];
  return text
    .split('\n')
    .map(trimSpace)
    .filter((line) => line.startsWith('//') && isPlusBuildLine(line));
}

/** The constraints of a head. Of old lines those that are too long say nothing. Throws for a bad `//go:build`. */
function constraintsOf(header: Header): Constraint[] {
  if (header.goBuild !== undefined) return [parseConstraint(header.goBuild)];
  return header.plusBuild.flatMap((line) => {
    try {
      return [parseConstraint(line)];
    } catch (error) {
      if (error instanceof ImportsError) return [];
      throw error;
    }
  });
}

/** Whether a file with this head is built where these tags hold. Throws an ImportsError `constraint-syntax`. */
export function headerHolds(header: Header, test: TagTest): boolean {
  return constraintsOf(header).every((constraint) => holds(constraint, test));
}

/** Whether a file with this head may be built anywhere. Throws an ImportsError `constraint-syntax`. */
export function headerMayHold(header: Header): boolean {
  return constraintsOf(header).every((constraint) => mayHold(constraint));
}
