// What import paths mean in GOPATH mode: packages of vendor folders, and packages of modules that lie in GOPATH.
//
// A package in the folder `vendor` of a folder around the importing one is preferred. Code with a go.mod around it may
// import `x/v2/y` where the folder is `x/y`, if the go.mod of `x` says `module x/v2`: minimal module compatibility. Both
// look at the disk alone, not at -overlay. Rules and texts: cmd/go/internal/load (vendoredImportPath, moduleImportPath).

import { join } from 'node:path';
import { COMMAND_LINE_ARGUMENTS } from '../../core/search/index.js';
import { pathBelow } from '../../core/slash-path.js';
import { decodeText } from '../../core/text.js';
import { FatalError } from '../error.js';
import type { SourceBench } from '../packages/index.js';
import type { Importing } from './finder.js';
import type { Gopath } from './gopath.js';
import { declaredModule, majorElements } from './gopath-paths.js';

/** A folder of packages and the source folder above it, both absolute. */
interface SourcePlace {
  readonly folder: string;
  readonly above: string;
}

/** See the head of this file. */
export class GopathImports {
  readonly #modules = new Map<string, string>();

  constructor(
    private readonly bench: SourceBench,
    private readonly gopath: Gopath,
  ) {}

  /** The whole path of what `path` means to who imports it. Throws a FatalError for one that lies beside its path. */
  resolve(path: string, importing: Importing): string {
    const { importPath, root, standard } = importing;
    if (standard) {
      const whole = this.bench.standard.resolve(importPath, path);
      if (whole !== path) return whole;
    }
    if (root === '') return path;
    const whole = standard ? path : this.#vendored(path, importing);
    return whole === path && majorElements(path).length > 0 ? this.#ofModule(path, importing) : whole;
  }

  #vendored(path: string, importing: Importing): string {
    const place = sourcePlace(importing, this.gopath);
    const own =
      importing.importPath === COMMAND_LINE_ARGUMENTS
        ? place.folder.slice(place.above.length + 1)
        : importing.importPath;
    for (const folder of foldersUp(place)) {
      const vendor = join(folder, 'vendor');
      if (!this.gopath.isFolder(vendor)) continue;
      const target = join(vendor, path);
      if (!this.gopath.isFolder(target) || !this.#hasGoFiles(target)) continue;
      const below = place.folder.length - folder.length;
      const prefix = below === own.length + 1 ? '' : `${own.slice(0, own.length - below)}/`;
      return `${prefix}vendor/${path}`;
    }
    return path;
  }

  #hasGoFiles(folder: string): boolean {
    try {
      const entries = this.bench.loader.session.fs.readdirSync(folder, { withFileTypes: true });
      return entries.some((entry) => !entry.isDirectory() && entry.name.endsWith('.go'));
    } catch {
      return false;
    }
  }

  #ofModule(path: string, importing: Importing): string {
    const inModule = foldersUp(sourcePlace(importing, this.gopath)).some(
      (folder) => this.#moduleIn(folder) !== '',
    );
    if (!inModule || this.gopath.find(path) !== undefined) return path;
    for (const { before, whole, after } of majorElements(path)) {
      const place = this.gopath.find(before);
      const module = place === undefined ? '' : this.#moduleIn(place.folder);
      if (module !== '') return module === whole ? before + after : path;
    }
    return path;
  }

  /** The module path that a folder's go.mod declares; '' without one. */
  #moduleIn(folder: string): string {
    let known = this.#modules.get(folder);
    if (known === undefined) {
      known = this.#readModule(folder);
      this.#modules.set(folder, known);
    }
    return known;
  }

  #readModule(folder: string): string {
    try {
      return declaredModule(decodeText(this.bench.loader.session.fs.readFileSync(join(folder, 'go.mod'))));
    } catch {
      return '';
    }
  }
}

/** Where a package is, so that its source folder is above it; links are followed where its path does not say so. */
function sourcePlace(importing: Importing, gopath: Gopath): SourcePlace {
  const { importPath, root } = importing;
  const named = importPath === COMMAND_LINE_ARGUMENTS;
  const isSound = ({ folder, above }: SourcePlace) =>
    (pathBelow(folder, above) ?? '') !== '' && (named || join(above, importPath) === folder);
  const place = { folder: importing.folder, above: join(root, 'src') };
  if (isSound(place)) return place;
  const followed = {
    folder: gopath.realPath(place.folder) ?? place.folder,
    above: gopath.realPath(place.above) ?? place.above,
  };
  if (isSound(followed)) return followed;
  // Go says it in this order, whatever the words before it are.
  const lines = [
    `import path: ${importPath}`,
    `root: ${place.above}`,
    `dir: ${place.folder}`,
    `expand root: ${root}`,
    `expand dir: ${importing.folder}`,
    'separator: /',
  ];
  const text = `unexpected directory layout:\n\t${lines.join('\n\t')}`;
  throw new FatalError('query', text, { bare: true });
}

/** The folder and those above it, up to the source folder and with it. */
function foldersUp({ folder, above }: SourcePlace): string[] {
  const folders: string[] = [];
  for (let at = folder; at.length > above.length; at = at.slice(0, at.lastIndexOf('/'))) folders.push(at);
  return [...folders, above];
}
