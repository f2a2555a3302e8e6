// The checksum database of one session: is this module to be verified, and what does the database say?
//
// Nothing is done before the first question: GOSUMDB is read, the database is found and its known tree is checked
// once, and what fails then fails every lookup. All lookups may run at once.
// Rules and texts: cmd/go/internal/modfetch (sumdb.go; checkSumDB in fetch.go).

import { escapePath, escapeVersion, type ModuleVersion } from '../../core/module/index.js';
import { Client, SumdbError } from '../../core/sumdb/index.js';
import { FatalError, messageOf, rethrowFatal } from '../error.js';
import type { Session } from '../session.js';
import type { SumDatabaseWeb } from './address.js';
import { SumDatabaseError, VerificationError } from './error.js';
import { type DatabaseView, explainMismatch, type Mismatch } from './explain.js';
import {
  createOperations,
  createReadOnlyOperations,
  type Operations,
  type SumDatabaseCache,
} from './operations.js';
import { usesSumDatabase } from './policy.js';
import { type DatabaseSettings, parseGoSumDb } from './settings.js';
import { DATABASE_ABSENT, DATABASE_MISMATCH } from './texts.js';

/** How long a database is waited for that is asked only to explain a mismatch, in milliseconds. */
const EXPLAIN_WAIT = 5000;
const GO_MOD = '/go.mod';

/** What the database has for a module. */
export interface Lookup {
  /** Name of the database. */
  readonly database: string;
  /** go.sum lines for exactly that version; none is a legal answer. */
  readonly lines: readonly string[];
}

/** See the head of this file. A version that ends in `/go.mod` stands for the sum of that file. */
export interface SumDatabase {
  /** Whether a sum that go.sum does not list has to be confirmed by the database. */
  useSumDB(m: Pick<ModuleVersion, 'path'>): boolean;
  /** Asks whatever the policy. Rejects with a SumDatabaseError, or a FatalError when the database was caught lying. */
  lookup(m: ModuleVersion): Promise<Lookup>;
  /**
   * Resolves when the database confirms `sum`, or need not be asked. Rejects with a VerificationError in Go's words,
   * or a FatalError when the database was caught lying. `origin` is where the bytes came from, for the hint.
   */
  verify(m: ModuleVersion, sum: string, origin?: Mismatch['origin']): Promise<void>;
  /** Starts the request that `verify` will make. Nothing of it shows, and it never fails. */
  prefetch(m: ModuleVersion): void;
  /**
   * What a mismatch with go.sum most likely means. The database is heard if its answer is in the cache, or, when `ask`
   * is set and the policy allows it, within five seconds. Never rejects.
   */
  explain(mismatch: Mismatch, ask: boolean): Promise<string>;
}

/** What a database is made of. */
export interface SumDatabaseParts {
  readonly proxies: SumDatabaseWeb;
  readonly cache: SumDatabaseCache;
}

/** An open client. */
interface Connection {
  readonly settings: DatabaseSettings;
  readonly operations: Operations;
  readonly client: Client;
}

/** Makes the database that GOSUMDB names. Reads and asks nothing yet. */
export function createSumDatabase(session: Session, parts: SumDatabaseParts): SumDatabase {
  return new SessionDatabase(session, parts);
}

class SessionDatabase implements SumDatabase {
  #connection: Connection | undefined;
  #caught: FatalError | undefined;

  constructor(
    private readonly session: Session,
    private readonly parts: SumDatabaseParts,
  ) {}

  useSumDB(m: Pick<ModuleVersion, 'path'>): boolean {
    return usesSumDatabase(this.session.env, m.path);
  }

  async lookup(m: ModuleVersion): Promise<Lookup> {
    const { settings, client } = this.#connect();
    try {
      return { database: settings.name, lines: await client.lookup(m.path, m.version) };
    } catch (error) {
      if (this.#caught !== undefined) throw this.#caught;
      this.session.signal.throwIfAborted();
      rethrowHidden(error);
      throw new SumDatabaseError('unreachable', messageOf(error));
    }
  }

  async verify(m: ModuleVersion, sum: string, origin?: Mismatch['origin']): Promise<void> {
    if (!this.useSumDB(m)) return;
    const isGoMod = m.version.endsWith(GO_MOD);
    const module = isGoMod ? { path: m.path, version: m.version.slice(0, -GO_MOD.length) } : m;
    const noun = isGoMod ? 'go.mod' : 'module';
    let found: Lookup;
    try {
      found = await this.lookup(m);
    } catch (error) {
      if (!(error instanceof SumDatabaseError)) throw error;
      throw new VerificationError(
        module,
        new SumDatabaseError(error.code, `verifying ${noun}: ${error.message}`),
      );
    }
    const refusal = judge(m, noun, sum, found, origin);
    if (refusal !== undefined) throw new VerificationError(module, refusal);
  }

  prefetch(m: ModuleVersion): void {
    try {
      if (!this.useSumDB(m) || this.#connection === undefined) return;
      const version = escapeVersion(
        m.version.endsWith(GO_MOD) ? m.version.slice(0, -GO_MOD.length) : m.version,
      );
      this.#connection.operations.prefetch(`/lookup/${escapePath(m.path)}@${version}`);
    } catch {
      // Whoever asks in earnest is told what is wrong.
    }
  }

  async explain(mismatch: Mismatch, ask: boolean): Promise<string> {
    return explainMismatch(mismatch, await this.#view(mismatch, ask));
  }

  async #view({ module }: Mismatch, ask: boolean): Promise<DatabaseView | undefined> {
    try {
      if (!this.useSumDB(module)) return undefined;
      const { settings } = this.#connect();
      const cached = await this.#cachedLines(settings, module);
      const lines = cached ?? (ask ? await this.#askBriefly(module) : undefined);
      return { name: settings.name, sums: lines?.map((line) => line.slice(line.lastIndexOf(' ') + 1)) };
    } catch {
      return undefined;
    }
  }

  async #cachedLines(settings: DatabaseSettings, m: ModuleVersion): Promise<readonly string[] | undefined> {
    const operations = createReadOnlyOperations(this.session, settings, this.parts.cache);
    const client = new Client(operations, this.session.primitives);
    return await client.lookup(m.path, m.version).catch(() => undefined);
  }

  async #askBriefly(m: ModuleVersion): Promise<readonly string[] | undefined> {
    const waiting = new AbortController();
    const answer = this.lookup(m).then(
      ({ lines }) => lines,
      () => undefined,
    );
    const silence = this.session.clock.sleep(EXPLAIN_WAIT, waiting.signal).then(
      () => undefined,
      () => undefined,
    );
    return await Promise.race([answer, silence]).finally(() => waiting.abort());
  }

  #connect(): Connection {
    if (this.#connection === undefined) {
      const { session, parts } = this;
      const settings = parseGoSumDb(session.env.get('GOSUMDB'), session.primitives);
      const operations = createOperations(session, settings, parts.proxies, parts.cache, (message) => {
        this.#caught = new FatalError('checksum', message, { bare: true });
      });
      this.#connection = { settings, operations, client: new Client(operations, session.primitives) };
    }
    return this.#connection;
  }
}

/** What is wrong with `sum`, given the lines that the database has. */
function judge(
  m: ModuleVersion,
  noun: string,
  sum: string,
  { database, lines }: Lookup,
  origin: Mismatch['origin'],
): SumDatabaseError | undefined {
  const known = `${m.path} ${m.version} `;
  const first = lines.find((line) => line === known + sum || line.startsWith(`${known}h1:`));
  if (first === known + sum) return undefined;
  if (first === undefined) {
    const absent = `verifying ${noun}: checksum missing from sumdb response${DATABASE_ABSENT}`;
    return new SumDatabaseError('absent', absent, {
      hint: `${database} knows the module but has no sum of this kind for it; ask whoever runs the database`,
    });
  }
  const expected = first.slice(known.length);
  const message = `verifying ${noun}: checksum mismatch\n\tdownloaded: ${sum}\n\t${database}: ${expected}`;
  const mismatch = { module: m, downloaded: sum, ...(origin === undefined ? {} : { origin }) };
  return new SumDatabaseError('mismatch', message + DATABASE_MISMATCH, {
    hint: explainMismatch(mismatch, { name: database, sums: [expected] }),
  });
}

/** Rethrows what ends the run from below the errors of core, which follow no causes. */
function rethrowHidden(error: unknown): void {
  let at = error;
  for (let depth = 0; depth < 8 && at instanceof SumdbError; depth++) at = at.failure;
  rethrowFatal(at);
}
