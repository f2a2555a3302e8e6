// The difference of two texts as a unified diff, with three lines of context.
//
// Lines that stand once in each text are what others are compared around: the longest row of them that is in the same
// order in both is taken for unchanged, and from each the texts are followed as far as they agree. This does not find the
// shortest diff, but one that reads well, in the time that sorting takes. The output is that of Go's internal/diff.

/** Unchanged lines before and behind a change. */
const CONTEXT = 3;
const NO_NEWLINE = '\\ No newline at end of file\n';

/** Places in both texts. */
interface Pair {
  readonly x: number;
  readonly y: number;
}

/** The diff from `old` to `now`, under these names; '' where they are the same. */
export function unifiedDiff(oldName: string, old: string, newName: string, now: string): string {
  if (old === now) return '';
  const [x, y] = [linesOf(old), linesOf(now)];
  const hunks = new Hunks(x, y);
  for (const anchor of anchors(x, y)) hunks.follow(anchor);
  return `diff ${oldName} ${newName}\n--- ${oldName}\n+++ ${newName}\n${hunks.text}`;
}

/** Lines with their newlines; behind a last one without it stands what says so. */
function linesOf(text: string): string[] {
  const lines = text.split(/(?<=\n)/);
  const last = lines.at(-1);
  if (last === undefined || last === '') return lines.slice(0, -1);
  if (!last.endsWith('\n')) lines[lines.length - 1] = `${last}\n${NO_NEWLINE}`;
  return lines;
}

class Hunks {
  text = '';
  /** Up to here everything is told. */
  #done: Pair = { x: 0, y: 0 };
  /** Where the hunk begins, and what is in it so far. */
  #start: Pair = { x: 0, y: 0 };
  #lines: string[] = [];
  #count = { x: 0, y: 0 };

  constructor(
    private readonly x: readonly string[],
    private readonly y: readonly string[],
  ) {}

  /** Takes the next place where both agree; those that an earlier one has led over are passed by. */
  follow(anchor: Pair): void {
    if (anchor.x < this.#done.x) return;
    const { start, end } = this.#agreement(anchor);
    this.#change(start);
    this.#done = end;
    const atEnd = end.x >= this.x.length && end.y >= this.y.length;
    const common = end.x - start.x;
    const tooFew = common < CONTEXT || (this.#lines.length > 0 && common < 2 * CONTEXT);
    if (!atEnd && tooFew) {
      this.#keep(start.x, end.x);
      return;
    }
    if (this.#lines.length > 0) {
      const behind = Math.min(common, CONTEXT);
      this.#keep(start.x, start.x + behind);
      this.#emit();
    }
    if (atEnd) return;
    this.#start = { x: end.x - CONTEXT, y: end.y - CONTEXT };
    this.#keep(end.x - CONTEXT, end.x);
  }

  /** The lines around the anchor that agree and are not told yet. */
  #agreement(anchor: Pair): { start: Pair; end: Pair } {
    let { x, y } = anchor;
    while (x > this.#done.x && y > this.#done.y && this.x[x - 1] === this.y[y - 1]) [x, y] = [x - 1, y - 1];
    const start = { x, y };
    ({ x, y } = anchor);
    while (x < this.x.length && y < this.y.length && this.x[x] === this.y[y]) [x, y] = [x + 1, y + 1];
    return { start, end: { x, y } };
  }

  #change(to: Pair): void {
    for (let at = this.#done.x; at < to.x; at++) this.#lines.push(`-${this.x[at]}`);
    for (let at = this.#done.y; at < to.y; at++) this.#lines.push(`+${this.y[at]}`);
    this.#count.x += Math.max(0, to.x - this.#done.x);
    this.#count.y += Math.max(0, to.y - this.#done.y);
  }

  #keep(from: number, to: number): void {
    for (let at = from; at < to; at++) this.#lines.push(` ${this.x[at]}`);
    this.#count.x += to - from;
    this.#count.y += to - from;
  }

  #emit(): void {
    const place = (start: number, count: number) => `${count > 0 ? start + 1 : start},${count}`;
    const { x, y } = this.#count;
    this.text += `@@ -${place(this.#start.x, x)} +${place(this.#start.y, y)} @@\n${this.#lines.join('')}`;
    this.#lines = [];
    this.#count = { x: 0, y: 0 };
  }
}

/** Lines that stand once in each text, as many as are in the same order in both; the ends of the texts behind them. */
function anchors(x: readonly string[], y: readonly string[]): Pair[] {
  const inX = uniquePlaces(x);
  const inY = uniquePlaces(y);
  const pairs: Pair[] = [];
  for (const [line, at] of inX) {
    const other = inY.get(line);
    if (other !== undefined) pairs.push({ x: at, y: other });
  }
  pairs.sort((a, b) => a.x - b.x);
  return [{ x: 0, y: 0 }, ...longestRising(pairs), { x: x.length, y: y.length }];
}

function uniquePlaces(lines: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  const twice = new Set<string>();
  for (const [at, line] of lines.entries()) {
    if (places.has(line)) twice.add(line);
    else places.set(line, at);
  }
  for (const line of twice) places.delete(line);
  return places;
}

/** The longest row of pairs, already sorted by x, in which y rises, too. */
function longestRising(pairs: readonly Pair[]): Pair[] {
  /** The last pair of the best row of each length, and for each pair the one before it. */
  const ends: number[] = [];
  const before: number[] = [];
  for (const [at, { y }] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pairs[ends[middle] as number] as Pair).y < y) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? (ends[low - 1] as number) : -1);
    ends[low] = at;
  }
  const row: Pair[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] as number) row.push(pairs[at] as Pair);
  return row.reverse();
}
