// Go's own code for archives and module zips as an oracle.

import { buildOracle, type Oracle } from './go-oracle.js';

/** What is asked; the program's source says more. */
export interface ZipQuestion {
  readonly Kind: 'archive' | 'files' | 'folder' | 'fold';
  readonly Path?: string;
  readonly Version?: string;
  readonly File?: string;
  readonly Dir?: string;
  /** `Data` in base64. */
  readonly Files?: readonly {
    readonly Path: string;
    readonly Kind: string;
    readonly Size: number;
    readonly Data: string;
  }[];
}

/** What Go says. Errors are '' where there was none. */
export interface ZipAnswer {
  readonly Open: string;
  /** `Name` in base64. */
  readonly Entries:
    | readonly {
        readonly Name: string;
        readonly Size: number;
        readonly Sha256: string;
        readonly Error: string;
        /** Type bits as Go prints them. */
        readonly Mode: string;
      }[]
    | null;
  readonly Sum: string;
  readonly SumErr: string;
  readonly Unzip: string;
  readonly Valid: readonly string[] | null;
  readonly Omitted: readonly { readonly Path: string; readonly Reason: string }[] | null;
  readonly Invalid: readonly { readonly Path: string; readonly Reason: string }[] | null;
  readonly Check: string;
  readonly Create: string;
  readonly Folds: readonly (readonly [number, number])[] | null;
  readonly Letters: readonly number[] | null;
}

/** The built program. */
export type ZipOracle = Oracle<ZipQuestion, ZipAnswer>;

/** Builds the program. */
export function buildZipOracle(): ZipOracle {
  return buildOracle<ZipQuestion, ZipAnswer>({
    source: 'zip/testdata/oracle',
    xmod: ['modfile', 'module', 'semver', 'sumdb', 'zip', 'internal'],
    encode: (question) => JSON.stringify(question),
    decode: (line) => JSON.parse(line) as ZipAnswer,
  });
}
