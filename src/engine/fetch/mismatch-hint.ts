// What a mismatch with go.sum most likely means, as far as that can be seen from here.

/** Advice for content that contradicts the sum in `source` (`go.sum`, `go.work.sum`, or a member's file). */
export function mismatchHint(source: string): string {
  return (
    `the content differs from what ${source} recorded: the version was probably tagged anew upstream, ` +
    'or the module cache or proxy holds a damaged copy; run "gomod verify" to check the cache, and compare ' +
    'with the checksum database before changing go.sum'
  );
}
