// What a build takes from modules.txt: in vendor mode it stands for the module graph.
//
// What several lines say of the same module and version is taken together, the last replacement and go version
// counting. The version of a module is the highest among its lines that have a package; a package belongs to
// the last module that lists it. Defined by cmd/go/internal/modload (readVendorList, importFromModules).

import { compare, explicitModulesTxtImportVersion, modCompare } from '../gover/index.js';
import { type ModuleVersion, moduleKey } from '../module/index.js';
import type { ModulesTxt } from './modules-txt.js';

/** What is known of one module at one version. */
export interface VendorMeta {
  readonly explicit: boolean;
  readonly replacement: ModuleVersion | undefined;
  /** The go line of its go.mod; '' where none is given. */
  readonly goVersion: string;
}

const NOTHING: VendorMeta = Object.freeze({ explicit: false, replacement: undefined, goVersion: '' });

/** See the head of this file. */
export class VendorList {
  /** Modules that give packages, in order of appearance: the build list. A higher version stands behind a lower one. */
  readonly modules: readonly ModuleVersion[];
  /** Modules with a replacement, in order of appearance, once for each line. */
  readonly replaced: readonly ModuleVersion[];
  /** The selected version of each module path. */
  readonly versions: ReadonlyMap<string, string>;
  /** The module of each package. */
  readonly packages: ReadonlyMap<string, ModuleVersion>;
  readonly #meta = new Map<string, VendorMeta>();

  constructor(file: ModulesTxt) {
    const modules: ModuleVersion[] = [];
    const replaced: ModuleVersion[] = [];
    const versions = new Map<string, string>();
    const packages = new Map<string, ModuleVersion>();
    for (const { mod, replacement, explicit, goVersions, packages: given } of file.modules) {
      const known = this.meta(mod);
      this.#meta.set(moduleKey(mod), {
        explicit: known.explicit || explicit,
        replacement: replacement ?? known.replacement,
        goVersion: goVersions.at(-1) ?? known.goVersion,
      });
      if (replacement !== undefined) replaced.push(mod);
      for (const path of given) packages.set(path, mod);
      const selected = versions.get(mod.path);
      if (given.length > 0 && (selected === undefined || modCompare(mod.path, selected, mod.version) < 0)) {
        modules.push(mod);
        versions.set(mod.path, mod.version);
      }
    }
    this.modules = modules;
    this.replaced = replaced;
    this.versions = versions;
    this.packages = packages;
  }

  /** What is known of this very version; '' stands for the line that replaces all versions. */
  meta(mod: ModuleVersion): VendorMeta {
    return this.#meta.get(moduleKey(mod)) ?? NOTHING;
  }

  /**
   * Whether a build at this go line may import a package that lies in the vendor folder: since 1.23 only what is
   * listed. What is left out is told by {@link unlistedPackageNotice}.
   */
  mayImport(path: string, goVersion: string): boolean {
    return this.packages.has(path) || compare(goVersion, explicitModulesTxtImportVersion) < 0;
  }
}

/** What Go prints, behind `go: `, of a package in the vendor folder that modules.txt does not list. */
export function unlistedPackageNotice(path: string, workspace: boolean): string {
  return (
    `ignoring package ${path} which exists in the vendor directory but is missing from vendor/modules.txt. ` +
    `To sync the vendor directory run go ${workspace ? 'work' : 'mod'} vendor.`
  );
}

/** A go line in modules.txt. */
export interface VendoredGoLine {
  readonly mod: ModuleVersion;
  readonly goVersion: string;
}

/**
 * Every go line of the file in its order: the first that is newer than the running release ends the run, with
 * `PATH in vendor/modules.txt` as what needs it.
 */
export function vendoredGoLines(file: ModulesTxt): VendoredGoLine[] {
  return file.modules.flatMap(({ mod, goVersions }) => goVersions.map((goVersion) => ({ mod, goVersion })));
}
