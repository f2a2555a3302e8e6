// Profile-guided optimization: which packages are compiled with which profile (load.setPGOProfilePath).
//
// A program's profile counts for everything that it imports; where several packages are named, what it imports is compiled
// for it alone.

import type { BuildHost } from './host.js';
import { type BuiltPackage, inBuildOrder } from './package.js';

/** Attaches profiles to the named packages and what they import. `flag`: the -pgo flag. */
export function attachProfiles(named: readonly BuiltPackage[], flag: string, host: BuildHost): void {
  if (flag === 'off') return;
  if (flag !== 'auto') {
    const file = host.absolute(flag);
    for (const pkg of inBuildOrder(named)) pkg.profile = file;
    return;
  }
  for (const pkg of named) {
    if (pkg.name !== 'main') continue;
    const file = host.profileOf(pkg);
    if (file !== '') attach(pkg, file, named.length > 1);
  }
}

/** Attaches a program's profile; `own`: to copies of what it imports. */
function attach(main: BuiltPackage, file: string, own: boolean): void {
  const attached = new Map<BuiltPackage, BuiltPackage>();
  const visit = (pkg: BuiltPackage): BuiltPackage => {
    const known = attached.get(pkg);
    if (known !== undefined) return known;
    const mine = own && pkg !== main ? pkg.copy() : pkg;
    if (mine !== pkg) mine.forMain = main.importPath;
    attached.set(pkg, mine);
    mine.profile = file;
    for (const [at, imported] of (mine.imports ?? []).entries()) {
      if (mine.imports !== undefined) mine.imports[at] = visit(imported);
    }
    return mine;
  };
  visit(main);
}
