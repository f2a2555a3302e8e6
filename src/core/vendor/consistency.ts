// Whether modules.txt still says what the main modules require and replace.
//
// A go.mod before 1.14 (not so in a workspace) has a modules.txt without marks: only versions that contradict
// each other are found then, and replacements of what gave packages at that version. Defined by
// cmd/go/internal/modload (checkVendorConsistency).

import { autoVendorVersion, compare } from '../gover/index.js';
import { formatModule, type ModuleVersion, moduleKey, sameModule } from '../module/index.js';
import { VendorError } from './errors.js';
import type { FindReplacement, VendorGoMod, VendorMain } from './main-modules.js';
import type { VendorList } from './vendor-list.js';

/** What is compared with modules.txt. */
export interface ConsistencyCheck {
  readonly main: Pick<VendorMain, 'work'> & { readonly members: readonly { readonly file: VendorGoMod }[] };
  /** `replacementsOf(main)`, or another one with the same rules. */
  readonly replacement: FindReplacement;
  readonly list: VendorList;
  /** The folder of the vendor folder, as the message names it. */
  readonly folder: string;
  /** A file as messages name it: relative where that is shorter. Without it the name is as the main modules have it. */
  readonly shorten?: (file: string) => string;
}

/** Go's error, without `go: `, where modules.txt and the main modules contradict each other; else undefined. */
export function vendorInconsistency(check: ConsistencyCheck): VendorError | undefined {
  const lines = new Comparison(check).lines();
  if (lines.length === 0) return undefined;
  const command = check.main.work === undefined ? 'mod' : 'work';
  return new VendorError(
    'inconsistent',
    `inconsistent vendoring in ${check.folder}:${lines.map((line) => `\n\t${line}`).join('')}\n\n` +
      '\tTo ignore the vendor directory, use -mod=readonly or -mod=mod.\n' +
      `\tTo sync the vendor directory, run:\n\t\tgo ${command} vendor`,
  );
}

class Comparison {
  readonly #lines: string[] = [];
  readonly #unmarked: boolean;
  readonly #shorten: (file: string) => string;

  constructor(private readonly check: ConsistencyCheck) {
    const { main } = check;
    const goLine = main.members[0]?.file.go?.version ?? '';
    this.#unmarked = main.work === undefined && compare(goLine, autoVendorVersion) < 0;
    this.#shorten = check.shorten ?? ((file) => file);
  }

  lines(): readonly string[] {
    const { main, list } = this.check;
    for (const { file } of main.members) for (const { mod } of file.require) this.#requirement(mod);
    const replace = [...main.members.flatMap(({ file }) => file.replace), ...(main.work?.file.replace ?? [])];
    // What several files replace is told once.
    const seen = new Map(replace.map(({ old }) => [moduleKey(old), old]));
    for (const old of seen.values()) this.#replacement(old);
    const required = new Set(
      main.members.flatMap(({ file }) => file.require.map(({ mod }) => moduleKey(mod))),
    );
    for (const mod of list.modules) if (!required.has(moduleKey(mod))) this.#notRequired(mod);
    for (const mod of list.replaced) this.#stillReplaced(mod);
    return this.#lines;
  }

  #add(mod: ModuleVersion, text: string): void {
    this.#lines.push(`${formatModule(mod)}: ${text}`);
  }

  #requirement(mod: ModuleVersion): void {
    const { list } = this.check;
    if (list.meta(mod).explicit) return;
    const version = list.versions.get(mod.path);
    if (!this.#unmarked) {
      this.#add(mod, 'is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt');
    } else if (version !== undefined && version !== mod.version) {
      const indicated = `${mod.path}@${version}`;
      this.#add(mod, `is explicitly required in go.mod, but vendor/modules.txt indicates ${indicated}`);
    }
  }

  #replacement(old: ModuleVersion): void {
    const { list, replacement } = this.check;
    const found = replacement(old);
    const marked = list.meta(old).replacement;
    if (marked === undefined) {
      const unknowable =
        this.#unmarked && (old.version === '' || list.versions.get(old.path) !== old.version);
      if (found === undefined || unknowable) return;
      this.#add(
        old,
        `is replaced in ${this.#shorten(found.file)}, but not marked as replaced in vendor/modules.txt`,
      );
    } else if (found === undefined || !sameModule(marked, found.used)) {
      const by = found === undefined ? '' : formatModule(found.written);
      const file = this.#shorten(found?.file ?? '');
      const other = formatModule(marked);
      this.#add(
        old,
        `is replaced by ${by} in ${file}, but marked as replaced by ${other} in vendor/modules.txt`,
      );
    }
  }

  #notRequired(mod: ModuleVersion): void {
    if (!this.check.list.meta(mod).explicit) return;
    const file = this.check.main.work === undefined ? 'go.mod' : 'a go.mod';
    this.#add(mod, `is marked as explicit in vendor/modules.txt, but not explicitly required in ${file}`);
  }

  #stillReplaced(mod: ModuleVersion): void {
    if (this.check.replacement(mod) !== undefined) return;
    const file = this.check.main.work === undefined ? 'go.mod' : 'the workspace';
    this.#add(mod, `is marked as replaced in vendor/modules.txt, but not replaced in ${file}`);
  }
}
