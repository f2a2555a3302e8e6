// Go's own parser of go.mod files as an oracle.

import { buildOracle, type Oracle } from './go-oracle.js';

/** What is asked: read `data`, then edit it. Edits are named in the program's source. */
export interface Question {
  readonly mode: 'strict' | 'lax' | 'work';
  readonly file: string;
  readonly data: Uint8Array;
  readonly fix?: boolean;
  readonly edits?: readonly (readonly string[])[];
}

/** What Go's parser makes of it. */
export interface Answer {
  readonly Error: string;
  readonly Tree: string;
  readonly Values: string;
  /** Values once the edits were made, sorted: Go adds requirements in an order of chance. */
  readonly After: string;
  readonly Output: Buffer;
  readonly Path: string;
}

/** The built program. */
export type ModfileOracle = Oracle<Question, Answer>;

/** Builds the program. */
export function buildModfileOracle(): ModfileOracle {
  return buildOracle<Question, Answer>({
    source: 'modfile/testdata/oracle',
    xmod: ['modfile', 'module', 'semver', 'internal'],
    encode: ({ mode, file, data, fix = false, edits = [] }) => {
      const Data = Buffer.from(data).toString('base64');
      return JSON.stringify({ Mode: mode, File: file, Data, Fix: fix, Edits: edits });
    },
    decode: (line) => {
      const { Output, ...rest } = JSON.parse(line) as Omit<Answer, 'Output'> & { Output: string | null };
      const After = rest.After.split('\n').sort().join('\n');
      return { ...rest, After, Output: Buffer.from(Output ?? '', 'base64') };
    },
  });
}
