// Comma-separated globs of path prefixes: GOPRIVATE, GONOPROXY, GONOSUMDB, GOINSECURE, GOVCS.
//
// A glob of N elements is matched against the first N elements of the path. `*` is any run of characters but
// slash, `?` one of them, `[a-z]` and `[^a-z]` one of a class, `\` takes the next character as it is. Malformed
// globs match nothing, empty ones are skipped, trailing slashes do not count. Defined by Go's path.Match and
// `go help module-private`. Paths are ASCII, so that characters and bytes are the same thing here.
//
// A star gives up its first fit only to the end of its own piece, so that matching is at worst the product of
// both lengths.

/** One piece of a glob: matches exactly one character. */
type Piece = (char: string) => boolean;

/** Pieces that must match in a row, after any run of characters where `star` is set. */
interface Chunk {
  readonly star: boolean;
  readonly pieces: readonly Piece[];
}

interface Cursor {
  readonly chars: readonly string[];
  at: number;
}

/** The next character of a class, unescaped; undefined where the class is malformed. */
function classChar(cursor: Cursor): string | undefined {
  const char = cursor.chars[cursor.at];
  if (char === undefined || char === '-' || char === ']') return undefined;
  if (char === '\\') cursor.at++;
  const plain = cursor.chars[cursor.at++];
  // A class that stops short of its bracket is malformed wherever it stops.
  return cursor.at < cursor.chars.length ? plain : undefined;
}

function parseClass(cursor: Cursor): Piece | undefined {
  const negated = cursor.chars[cursor.at] === '^';
  if (negated) cursor.at++;
  const ranges: [number, number][] = [];
  while (ranges.length === 0 || cursor.chars[cursor.at] !== ']') {
    const low = classChar(cursor);
    if (low === undefined) return undefined;
    let high: string | undefined = low;
    if (cursor.chars[cursor.at] === '-') {
      cursor.at++;
      high = classChar(cursor);
      if (high === undefined) return undefined;
    }
    ranges.push([low.codePointAt(0) ?? 0, high.codePointAt(0) ?? 0]);
  }
  cursor.at++;
  return (char) => {
    const code = char.codePointAt(0) ?? 0;
    return ranges.some(([low, high]) => low <= code && code <= high) !== negated;
  };
}

function parsePiece(cursor: Cursor): Piece | undefined {
  const char = cursor.chars[cursor.at++];
  if (char === '[') return parseClass(cursor);
  if (char === '?') return (c) => c !== '/';
  const literal = char === '\\' ? cursor.chars[cursor.at++] : char;
  return literal === undefined ? undefined : (c) => c === literal;
}

/** The chunks of a glob; undefined where it is malformed. */
function parseGlob(glob: string): Chunk[] | undefined {
  const cursor: Cursor = { chars: [...glob], at: 0 };
  const chunks: Chunk[] = [];
  while (cursor.at < cursor.chars.length) {
    const star = cursor.chars[cursor.at] === '*';
    while (cursor.chars[cursor.at] === '*') cursor.at++;
    const pieces: Piece[] = [];
    while (cursor.at < cursor.chars.length && cursor.chars[cursor.at] !== '*') {
      const piece = parsePiece(cursor);
      if (piece === undefined) return undefined;
      pieces.push(piece);
    }
    chunks.push({ star, pieces });
  }
  return chunks;
}

function matchAt(pieces: readonly Piece[], name: readonly string[], at: number): boolean {
  return at + pieces.length <= name.length && pieces.every((piece, i) => piece(name[at + i] ?? ''));
}

/** Where the chunk fits in `name` from `from` on: the index just past it, or -1. */
function findChunk(chunk: Chunk, last: boolean, name: readonly string[], from: number): number {
  for (let at = from; at <= name.length; at++) {
    const end = at + chunk.pieces.length;
    if ((!last || end === name.length) && matchAt(chunk.pieces, name, at)) return end;
    if (!chunk.star || name[at] === '/') return -1;
  }
  return -1;
}

/** Whether the glob is well-formed and matches all of `name`, as Go's path.Match does. */
export function matchGlob(glob: string, name: string): boolean {
  const chunks = parseGlob(glob);
  if (chunks === undefined) return false;
  const chars = [...name];
  let at = 0;
  for (const [i, chunk] of chunks.entries()) {
    at = findChunk(chunk, i === chunks.length - 1, chars, at);
    if (at < 0) return false;
  }
  return at === chars.length;
}

/** The first `count` elements of the path; undefined where it has fewer. */
function leadingElements(path: string, count: number): string | undefined {
  let end = -1;
  for (let i = 0; i < count; i++) {
    if (end === path.length) return undefined;
    const slash = path.indexOf('/', end + 1);
    end = slash < 0 ? path.length : slash;
  }
  return path.slice(0, end);
}

/** Whether one of the comma-separated `globs` matches the leading elements of `target`. */
export function matchPrefixPatterns(globs: string, target: string): boolean {
  for (const item of globs.split(',')) {
    const glob = item.endsWith('/') ? item.slice(0, -1) : item;
    if (glob === '') continue;
    const prefix = leadingElements(target, glob.split('/').length);
    if (prefix !== undefined && matchGlob(glob, prefix)) return true;
  }
  return false;
}
