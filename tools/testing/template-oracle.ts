// Go's own text/template as an oracle.

import { decodeText, encodeText } from '../../src/core/text.js';
import { buildOracle, type Oracle } from './go-oracle.js';

/** A template, and the name of the data that it is carried out on. */
export interface Question {
  readonly text: string;
  readonly data: string;
}

/** What was printed, and the error or ''. */
export interface Answer {
  readonly out: string;
  readonly error: string;
}

/** The built program. */
export type TemplateOracle = Oracle<Question, Answer>;

const plain = (text: string | null): string => decodeText(Buffer.from(text ?? '', 'base64'));

/** Builds the program. */
export function buildTemplateOracle(): TemplateOracle {
  return buildOracle<Question, Answer>({
    source: 'template/testdata/oracle',
    encode: ({ text, data }) =>
      JSON.stringify({ Text: Buffer.from(encodeText(text)).toString('base64'), Data: data }),
    decode: (line) => {
      const { Out, Err } = JSON.parse(line) as { Out: string | null; Err: string | null };
      return { out: plain(Out), error: plain(Err) };
    },
  });
}
