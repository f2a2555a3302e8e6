// The module path that the repository around a folder suggests: that of its remote "origin", and the way down to the
// folder.
//
// Only git's own files are read: `.git/config`, or where `.git` is a file (work trees, submodules) the one that it
// leads to. Only a clear case has an answer: one address, of which a module path can be made (remote-url.ts), and no
// module around the folder that goes by another path.

import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { modulePath } from '../../core/modfile/index.js';
import { isModulePath, splitPathVersion } from '../../core/module/index.js';
import { decodeText } from '../../core/text.js';
import type { FileSystem } from '../io/index.js';
import { type GitVariable, parseGitConfig } from './git-config.js';
import { modulePathOfRemote, withoutCredentials } from './remote-url.js';

/** The path and the address that it comes from, or why there is none ('' where there is no repository). */
export type OriginPath = { readonly path: string; readonly url: string } | { readonly unclear: string };

type Reader = Pick<FileSystem, 'readFileSync' | 'statSync'>;

/** See the head of this file. `folder` is absolute. Never throws for what is on disk. */
export function originModulePath(fs: Reader, folder: string): OriginPath {
  const repository = findRepository(fs, folder);
  if (repository === undefined) return { unclear: '' };
  const urls = originUrls(parseGitConfig(readText(fs, repository.config) ?? ''));
  const [url] = urls;
  if (url === undefined) return { unclear: 'the repository has no remote "origin"' };
  const paths = new Set(urls.map(modulePathOfRemote));
  const [root] = paths;
  if (paths.size > 1) return { unclear: 'the remote "origin" has several addresses' };
  const shown = withoutCredentials(url);
  if (root === undefined) return { unclear: `the remote "origin" (${shown}) does not tell it` };
  return pathBelow(fs, { root, url: shown }, repository.root, folder);
}

function pathBelow(
  fs: Reader,
  origin: { readonly root: string; readonly url: string },
  top: string,
  folder: string,
): OriginPath {
  const path = joined(origin.root, relative(top, folder));
  if (!isModulePath(path)) return { unclear: `"${path}" (from the remote "origin") is no module path` };
  for (let at = folder; at !== top; ) {
    at = dirname(at);
    const data = read(fs, join(at, 'go.mod'));
    if (data === undefined) continue;
    const declared = modulePath(data);
    const expected = joined(origin.root, relative(top, at));
    if (declared === expected || splitPathVersion(declared).prefix === expected) break;
    const text = `the module around this folder is ${declared}, which the remote "origin" (${origin.url}) is not`;
    return { unclear: text };
  }
  return { path, url: origin.url };
}

function joined(path: string, way: string): string {
  return way === '' ? path : `${path}/${way.split(sep).join('/')}`;
}

/** The addresses of "origin" as git would use them. */
function originUrls(variables: readonly GitVariable[]): string[] {
  const shortcuts = variables.filter((v) => v.section === 'url' && v.name === 'insteadof' && v.value !== '');
  return variables
    .filter((v) => v.section === 'remote' && v.subsection === 'origin' && v.name === 'url')
    .map(({ value }) => {
      const fitting = shortcuts.filter((v) => value.startsWith(v.value));
      const longest = fitting.reduce<GitVariable | undefined>(
        (best, v) => (best === undefined || v.value.length > best.value.length ? v : best),
        undefined,
      );
      return longest === undefined ? value : longest.subsection + value.slice(longest.value.length);
    });
}

/** The nearest folder with a `.git`, and the configuration of that repository. */
function findRepository(fs: Reader, folder: string): { root: string; config: string } | undefined {
  for (let root = resolve(folder); ; root = dirname(root)) {
    const mark = join(root, '.git');
    const kind = kindOf(fs, mark);
    if (kind === 'folder') return { root, config: join(mark, 'config') };
    if (kind === 'file') return { root, config: join(commonFolder(fs, root, mark), 'config') };
    if (dirname(root) === root) return undefined;
  }
}

/** The folder that a `.git` file leads to; work trees share that of their repository. */
function commonFolder(fs: Reader, root: string, mark: string): string {
  const target = /^gitdir: *(.*)$/m.exec(readText(fs, mark) ?? '')?.[1]?.trim() ?? '';
  const folder = isAbsolute(target) ? target : join(root, target);
  const common = readText(fs, join(folder, 'commondir'))?.trim();
  if (common === undefined || common === '') return folder;
  return isAbsolute(common) ? common : join(folder, common);
}

function kindOf(fs: Reader, path: string): 'file' | 'folder' | undefined {
  try {
    return fs.statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

function read(fs: Reader, path: string): Uint8Array | undefined {
  try {
    return fs.readFileSync(path);
  } catch {
    return undefined;
  }
}

function readText(fs: Reader, path: string): string | undefined {
  const data = read(fs, path);
  return data === undefined ? undefined : decodeText(data);
}
