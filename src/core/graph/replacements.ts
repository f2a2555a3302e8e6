// What replace lines make of a module.
//
// A line of go.work beats those of go.mod files; in one file a line that names the version beats one that does not.
// Main modules that replace the same by different modules contradict each other, unless go.work decides.
// Rules: cmd/go/internal/modload (Replacement, makeMainModules).

import { type DirectiveFile, type ModFile, ReplaceLines, type WorkFile } from '../modfile/index.js';
import { formatModule, type ModuleVersion, sameModule } from '../module/index.js';
import { cleanPath, joinPath, parentPath } from '../slash-path.js';
import { GraphError } from './error.js';

/** A module to be used for another. */
export interface Replacement {
  readonly to: ModuleVersion;
  /** The file whose line it is; undefined where nothing is replaced. */
  readonly file: DirectiveFile | undefined;
}

interface FileLines {
  readonly file: DirectiveFile;
  readonly lines: ReplaceLines;
}

/** See the head of this file. */
export class Replacements {
  readonly #work: FileLines | undefined;
  readonly #members: FileLines[] = [];

  /** Throws a GraphError for main modules that contradict each other. */
  constructor(members: readonly ModFile[], goWork: WorkFile | undefined) {
    const linesOf = (file: DirectiveFile): FileLines => ({ file, lines: new ReplaceLines(file.replace) });
    this.#work = goWork && linesOf(goWork);
    const decided = new Set(goWork?.replace.map((line) => line.old.path));
    const known = new Map<string, Replacement>();
    for (const file of members) {
      for (const { old, new: to } of file.replace) {
        if (!decided.has(old.path)) checkAgainst(known, formatModule(old), { to, file });
      }
      this.#members.push(linesOf(file));
    }
  }

  /** What is used for `m`, which may be `m` itself. Throws a GraphError where members contradict each other. */
  of(m: ModuleVersion): Replacement {
    const ofWork = this.#work && lineFor(this.#work, m);
    if (ofWork !== undefined) return ofWork;
    let found: Replacement | undefined;
    for (const member of this.#members) {
      const here = lineFor(member, m);
      // A later line for all versions counts; one for this version must agree.
      if (found !== undefined && here?.exact && !isSame(found, here)) throw contradiction(m, found, here);
      found = here ?? found;
    }
    return found ?? { to: m, file: undefined };
  }
}

function lineFor(
  { file, lines }: FileLines,
  m: ModuleVersion,
): (Replacement & { exact: boolean }) | undefined {
  const line = lines.find(m);
  return line && { ...line, file };
}

function checkAgainst(known: Map<string, Replacement>, key: string, line: Replacement): void {
  const other = known.get(key);
  if (other !== undefined && other.file !== line.file && !isSame(other, line)) {
    const [a, b] = [formatModule(other.to), formatModule(line.to)];
    throw new GraphError('main-modules', `conflicting replacements for ${key}:\n\t${a}\n\t${b}`);
  }
  known.set(key, line);
}

/** Whether both are used for the same: directories are relative to their files. */
function isSame(a: Replacement, b: Replacement): boolean {
  if (a.to.version !== '' || b.to.version !== '') return sameModule(a.to, b.to);
  return directoryOf(a) === directoryOf(b);
}

/** The directory of a replacement, from where the names of the files begin. */
function directoryOf({ to, file }: Replacement): string {
  return to.path.startsWith('/')
    ? cleanPath(to.path)
    : joinPath(parentPath(file?.syntax.name ?? ''), to.path);
}

function contradiction(m: ModuleVersion, a: Replacement, b: Replacement): GraphError {
  const files = `${a.file?.syntax.name} and ${b.file?.syntax.name}`;
  const text = `conflicting replacements found for ${formatModule(m)} in workspace modules defined by ${files}`;
  return new GraphError('main-modules', text);
}
