// The work of `go mod download`.

import { fieldsOf, marshalIndent, pointerTo, structOf } from '../../core/gostruct/index.js';
import {
  type Download,
  type DownloadedModule,
  downloadModules,
  downloadNeeded,
  NothingToDownload,
} from '../../engine/download/index.js';
import { EngineError } from '../../engine/error.js';
import { originDescriptor } from '../../engine/list/index.js';
import { downloadNeededPolicy, downloadPolicy, type Loader } from '../../engine/load/index.js';
import { readNeed } from '../../engine/need/index.js';
import { type Workshop, withLoader } from '../../engine/open-loader.js';
import type { Invocation } from '../command.js';
import { UsageError } from '../flags.js';
import type { flags as downloadFlags } from './download.js';

type Flags = typeof downloadFlags;

/** Go's modcmd.ModuleJSON. */
const moduleJson = structOf(
  'modcmd.ModuleJSON',
  fieldsOf(
    {
      Path: 'string',
      Version: 'string',
      Query: 'string',
      Error: 'string',
      Info: 'string',
      GoMod: 'string',
      Zip: 'string',
      Dir: 'string',
      Sum: 'string',
      GoModSum: 'string',
      Origin: pointerTo(originDescriptor),
      Reuse: 'bool',
    },
    true,
  ),
);

/** Downloads, prints, and saves the sums. */
export async function run(invocation: Invocation<Flags>): Promise<number> {
  const { args, flags, events, given } = invocation;
  const needs = given.has('need');
  if (needs && flags.need === '') throw new UsageError('-need names no file');
  if (needs && args.length > 0) throw new UsageError('-need takes no modules: the file names them');
  if (needs && flags.reuse !== '') throw new UsageError('-need and -reuse exclude each other');
  const session = await invocation.openSession();
  return await withLoader(
    session,
    needs ? downloadNeededPolicy : downloadPolicy,
    async (loader, workshop) => {
      try {
        const { modules, error, savesSums } = await download(invocation, loader, workshop);
        print(invocation, modules);
        if (!flags.json && invocation.failed()) return 1;
        if (savesSums) await save(invocation, loader);
        if (error !== undefined) events({ kind: 'error', error });
        return modules.some((m) => m.error !== undefined) ? 1 : 0;
      } catch (error) {
        if (!(error instanceof NothingToDownload)) throw error;
        invocation.stderr(`go: ${error.message}\n`);
        return 0;
      }
    },
  );
}

async function download(
  { args, flags, given }: Invocation<Flags>,
  loader: Loader,
  { cache }: Workshop,
): Promise<Download> {
  if (!given.has('need')) return await downloadModules(loader, cache, args, flags.reuse);
  return await downloadNeeded(loader, readNeed(loader.session, flags.need), flags.need);
}

/** What became of the modules: on stdout as JSON, or the failures alone. */
function print({ flags, stdout, events }: Invocation<Flags>, modules: readonly DownloadedModule[]): void {
  for (const m of modules) {
    if (flags.json) stdout(`${marshalIndent(moduleJson, m)}\n`);
    else if (m.error !== undefined) events({ kind: 'error', error: failure(m) });
  }
}

function failure(m: DownloadedModule): Error {
  return new EngineError('io', m.error ?? '', { cause: m.cause });
}

async function save({ events }: Invocation<Flags>, loader: Loader): Promise<void> {
  try {
    await loader.commit();
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'AbortError') throw error;
    events({ kind: 'error', error });
  }
}
