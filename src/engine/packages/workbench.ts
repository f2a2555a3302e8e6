// What loading packages takes, put together around a loader whose main modules are known.

import { type BuildContext, moduleTagTest } from '../../core/imports/index.js';
import { releaseTags, toolTags } from '../env/index.js';
import { Retractions } from '../list/index.js';
import { isWithin, type Loader } from '../load/index.js';
import type { Session } from '../session.js';
import type { SearchPlace } from './errors.js';
import { FolderFiles } from './folder-files.js';
import { FolderPackages } from './folder-packages.js';
import { Importer } from './importer.js';
import type { PackageParts } from './load.js';
import { ModuleFolders } from './module-folders.js';
import { Providers } from './providers.js';
import { FolderScanner } from './scan.js';
import { SourceTree } from './source-tree.js';
import { Standard } from './standard.js';

/** Everything that packages are loaded with; see PackageParts. */
export interface Workbench extends PackageParts {
  readonly sources: SourceTree;
  readonly folders: ModuleFolders;
  /** What files say, whatever they are built for. */
  readonly files: FolderFiles;
  /** Folders as packages of a build; for any build as those of one without tags. */
  readonly packages: FolderPackages;
}

/** What a build in this session is for. */
function buildContextOf({ env, release }: Session, buildTags: readonly string[]): BuildContext {
  return {
    goos: env.get('GOOS'),
    goarch: env.get('GOARCH'),
    compiler: 'gc',
    cgoEnabled: env.get('CGO_ENABLED') === '1',
    buildTags,
    toolTags: toolTags(env),
    releaseTags: releaseTags(release),
  };
}

/** Call after the loader's `load`. `tags`: the -tags of a build, or that files for any build count, as in tidy. */
export async function openWorkbench(loader: Loader, tags: readonly string[] | 'any'): Promise<Workbench> {
  const { session } = loader;
  const context = buildContextOf(session, tags === 'any' ? [] : tags);
  const scanTags = tags === 'any' ? tags : moduleTagTest(context);
  const { fs, asideFs, env } = session;
  // Who works on the standard library changes it.
  const settled = [env.get('GOMODCACHE'), env.get('GOROOT')].filter(
    (folder) => folder !== '' && !loader.main.list.some(({ root }) => isWithin(root, folder)),
  );
  const { overlay } = loader;
  const modCache = env.get('GOMODCACHE');
  const isRemembered = settled.includes(modCache) && overlay.touches('/') === undefined;
  const remembered = isRemembered && {
    known: { scans: loader.knownFolders('scans'), sources: loader.knownFolders('sources') },
    mostly: tags === 'any' ? ('scans' as const) : ('sources' as const),
  };
  const sources = new SourceTree({ fs, asideFs, overlay, settled, ...remembered });
  const files = new FolderFiles(sources);
  const scanner = new FolderScanner(sources, files, scanTags);
  const { main } = loader;
  const changes = main.list.some((each) => main.inGoroot(each));
  const standard = await Standard.open(session, sources, scanner, changes);
  const folders = new ModuleFolders(loader, sources);
  const place = searchPlace(loader, standard);
  const retractions = new Retractions(loader);
  return {
    loader,
    sources,
    folders,
    standard,
    importer: new Importer(loader, folders, standard, place),
    providers: new Providers(loader, folders, place, retractions.checkAllowed),
    scanner,
    files,
    packages: new FolderPackages(files, context),
  };
}

function searchPlace(loader: Loader, standard: Standard): SearchPlace {
  const { cwd } = loader.session;
  const here = loader.main.list
    .filter(({ root }) => root !== '' && (cwd === root || cwd.startsWith(`${root}/`)))
    .toSorted((a, b) => b.root.length - a.root.length)[0];
  return {
    get mod() {
      return loader.mode.mod;
    },
    mayBeMissing: false,
    mainHere: here?.mod,
    standardFolder: standard.root,
  };
}
