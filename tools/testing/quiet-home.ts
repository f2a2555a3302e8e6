// A home folder in which the go command writes nothing behind our back.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes `home`, with telemetry off, and answers its path. In a new home `go` leaves a child behind that still writes when
 * the test removes the folder.
 */
export function quietHome(home: string): string {
  const telemetry = join(home, '.config', 'go', 'telemetry');
  mkdirSync(telemetry, { recursive: true });
  writeFileSync(join(telemetry, 'mode'), 'off');
  return home;
}
