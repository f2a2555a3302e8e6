// Putting a run together: the rooms of the engine around one session.

import { ModuleCache } from './cache/index.js';
import { isMachineLocker } from './io/index.js';
import { Loader, type LoadPolicy } from './load/index.js';
import { createProxyClient } from './proxyclient/index.js';
import type { Session } from './session.js';
import { createSumDatabase } from './sumdb/index.js';
import { createUnpackPool, type UnpackPool } from './unpack/index.js';

/** What a run works with beside its loader. */
export interface Workshop {
  readonly cache: ModuleCache;
  readonly pool: UnpackPool;
}

/** Opens a loader, runs `work` with it, and ends workers, connections and scratch files. */
export async function withLoader<T>(
  session: Session,
  policy: LoadPolicy,
  work: (loader: Loader, workshop: Workshop) => Promise<T>,
): Promise<T> {
  const pool = createUnpackPool(session);
  const cache = new ModuleCache(session, isMachineLocker(session.locker) ? pool : undefined);
  const proxies = createProxyClient(session, {
    spool: () => cache.scratchFile(),
    zipComes: (bytes) => pool.expect(bytes),
  });
  const database = createSumDatabase(session, { proxies, cache });
  try {
    // A run that only looks may be the first after one that was killed. With -mod=vendor it does not look into the cache.
    if (session.flags.mod !== 'vendor') await cache.recover();
    const loader = await Loader.open(session, policy, { cache, proxies, database, unpack: pool.unpack });
    try {
      return await work(loader, { cache, pool });
    } finally {
      for (const text of loader.querier.offline.lines()) session.events({ kind: 'hint', text });
    }
  } finally {
    proxies.close();
    try {
      await cache.settle();
    } finally {
      await pool.close();
      await cache.close();
    }
  }
}
