// What loading packages takes, put together around a loader whose main modules are known.

import { type BuildContext, moduleTagTest, type ScanTags } from '../../core/imports/index.js';
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

/** What packages are read with, however they are found. */
export interface SourceBench {
  readonly loader: Loader;
  readonly sources: SourceTree;
  readonly standard: Standard;
  /** What files say, whatever they are built for. */
  readonly files: FolderFiles;
  /** Folders as packages of a build; for any build as those of one without tags. */
  readonly packages: FolderPackages;
}

/** Everything that packages of modules are loaded with; see PackageParts. */
export interface Workbench extends PackageParts, SourceBench {
  readonly folders: ModuleFolders;
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

/**
 * Call after the loader's `load`. `tags`: the -tags of a build, or that files for any build count, as in tidy. `cached`: whether
 * unpacked modules count as what never changes, or are watched as all else is.
 */
export async function openWorkbench(
  loader: Loader,
  tags: readonly string[] | 'any',
  cached: 'settled' | 'watched' = 'settled',
): Promise<Workbench> {
  const { main } = loader;
  const context = buildContextOf(loader.session, tags === 'any' ? [] : tags);
  const scanTags = tags === 'any' ? tags : moduleTagTest(context);
  const { sources, files, scanner, standard } = await openSources(loader, scanTags, {
    ownRoots: main.list.map(({ root }) => root),
    changesStandard: main.list.some((each) => main.inGoroot(each)),
    mostly: tags === 'any' ? 'scans' : 'sources',
    cached,
    indexes: true,
  });
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

/** What packages of GOPATH mode are read with; import comments are. */
export async function openSourceBench(loader: Loader, tags: readonly string[]): Promise<SourceBench> {
  const { session } = loader;
  const context = buildContextOf(session, tags);
  const goroot = session.env.get('GOROOT');
  // Nothing but where we are tells who works on the standard library.
  const changesStandard = goroot !== '' && isWithin(session.cwd, goroot);
  const { sources, files, standard } = await openSources(loader, moduleTagTest(context), {
    ownRoots: changesStandard ? [goroot] : [],
    changesStandard,
    mostly: 'sources',
    cached: 'settled',
    indexes: false,
  });
  const packages = new FolderPackages(files, context, { importComments: true });
  return { loader, sources, standard, files, packages };
}

/** What sources are opened for. */
interface SourceUse {
  /** Folders of main modules, which somebody works on; '' where one has none. */
  readonly ownRoots: readonly string[];
  /** Whether the standard library is among them. */
  readonly changesStandard: boolean;
  /** Which facts of files are wanted most. */
  readonly mostly: 'scans' | 'sources';
  /** Whether who watches the run sees what is read in unpacked modules. */
  readonly cached: 'settled' | 'watched';
  /** Whether to do as go does with an index, which it has where there are modules. */
  readonly indexes: boolean;
}

async function openSources(
  loader: Loader,
  tags: ScanTags | 'any',
  { ownRoots, changesStandard, mostly, cached, indexes }: SourceUse,
): Promise<Pick<SourceBench, 'files' | 'sources' | 'standard'> & { readonly scanner: FolderScanner }> {
  const { session, overlay } = loader;
  const { fs, asideFs, env, witness } = session;
  const modCache = env.get('GOMODCACHE');
  // Who works on the standard library changes it.
  const settled = [modCache, env.get('GOROOT')].filter(
    (folder) => folder !== '' && !ownRoots.some((root) => isWithin(root, folder)),
  );
  const isRemembered = settled.includes(modCache) && overlay.touches('/') === undefined;
  const remembered = isRemembered && {
    known: { scans: loader.knownFolders('scans'), sources: loader.knownFolders('sources') },
    mostly,
  };
  const index =
    indexes && env.get('GOCACHE') !== 'off' ? { modCache, now: () => session.clock.now() } : undefined;
  const sources = new SourceTree({
    fs,
    asideFs: cached === 'settled' ? asideFs : fs,
    overlay,
    witness,
    settled,
    index,
    ...remembered,
  });
  const files = new FolderFiles(sources);
  const scanner = new FolderScanner(sources, files, tags);
  return {
    sources,
    files,
    scanner,
    standard: await Standard.open(session, sources, scanner, changesStandard),
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
