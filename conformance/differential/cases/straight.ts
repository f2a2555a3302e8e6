// A few lines straight from the module proxy and the checksum database that the environment names.

import type { Case, Edit, Step } from '../case.js';

const COBRA = 'github.com/spf13/cobra@v1.8.1';
const UUID = 'github.com/google/uuid@v1.6.0';
const noSums: readonly Edit[] = [{ remove: 'project/go.sum' }];

const one = (name: string, module: string, steps: readonly Step[], start: readonly Edit[] = []): Case => ({
  name: `real/${name}`,
  project: { module },
  source: 'real',
  transport: 'http',
  start,
  steps,
});

/** The cases. */
export function straightCases(): Case[] {
  const json: Step = { run: ['mod', 'download', '-json'] };
  return [
    one('cobra', COBRA, [json, { run: ['mod', 'verify'] }]),
    one('cobra-no-sums', COBRA, [json, { run: ['list', '-m', 'all'] }], noSums),
    one('quic-no-sums', 'github.com/quic-go/quic-go@v0.55.0', [{ run: ['mod', 'download', 'all'] }], noSums),
    one('uuid-version', UUID, [
      {
        run: ['mod', 'download', '-json', 'github.com/google/uuid@v1.5.0', 'golang.org/x/text@v0.14.0'],
      },
    ]),
    one('missing', UUID, [
      { run: ['mod', 'download', '-json', 'github.com/google/uuid@v1.99.0'], expect: 'fail' },
    ]),
    one('queries', UUID, [
      {
        run: [
          'mod',
          'download',
          '-json',
          'golang.org/x/text@v0.3',
          'golang.org/x/text@<v0.4.0',
          'golang.org/x/text@>=v0.14.0',
          'github.com/pkg/errors@v0.8.1-0.20181023235946-059132a15dd0',
          'github.com/docker/docker@v20.10.7',
          'gopkg.in/yaml.v3@latest',
          'rsc.io/quote/v3@latest',
        ],
      },
      { run: ['mod', 'download', '-json', 'golang.org/x/text@nosuchbranch'], expect: 'fail' },
    ]),
  ];
}
