// Import paths of GOPATH mode that no folder of a GOPATH gives, and what a go.mod means there.
//
// Rules: cmd/go/internal/load (dirToImportPath, findVersionElement, goModPath).

import { isMajorElement } from '../../core/module/index.js';
import { joinPath } from '../../core/slash-path.js';
import { unquote } from '../../core/strconv/index.js';
import { trimSpace } from '../../core/text.js';

/** What cannot be in an import path. */
const INVALID = /[^\p{L}\p{M}\p{N}\p{P}\p{S}]|[!"#$%&'()*,:;<=>?[\\\]^{|}`\uFFFD]/gu;

/** The import path of a folder that has no other: `_/home/me/x`. */
export function pseudoPath(folder: string): string {
  return joinPath(
    '_',
    folder.replaceAll(INVALID, (char) => (char === '/' ? char : '_')),
  );
}

/** A path, split around an element that is a major version, such as v2. */
export interface MajorElement {
  readonly before: string;
  /** Everything up to the element and with it. */
  readonly whole: string;
  /** What is behind it, with its slash. */
  readonly after: string;
}

/** The major versions among the elements of a path, the last one first. The first element is none. */
export function majorElements(path: string): MajorElement[] {
  const found: MajorElement[] = [];
  let end = path.length;
  for (let slash = path.lastIndexOf('/'); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
    if (isMajorElement(path.slice(slash + 1, end)))
      found.push({ before: path.slice(0, slash), whole: path.slice(0, end), after: path.slice(end) });
    if (slash === 0) break;
    end = slash;
  }
  return found;
}

/** The module path that a go.mod declares; '' where it declares none that this plain look at it can see. */
export function declaredModule(goMod: string): string {
  const line = /(?:^|\n)module ([^\n]*)/.exec(goMod);
  const path = trimSpace(line?.[1] ?? '');
  return path.startsWith('"') ? (unquote(path) ?? '') : path;
}
