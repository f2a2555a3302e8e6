// What `go mod vendor` and `go work vendor` write to modules.txt.
//
// A go line of at least 1.14 (a go.mod without one has none; go.work counts in a workspace) makes every
// requirement a module of the file, marked as explicit, also where it gives no package, and has replacements
// that are of no use behind all modules. A go line of at least 1.17 adds those of the modules. Modules are sorted
// by path and version, packages by path. Replacements behind them stand as in their files: those of go.work, then
// those of each go.mod, each module and version once. Defined by cmd/go/internal/modcmd/vendor.go.

import {
  autoVendorVersion,
  compare,
  defaultGoModVersion,
  defaultGoWorkVersion,
  explicitIndirectVersion,
  modSort,
} from '../gover/index.js';
import { type ModuleVersion, moduleKey } from '../module/index.js';
import { sortTexts } from '../text.js';
import { checkOutsideVendor } from './format.js';
import type { FindReplacement, VendorMain } from './main-modules.js';
import type { ModulesTxt, VendoredModule } from './modules-txt.js';

/** What is vendored. */
export interface VendorContents {
  readonly main: VendorMain;
  /** `replacementsOf(main)`, or another one with the same rules. */
  readonly replacement: FindReplacement;
  /** Modules with packages that the main modules' packages and tests need, main modules left out. */
  readonly packages: Iterable<{ readonly mod: ModuleVersion; readonly packages: readonly string[] }>;
  /** The go line of the selected version of a module path, of the main module's own as well; '' where there is none. */
  readonly goVersionOf: (path: string) => string;
}

/** The go version by whose rules the main modules are vendored. */
export function vendorGoVersion(main: VendorMain): string {
  if (main.work !== undefined) return main.work.file.go?.version ?? defaultGoWorkVersion;
  return main.members[0]?.file.go?.version ?? defaultGoModVersion;
}

/**
 * The modules.txt; `formatModulesTxt` has its text. Where that is empty nothing is written and Go says `no dependencies to
 * vendor`. Throws a VendorError for a replacement inside the vendor folder.
 */
export function modulesTxtOf(contents: VendorContents): ModulesTxt {
  const { main } = contents;
  const version = vendorGoVersion(main);
  const hasGoLine = main.work !== undefined || main.members[0]?.file.go !== undefined;
  const plan = new Plan(contents, compare(version, explicitIndirectVersion) >= 0);
  if (compare(version, autoVendorVersion) >= 0 && hasGoLine) plan.addRequirements();
  return { workspace: main.work !== undefined, modules: plan.modules() };
}

class Plan {
  readonly #packages = new Map<string, string[]>();
  readonly #mods = new Map<string, ModuleVersion>();
  readonly #explicit = new Set<string>();
  #all = false;

  constructor(
    private readonly contents: VendorContents,
    private readonly withGoLines: boolean,
  ) {
    for (const { mod, packages } of contents.packages) {
      const key = moduleKey(mod);
      const known = this.#packages.get(key) ?? [];
      for (const path of packages) known.push(path);
      this.#mods.set(key, mod);
      this.#packages.set(key, known);
    }
  }

  /** Names every requirement, and every replacement. */
  addRequirements(): void {
    this.#all = true;
    for (const { mod } of this.contents.main.members.flatMap(({ file }) => file.require)) {
      this.#mods.set(moduleKey(mod), mod);
      this.#explicit.add(moduleKey(mod));
    }
  }

  modules(): VendoredModule[] {
    const mods = [...this.#mods.values()];
    modSort(mods);
    const modules = mods.map((mod) => this.#module(mod));
    return this.#all ? [...modules, ...this.#unused()] : modules;
  }

  #module(mod: ModuleVersion): VendoredModule {
    const { replacement, goVersionOf } = this.contents;
    const goVersion = this.withGoLines ? goVersionOf(mod.path) : '';
    const packages = [...(this.#packages.get(moduleKey(mod)) ?? [])];
    sortTexts(packages);
    const goVersions = goVersion === '' ? [] : [goVersion];
    const by = replacement(mod)?.used;
    return { ...line(mod, by), explicit: this.#explicit.has(moduleKey(mod)), goVersions, packages };
  }

  /** Replacements that none of the modules has, those of all versions among them. */
  #unused(): VendoredModule[] {
    const { main, replacement } = this.contents;
    const unused: VendoredModule[] = [];
    const written = new Set(this.#mods.keys());
    const add = (old: ModuleVersion, by: ModuleVersion | undefined): void => {
      if (written.has(moduleKey(old))) return;
      written.add(moduleKey(old));
      if (by !== undefined) unused.push(line(old, by));
    };
    for (const { old, new: by } of main.work?.file.replace ?? []) add(old, by);
    for (const { file } of main.members) for (const { old } of file.replace) add(old, replacement(old)?.used);
    return unused;
  }
}

function line(mod: ModuleVersion, replacement: ModuleVersion | undefined): VendoredModule {
  if (replacement !== undefined) checkOutsideVendor(replacement);
  return { mod, ...(replacement && { replacement }), explicit: false, goVersions: [], packages: [] };
}
