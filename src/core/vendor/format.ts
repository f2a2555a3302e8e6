// A modules.txt in the words of `go mod vendor`: a line for the module, one for its marks, one a package.

import type { ModuleVersion } from '../module/index.js';
import { cleanPath, pathBelow } from '../slash-path.js';
import { VendorError } from './errors.js';
import type { ModulesTxt, VendoredModule } from './modules-txt.js';

/** The text of the file, '' where there is nothing to say. `parseModulesTxt` reads the same from it. */
export function formatModulesTxt(file: ModulesTxt): string {
  const lines = file.modules.flatMap((module) => [...linesBeforePackages(module), ...module.packages]);
  return [...linesBeforeModules(file), ...lines].map((line) => `${line}\n`).join('');
}

/** The lines above those of the modules. */
export function linesBeforeModules(file: ModulesTxt): string[] {
  return file.workspace ? ['## workspace'] : [];
}

/** The lines of a module above those of its packages. */
export function linesBeforePackages(module: VendoredModule): string[] {
  const marks = [...(module.explicit ? ['explicit'] : []), ...module.goVersions.map((v) => `go ${v}`)];
  const lines = [moduleLine(module.mod, module.replacement)];
  if (marks.length > 0) lines.push(`## ${marks.join('; ')}`);
  return lines;
}

function words(m: ModuleVersion): string {
  return m.version === '' ? m.path : `${m.path} ${m.version}`;
}

/** A module at no version that nothing replaces keeps its arrow: without it the line would mean nothing. */
function moduleLine(mod: ModuleVersion, replacement: ModuleVersion | undefined): string {
  if (replacement !== undefined) return `# ${words(mod)} => ${words(replacement)}`;
  return mod.version === '' ? `# ${mod.path} =>` : `# ${words(mod)}`;
}

/** Throws a {@link VendorError} for a replacement that lies in the vendor folder, which is about to be replaced. */
export function checkOutsideVendor(replacement: ModuleVersion): void {
  if (pathBelow(cleanPath(replacement.path), 'vendor') === undefined) return;
  throw new VendorError('replaced-inside', `replacement path ${replacement.path} inside vendor directory`);
}
