// A modules.txt in the words of `go mod vendor`: a line for the module, one for its marks, one a package.

import type { ModuleVersion } from '../module/index.js';
import { cleanPath, pathBelow } from '../slash-path.js';
import { VendorError } from './errors.js';
import type { ModulesTxt, VendoredModule } from './modules-txt.js';

/** A line of the file. */
export interface ModulesTxtLine {
  readonly text: string;
  /** Whether its text is the path of a package. */
  readonly isPackage: boolean;
}

/** The text of the file, '' where there is nothing to say. `parseModulesTxt` reads the same from it. */
export function formatModulesTxt(file: ModulesTxt): string {
  return modulesTxtLines(file)
    .map(({ text }) => `${text}\n`)
    .join('');
}

/** The lines of the file, none where there is nothing to say. */
export function modulesTxtLines({ workspace, modules }: ModulesTxt): ModulesTxtLine[] {
  return [...(workspace ? [about('## workspace')] : []), ...modules.flatMap(moduleLines)];
}

function moduleLines(module: VendoredModule): ModulesTxtLine[] {
  const marks = [...(module.explicit ? ['explicit'] : []), ...module.goVersions.map((v) => `go ${v}`)];
  return [
    about(headLine(module.mod, module.replacement)),
    ...(marks.length > 0 ? [about(`## ${marks.join('; ')}`)] : []),
    ...module.packages.map((text) => ({ text, isPackage: true })),
  ];
}

function about(text: string): ModulesTxtLine {
  return { text, isPackage: false };
}

function words(m: ModuleVersion): string {
  return m.version === '' ? m.path : `${m.path} ${m.version}`;
}

/** A module at no version that nothing replaces keeps its arrow: without it the line would mean nothing. */
function headLine(mod: ModuleVersion, replacement: ModuleVersion | undefined): string {
  if (replacement !== undefined) return `# ${words(mod)} => ${words(replacement)}`;
  return mod.version === '' ? `# ${mod.path} =>` : `# ${words(mod)}`;
}

/** Throws a {@link VendorError} for a replacement that lies in the vendor folder, which is about to be replaced. */
export function checkOutsideVendor(replacement: ModuleVersion): void {
  if (pathBelow(cleanPath(replacement.path), 'vendor') === undefined) return;
  throw new VendorError('replaced-inside', `replacement path ${replacement.path} inside vendor directory`);
}
