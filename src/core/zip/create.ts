// Making the zip of a module version.

import { messageOf } from '../error.js';
import type { ModuleVersion } from '../module/index.js';
import { quote } from '../quote.js';
import { checkZipModule, zipPrefix } from './check.js';
import { ZipError, type ZipErrorCode } from './error.js';
import { checkFiles, type HasFixedVendorRule, requireValid, type SourceFile } from './files.js';
import { type WriterTools, ZipWriter } from './writer.js';

/** How a zip is made. */
export interface CreateOptions extends WriterTools {
  /** Absent: no go.mod asks for the rule of Go 1.24. */
  readonly hasFixedVendorRule?: HasFixedVendorRule;
  /** What errors begin with; absent: `create zip`. */
  readonly what?: string;
}

function readChecked(file: SourceFile): Uint8Array {
  const content = file.read();
  if (content.length <= file.size) return content;
  throw new ZipError('source', `file ${quote(file.path)} is larger than declared size`);
}

/**
 * The module zip of these files, in their order, without those that do not belong in it. Throws {@link ZipError}
 * whose message begins with `create zip: `, in Go's words.
 */
export function createModuleZip(
  m: ModuleVersion,
  files: readonly SourceFile[],
  options: CreateOptions,
): Uint8Array {
  try {
    checkZipModule(m);
    const checked = checkFiles(files, options.hasFixedVendorRule);
    requireValid(checked);
    const writer = new ZipWriter(options);
    for (const file of checked.valid) writer.add(zipPrefix(m) + file.path, readChecked(file));
    return writer.finish();
  } catch (cause) {
    const code: ZipErrorCode = cause instanceof ZipError ? cause.code : 'source';
    throw new ZipError(code, `${options.what ?? 'create zip'}: ${messageOf(cause)}`, { cause });
  }
}
