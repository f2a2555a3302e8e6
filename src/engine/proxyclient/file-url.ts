// file: URLs: the download folder of a module cache, or any folder of that form, as a proxy.
//
// Rules: cmd/go/internal/web (getFile, urlToFilePath). Absent files are 404, forbidden ones 403; other failures are
// the system's.

import type { FileSystem } from '../io/index.js';
import { describeError, errnoCode } from '../io/index.js';
import { HttpError, ProxyClientError, readError } from './errors.js';
import { type GoUrl, redacted } from './url.js';

/** The path that a file: URL names. Throws a ProxyClientError (`request`). */
export function urlToFilePath(url: GoUrl, platform: NodeJS.Platform = process.platform): string {
  if (url.path === '') {
    if (url.host !== '' || url.opaque === '') throw bad('file URL missing path');
    throw bad('path is not absolute');
  }
  if (platform === 'win32') return windowsPath(url.host, url.path);
  if (url.host !== '' && url.host !== 'localhost') throw bad('file URL specifies non-local host');
  if (!url.path.startsWith('/')) throw bad('path is not absolute');
  return url.path;
}

function windowsPath(host: string, path: string): string {
  if (!path.startsWith('/')) throw bad('path is not absolute');
  const local = path.replaceAll('/', '\\');
  if (host !== '' && host !== 'localhost') return `\\\\${host}${local}`;
  if (!/^\\[a-zA-Z]:/.test(local)) throw bad('file URL missing drive letter');
  return local.slice(1);
}

function bad(message: string): ProxyClientError {
  return new ProxyClientError('request', message);
}

/** The file at `url`, up to `max` bytes. Throws HttpError (404, 403) and ProxyClientErrors (`request`, `read`). */
export function readFileUrl(fs: FileSystem, url: GoUrl, max: number): Uint8Array {
  const path = urlToFilePath(url);
  const fd = openFile(fs, url, path);
  try {
    return readWhole(fs, fd, max);
  } catch (error) {
    if (error instanceof ProxyClientError) throw error;
    const words = new Error(describeError(error, { op: 'read', path }), { cause: error });
    throw readError(redacted(url), words);
  } finally {
    fs.closeSync(fd);
  }
}

/** The path of the file at `url`, which can be opened and has no more than `max` bytes. Throws as readFileUrl does. */
export function checkFileUrl(fs: FileSystem, url: GoUrl, max: number): string {
  const path = urlToFilePath(url);
  const fd = openFile(fs, url, path);
  try {
    const stat = fs.fstatSync(fd);
    if (stat.size > max) throw new ProxyClientError('response', 'file too large');
    if (stat.isDirectory()) fs.readSync(fd, Buffer.alloc(1), 0, 1, 0);
    return path;
  } catch (error) {
    if (error instanceof ProxyClientError) throw error;
    const words = new Error(describeError(error, { op: 'read', path }), { cause: error });
    throw readError(redacted(url), words);
  } finally {
    fs.closeSync(fd);
  }
}

function openFile(fs: FileSystem, url: GoUrl, path: string): number {
  try {
    return fs.openSync(path, 'r');
  } catch (error) {
    const code = errnoCode(error);
    const words = describeError(error, { op: 'open', path });
    // The path is in the URL already.
    const cause = { words: words.replace(`open ${path}: `, ''), error };
    if (code === 'ENOENT') throw new HttpError(redacted(url), 'Not Found', 404, '', cause);
    if (code === 'EACCES' || code === 'EPERM') {
      throw new HttpError(redacted(url), 'Forbidden', 403, '', cause);
    }
    throw new ProxyClientError('request', words, { cause: error });
  }
}

function readWhole(fs: FileSystem, fd: number, max: number): Uint8Array {
  const stat = fs.fstatSync(fd);
  if (stat.size > max) throw new ProxyClientError('response', 'file too large');
  const room = Buffer.allocUnsafeSlow(Number(stat.size));
  let size = 0;
  while (size < room.length) {
    const read = fs.readSync(fd, room, size, room.length - size, size);
    if (read === 0) break;
    size += read;
  }
  // Reading nothing of a folder still has to fail as reading it does.
  if (room.length === 0 || stat.isDirectory()) fs.readSync(fd, Buffer.alloc(1), 0, 1, 0);
  return new Uint8Array(room.buffer, room.byteOffset, size);
}
