// The modes that files and folders get when they are made.

import type { FileSystem } from './filesystem.js';

/** Modes with all bits that can be set: 0o7777. */
export interface NewModes {
  readonly file: number;
  readonly folder: number;
}

const SET_GROUP_ID = 0o2000;

/**
 * What becomes of 0666 and 0777 in the folder `parent`, and in folders that are made there. Throws the node:fs error. Access
 * lists by default, which take the umask's place, are not known here.
 */
export function newModes(fs: Pick<FileSystem, 'statSync'>, parent: string): NewModes {
  const allowed = ~process.umask();
  // On Linux a folder keeps to the group of the one above it, and so do those below.
  const inherited = process.platform === 'linux' ? fs.statSync(parent).mode & SET_GROUP_ID : 0;
  return { file: 0o666 & allowed, folder: (0o777 & allowed) | inherited };
}
