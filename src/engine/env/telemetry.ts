// The telemetry mode that the go command shows in `go env`. We collect nothing: this reads what Go's own
// settings say (golang.org/x/telemetry, mode file `<mode> <date>`).

import { join } from 'node:path';
import type { FileSystem } from '../io/filesystem.js';

/** `on`, `local` (also when nothing says otherwise) or `off` (also without a folder). */
export function telemetryMode(fs: Pick<FileSystem, 'readFileSync'>, folder: string): string {
  if (folder === '') return 'off';
  try {
    const [mode = ''] = fs.readFileSync(join(folder, 'mode'), 'utf8').trim().split(' ', 1);
    return mode;
  } catch {
    return 'local';
  }
}
