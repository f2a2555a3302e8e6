// The server side of a checksum database: which answer belongs to which path.
//
//   /latest                       the signed tree
//   /lookup/<module>@<version>    record and signed tree; a module not seen before is added to the log
//   /tile/<h>/<l>/<n>[.p/<w>]     hashes, or records where <l> is "data"
//
// A pure function over an interface to the log, so that a server, a proxy and a test can each give it the
// transport they have. Paths and answers are those of golang.org/x/mod/sumdb (Server).

import { messageOf } from '../error.js';
import { type ModuleVersion, unescapePath, unescapeVersion } from '../module/index.js';
import { formatRecord, parseTilePath, type Tile, TlogError } from '../tlog/index.js';

/** Access to the log. */
export interface ServerOps {
  /** The signed note of the latest tree. */
  signed(): Promise<Uint8Array>;
  /** The texts of `count` records from number `id` on. */
  readRecords(id: number, count: number): Promise<readonly Uint8Array[]>;
  /** Number of the record of a module. An error that has `notExist: true` is answered with 404. */
  lookup(module: ModuleVersion): Promise<number>;
  /** The bytes of a hash tile. */
  readTileData(tile: Tile): Promise<Uint8Array>;
}

/** What is to be sent. */
export interface ServerAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Uint8Array;
}

const MODULE_VERSION = /^[^@]+@v[0-9]+\.[0-9]+\.[0-9]+(?:-[^@]*)?(?:\+incompatible)?$/;
const TEXT = 'text/plain; charset=UTF-8';
const NEWLINE = 10;

/** The paths, or beginnings of paths, that {@link serve} answers. */
export const SERVER_PATHS: readonly string[] = ['/lookup/', '/latest', '/tile/'];

/** The answer to a GET of `path`, percent-decoded. Never rejects: failures of `ops` become a status. */
export async function serve(ops: ServerOps, path: string): Promise<ServerAnswer> {
  try {
    if (path.startsWith('/lookup/')) return await serveLookup(ops, path.slice('/lookup/'.length));
    if (path === '/latest') return text(await ops.signed());
    if (path.startsWith('/tile/')) return await serveTile(ops, path.slice(1));
    return failure(404, '404 page not found');
  } catch (error) {
    const missing = (error as { notExist?: unknown } | undefined)?.notExist === true;
    return failure(missing ? 404 : 500, messageOf(error));
  }
}

async function serveLookup(ops: ServerOps, escaped: string): Promise<ServerAnswer> {
  if (!MODULE_VERSION.test(escaped)) return failure(400, 'invalid module@version syntax');
  const at = escaped.indexOf('@');
  const module = {
    path: unescapePath(escaped.slice(0, at)),
    version: unescapeVersion(escaped.slice(at + 1)),
  };
  const id = await ops.lookup(module);
  const [record] = await records(ops, id, 1);
  return text(formatRecord(id, record as Uint8Array), await ops.signed());
}

async function serveTile(ops: ServerOps, path: string): Promise<ServerAnswer> {
  let tile: Tile;
  try {
    tile = parseTilePath(path);
  } catch (error) {
    if (error instanceof TlogError) return failure(400, 'invalid tile syntax');
    throw error;
  }
  if (tile.level !== -1) {
    return { status: 200, contentType: 'application/octet-stream', body: await ops.readTileData(tile) };
  }
  const first = tile.n * 2 ** tile.height;
  const list = await records(ops, first, tile.width);
  return text(...list.map((record, i) => withoutNumber(formatRecord(first + i, record))));
}

async function records(ops: ServerOps, id: number, count: number): Promise<readonly Uint8Array[]> {
  const list = await ops.readRecords(id, count);
  if (list.length !== count) throw new TlogError('bad-input', 'invalid record count returned by ReadRecords');
  return list;
}

function withoutNumber(record: Uint8Array): Uint8Array {
  return record.subarray(record.indexOf(NEWLINE) + 1);
}

function text(...parts: readonly Uint8Array[]): ServerAnswer {
  const body = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    body.set(part, at);
    at += part.length;
  }
  return { status: 200, contentType: TEXT, body };
}

function failure(status: number, message: string): ServerAnswer {
  return { status, contentType: 'text/plain; charset=utf-8', body: new TextEncoder().encode(`${message}\n`) };
}
