// What users write: every entry, with the types that they rely on. Compiled in several kinds of projects, never run.

import {
  createSession,
  type DownloadedModule,
  GomodError,
  isNotExist,
  type ModulePublic,
  type Session,
  type SessionEvent,
} from 'gomod';
import { BuildListError, type Edge, type ModuleGraph, readGraph } from 'gomod/graph';
import { GoSum, GoSumError, goModKey, hashGoMod, parse as parseSum } from 'gomod/gosum';
import { type ModFile, ModFileErrorList, modulePath, parse, parseWork, type Require } from 'gomod/modfile';
import { check, escapePath, formatModule, ModuleError, type ModuleVersion } from 'gomod/module';
import { compare, max, type Order } from 'gomod/semver';
import { type ClientOps, newClient, newFetchOps, serve, SUM_GOLANG_ORG } from 'gomod/sumdb';
import { parse as parseTemplate, type Template } from 'gomod/template';
import { createZip, hashZip, type SourceFile, unzip, ZipError, type ZipErrorCode } from 'gomod/zip';

export const greeting: Template = parseTemplate('{{shout .name}}', {
  functions: { shout: (word) => String(word).toUpperCase() },
});

export const order: Order = compare('v1.2.3', max('v1.0.0', 'v1.1.0'));

export function pinned(text: string | Uint8Array): readonly string[] {
  const file: ModFile = parse('go.mod', text);
  const direct = file.require.filter((line: Require) => !line.indirect);
  file.addRequire('example.com/m', 'v1.0.0');
  file.cleanup();
  const bytes: Uint8Array = file.format();
  // @ts-expect-error a version is a text
  file.addGoStmt(1.21);
  return [modulePath(bytes), ...direct.map(({ mod }) => formatModule(mod)), ...parseWork('go.work', '').use.map((use) => use.path)];
}

export function explain(error: unknown): string {
  if (error instanceof ModFileErrorList) return error.errors.map(({ position }) => `${position.line}`).join();
  if (error instanceof ZipError) {
    const code: ZipErrorCode = error.code;
    // @ts-expect-error not one of the codes
    return code === 'no such code' ? 'never' : code;
  }
  if (error instanceof GoSumError) return `line ${error.line}`;
  if (error instanceof BuildListError) return error.path.map(formatModule).join(' requires ');
  if (error instanceof ModuleError) return error.path;
  return error instanceof GomodError ? `${error.code}: ${error.hint ?? error.message}` : String(isNotExist(error));
}

export function sums(zip: Uint8Array, m: ModuleVersion): GoSum {
  check(m.path, m.version);
  const known = parseSum('go.sum', '');
  known.add(m, hashZip(zip));
  known.add(goModKey(m), hashGoMod(`module ${m.path}\n`, { primitives: { sha256: () => new Uint8Array(32) } }));
  return known;
}

export function repack(m: ModuleVersion, zip: Uint8Array): Uint8Array {
  const files: SourceFile[] = [];
  for (const { path, content } of unzip(m, zip)) {
    files.push({ path, kind: 'file', size: content.length, read: () => content });
  }
  return createZip(m, files);
}

export async function list(goMod: ModFile, signal: AbortSignal): Promise<readonly Edge[]> {
  const graph: ModuleGraph = await readGraph({
    goMod,
    readGoMod: async (m: ModuleVersion) => (m.version === '' ? undefined : `module ${escapePath(m.path)}\n`),
    signal,
  });
  const version: string | undefined = graph.selected('example.com/m');
  return version === undefined ? [] : graph.edges();
}

export async function prove(m: ModuleVersion): Promise<string[]> {
  const ops: ClientOps = newFetchOps({ key: SUM_GOLANG_ORG, fetch: async () => ({ status: 404, arrayBuffer: async () => new ArrayBuffer(0) }) });
  void serve;
  return await newClient(ops).lookup(m.path, m.version);
}

export async function work(signal: AbortSignal): Promise<readonly (ModulePublic | DownloadedModule)[]> {
  const session: Session = createSession({
    dir: '/project',
    env: { GOPROXY: 'off' },
    fetch: (url, init) => fetch(url, init),
    signal,
    onEvent: (event: SessionEvent) => event.kind === 'message' && event.text.trim(),
  });
  await session.edit((file) => file.dropRequire('example.com/m'));
  const listed = await session.list('all', { versions: true, retracted: true, signal });
  const updates = listed.map(({ update }) => update?.version ?? session.getenv('GOPROXY'));
  // @ts-expect-error there is no such option
  await session.list('all', { everything: true });
  void updates;
  return [...listed, ...(await session.download(['example.com/m@latest']))];
}
