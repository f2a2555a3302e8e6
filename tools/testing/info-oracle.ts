// Go's own JSON decoder, put to `.info` files, as an oracle.

import { buildOracle, type Oracle } from './go-oracle.js';

/** What Go makes of one file. */
export interface InfoAnswer {
  /** Why it is refused; '' where it is not. */
  readonly error: string;
  /** The file written again; '' where it is refused, or cannot be written. */
  readonly written: string;
  /** Why it cannot be written. */
  readonly failed: string;
}

/** The built program. */
export type InfoOracle = Oracle<Uint8Array, InfoAnswer>;

/** Builds the program. */
export function buildInfoOracle(): InfoOracle {
  return buildOracle<Uint8Array, InfoAnswer>({
    source: 'goproxy/testdata/oracle',
    encode: (data) => JSON.stringify(Buffer.from(data).toString('base64')),
    decode: (line) => {
      const { Error: error, Written, Failed } = JSON.parse(line);
      const written = Buffer.from(Written ?? '', 'base64').toString();
      return { error: named(error), written, failed: named(Failed) };
    },
  });
}

/** The types have the names of the go command's. */
function named(message: string): string {
  return message.replace(/\bmain\.(RevInfo|Origin)/g, (_, name) =>
    name === 'Origin' ? 'codehost.Origin' : 'modfetch.RevInfo',
  );
}
