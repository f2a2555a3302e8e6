// The `ignore` lines of go.mod: folders that patterns do not look into.
//
// `./x` is the folder x of the module's top; `x` and `/x` any folder of that name, or such a row of folders, at any
// depth. Whole elements are compared; there are no wildcards. Defined by cmd/go/internal/search and
// https://go.dev/ref/mod#go-mod-file-ignore.

/** `path` between slashes. */
function framed(path: string): string {
  const start = path.startsWith('/') ? path : `/${path}`;
  return start.endsWith('/') ? start : `${start}/`;
}

/**
 * The test whether a folder, told from the top of the module with slashes, is ignored. The top as '' never is; in
 * patterns of folders Go calls it `.`, which a line `ignore .` names.
 */
export function ignoreFolders(paths: Iterable<string>): (folder: string) => boolean {
  const rooted: string[] = [];
  const anywhere: string[] = [];
  for (const path of paths) {
    if (path.startsWith('./')) rooted.push(framed(path.slice(2)));
    else anywhere.push(framed(path));
  }
  if (rooted.length + anywhere.length === 0) return () => false;
  return (folder) => {
    if (folder === '') return false;
    const path = framed(folder);
    return rooted.some((start) => path.startsWith(start)) || anywhere.some((part) => path.includes(part));
  };
}
