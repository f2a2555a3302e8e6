// What a command printed, brought to a form in which two runs can be compared.
//
// Left out, and nothing else: the times in `-x` lines, the order of lines that go prints from parallel work (`go: downloading`,
// `go: finding`, `go: writing stat cache`) among themselves and against the others, the order of a package's DepsErrors in JSON
// (it is that of a map), numbers in names of temporary files, GOGCCFLAGS (it names a fresh temporary folder).

/** What one command line did. */
export interface StepResult {
  /** The command line, for reports. */
  readonly command: string;
  readonly stdout: string;
  readonly stderr: string;
  /** Exit code, or the name of the signal that ended it, or `timeout`. */
  readonly exit: number | string;
}

/** The text with what cannot be equal taken out. */
export function normalise(text: string): string {
  return text
    .replace(/^(# get .*) \(\d+\.\d{3}s\)$/gm, '$1 (TIME)')
    .replace(/\d+\.tmp\b/g, 'NUMBER.tmp')
    .replace(/^(GOGCCFLAGS=).*$/gm, '$1...')
    .replace(/^(\t"GOGCCFLAGS": ).*$/gm, '$1...')
    .replace(/(?<=^\t"DepsErrors": \[\n)[\s\S]*?(?=\n\t\])/gm, sortItems);
}

/** The items of an indented list in JSON, sorted. */
function sortItems(list: string): string {
  return list
    .split(/,\n(?=\t\t\{)/)
    .sort()
    .join(',\n');
}

const FREE_ORDER = /^go: (downloading|finding|writing (stat|go\.mod) cache:) /;

/** The same without the lines that tell what is downloaded. */
export function withoutDownloads(result: StepResult): StepResult {
  return { ...result, stderr: result.stderr.replace(/^go: downloading .*\n/gm, '') };
}

/** The same with the lines of each stream sorted. */
export function inOrder(result: StepResult): StepResult {
  const sorted = (text: string) => normalise(text).split('\n').sort().join('\n');
  return { ...result, stdout: sorted(result.stdout), stderr: sorted(result.stderr) };
}

/** Lines whose order is free, sorted, and the others in their order. */
export function splitLines(text: string): {
  readonly free: readonly string[];
  readonly fixed: readonly string[];
} {
  const lines = normalise(text).split('\n');
  return {
    free: lines.filter((line) => FREE_ORDER.test(line)).sort(),
    fixed: lines.filter((line) => !FREE_ORDER.test(line)),
  };
}

/** The differences between two results of one command line. */
export function compareResults(left: StepResult, right: StepResult, a = 'go', b = 'ours'): string[] {
  const differences: string[] = [];
  if (left.exit !== right.exit) differences.push(`exit code: ${a} ${left.exit}, ${b} ${right.exit}`);
  if (normalise(left.stdout) !== normalise(right.stdout)) {
    differences.push(
      ...lineDifferences(
        'stdout',
        normalise(left.stdout).split('\n'),
        normalise(right.stdout).split('\n'),
        a,
        b,
      ),
    );
  }
  const one = splitLines(left.stderr);
  const two = splitLines(right.stderr);
  differences.push(...lineDifferences('stderr', one.fixed, two.fixed, a, b));
  differences.push(...lineDifferences('stderr (downloading lines)', one.free, two.free, a, b));
  return differences;
}

const CONTEXT = 6;

/** The lines around the first that differs; nothing when the lists are equal. */
function lineDifferences(
  stream: string,
  left: readonly string[],
  right: readonly string[],
  a: string,
  b: string,
): string[] {
  const length = Math.max(left.length, right.length);
  for (let index = 0; index < length; index++) {
    if (left[index] === right[index]) continue;
    const show = (lines: readonly string[]) =>
      lines
        .slice(index, index + CONTEXT)
        .map((line) => `      ${line}`)
        .join('\n');
    return [`${stream}, line ${index + 1}:\n    ${a}:\n${show(left)}\n    ${b}:\n${show(right)}`];
  }
  return [];
}
