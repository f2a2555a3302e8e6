// One name for all names that are equal when case is ignored, as Go's strings.EqualFold compares them.
//
// Of each class of characters that fold to each other the smallest stands for all, but ASCII letters are kept
// in lower case, so that most names are their own fold. The classes are data (Unicode 15.0, the tables of Go
// 1.26): JavaScript's case functions are not simple folding and follow another Unicode version on each
// platform. `archive.test.ts` computes them anew with a real Go and says when they differ.

/**
 * Runs of characters that are not their class's smallest, in base 36: distance of the run's first character from
 * that of the run before, distance down to the smallest, number of further characters, their step if not 1.
 */
const RUNS =
  '68,w,m o,w,6 9,1,n,2 1e,1,2,2 7,1,7,2 h,1,m,2 19,3d 2,1,2,2 5,7g 4,1,1,2 5,1 4,1 6,1 7,1 8,1,2,2 ' +
  '7,1 5,1 3,1 4,1,1,2 5,1 4,1 8,1 1,2 2,1 1,2 2,1 1,2 2,1,7,2 f,27 2,1,8,2 j,1 1,2 2,1 1,2p 1,1k ' +
  '2,1,j,2 13,3m 3,1,8,2 p,1 1,4j 5,1 1,5f 4,1,4,2 c,5u 1,5q 2,5p,1 3,5m 2,5n 5,5p 3,5r 5,5t 1,5v ' +
  '6,5v 3,5x 3,5y b,62 3,62 5,62 1,1x 1,61,1 2,1z 6,63 67,1,1,2 6,1 y,2c 3,kn g,12 1,11,2 4,w,7 ' +
  '8,38 1,w,1 2,lj 1,w,4 5,v 1,w,8 9,1s 1,1r,1 3,1q 1,1l 4,1b 1,1i 1,8 2,1,b,2 n,2e 1,28 2,38 1,2k ' +
  '1,2o 3,1 1,7 2,1 2,3m,2 1f,w,v w,28,f h,1,g,2 16,1,q,2 1j,1,6,2 d,f 2,1,1b,2 40,1c,11 2vr,8,5 ' +
  '1oo,4tq 1,4tp 1,4tg 1,4te,1 2,4tf 1,4t8 1,4rp 9,2bk,16 19,2bk,2 90,1,22,2 4a,1n 3,5vj 3,1,1b,2 ' +
  '2v,8,7 g,8,5 g,8,7 g,8,7 g,8,5 h,8,3,2 f,8,7 w,8,7 g,8,7 g,8,7 g,8,1 2,22,1 2,9 2,5mh a,2e,3 4,9 ' +
  'c,8,1 2,2s,1 e,8,1 2,34,1 2,7 c,3k,1 2,3i,1 2,9 8a,5tp 4,6gv 1,6ee z,s y,g,f k,1 ng,q,p ' +
  '1gg,1c,1b 1d,1 1,8af 1,2xy 1,89z 1,8bv 1,8bs 2,1,2,2 5,8bg 1,8al 1,8bj 1,8bi 3,1 3,1 8,8cf,1 ' +
  '3,1,1d,2 2z,1,1,2 7,1 d,5ls,11 13,5ls 6,5ls nx0,1,4,2 9,r7m 1,r7n 2,1,g,2 1g,1,d,2 4i,1,6,2 ' +
  'g,1,u,2 1z,1,1,2 3,r9g 2,1,4,2 d,1 1,wmg 4,1,1,2 6,1,9,2 j,wn8 1,wnj 1,wnf 1,wn5 1,wn8 2,wlu ' +
  '1,wmi 1,wlx 3,1,7,2 f,1c 1,wn7 1,raw 2,1,1,2 9,1 6,1,1,2 v,1 nx,ps t,tzk,27 gk1,w,p yv,14,13 ' +
  '4w,14,z 5b,13,a c,13,e g,13,6 8,13,1 1dx,1s,1e 2dc,w,v gww,w,v o8y,y,x';

/** What a character folds to: by UTF-16 unit, 0 where it is its own fold; by code point beyond the basic plane. */
interface Folds {
  readonly units: Uint16Array;
  readonly beyond: ReadonlyMap<number, number>;
}

function isUpperAscii(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

function readRuns(): Folds {
  const units = new Uint16Array(0x10000);
  const beyond = new Map<number, number>();
  for (let code = 0x41; code <= 0x5a; code++) units[code] = code + 0x20;
  let first = 0;
  for (const run of RUNS.split(' ')) {
    const [skip = 0, down = 0, more = 0, step = 1] = run
      .split(',')
      .map((digits) => Number.parseInt(digits, 36));
    first += skip;
    for (let i = 0; i <= more; i++) {
      const code = first + i * step;
      const smallest = code - down;
      const to = isUpperAscii(smallest) ? smallest + 0x20 : smallest;
      if (code > 0xffff) beyond.set(code, to);
      else if (to !== code) units[code] = to;
    }
  }
  return { units, beyond };
}

const FOLDS = readRuns();

/** The same text for exactly the names that strings.EqualFold calls equal. It has as many UTF-16 units as the name. */
export function fold(name: string): string {
  let upper = false;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    if (unit >= 0x80) return foldUnits(name);
    upper ||= isUpperAscii(unit);
  }
  return upper ? name.toLowerCase() : name;
}

function foldUnits(name: string): string {
  let out = '';
  let done = 0;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    let folded = FOLDS.units[unit]!;
    const start = i;
    if (unit >= 0xd800 && unit <= 0xdbff) folded = FOLDS.beyond.get(name.codePointAt(i++) ?? 0) ?? 0;
    if (folded === 0) continue;
    out += name.slice(done, start) + String.fromCodePoint(folded);
    done = i + 1;
  }
  return done === 0 ? name : out + name.slice(done);
}
