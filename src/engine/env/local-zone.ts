// The time zone of the machine, as a Go program finds it.
//
//   TZ unset          /etc/localtime
//   TZ= or UTC        UTC
//   TZ=/path          that zone file
//   TZ=Europe/Berlin  the zone file of that name, where systems keep them; a colon before it is passed over
//
// What cannot be read, or is no zone file, means UTC. Defined by Go's time package (zoneinfo_unix.go). Not looked for are the
// zones that a Go installation brings along.

import { fixedLocation, type Location, parseZoneFile } from '../../core/time/index.js';
import type { FileSystem } from '../io/index.js';
import type { Environment } from './environment.js';

const FOLDERS = ['/usr/share/zoneinfo/', '/usr/share/lib/zoneinfo/', '/usr/lib/locale/TZ/', '/etc/zoneinfo/'];
const SYSTEM = '/etc/localtime';
/** What Go code calls it, wherever it is. */
const expression = 'time.Local';
/** Larger files are none, in bytes. */
const LARGEST = 10 << 20;

function read(fs: FileSystem, path: string): Uint8Array | undefined {
  try {
    const bytes = fs.readFileSync(path);
    return bytes.length > LARGEST ? undefined : bytes;
  } catch {
    return undefined;
  }
}

/** See the head of this file. */
export function localZone({ process }: Environment, fs: FileSystem): Location {
  const { TZ } = process;
  const path = TZ?.replace(/^:/, '') ?? SYSTEM;
  const name = path === SYSTEM ? 'Local' : path;
  const folders = path.startsWith('/') ? [''] : path === '' || path === 'UTC' ? [] : FOLDERS;
  for (const folder of folders) {
    const bytes = read(fs, folder + path);
    const location = bytes === undefined ? undefined : parseZoneFile(bytes, { name, expression });
    if (location !== undefined) return location;
  }
  return { ...fixedLocation('UTC', 0), expression };
}
