// A proxy that answers badly, at each file of a module. Only what go reports alike every time is here: it never retries, so a
// fault that lasts is reported by both at once or after our retries, with the same words.

import type { FaultAction } from '../../fixtures/fault.js';
import type { Case } from '../case.js';
import { nothing, onMade } from './common.js';

const actions: readonly (readonly [string, FaultAction])[] = [
  ['404', { status: 404, text: 'not here\n' }],
  ['410', { status: 410, text: 'gone\nfor good\n' }],
  ['403', { status: 403, text: 'This version is not available.\n' }],
  ['403-html', { status: 403, text: '<html>no</html>', type: 'text/html' }],
  ['403-long', { status: 403, text: `${'a long explanation '.repeat(100)}\n` }],
  ['403-lines', { status: 403, text: 'one\n\ttwo\r\nthree\n\n' }],
  ['403-control', { status: 403, text: 'a\u0007b\u001b[31mc\n' }],
  ['401', { status: 401, text: 'who are you?\n' }],
  ['500', { status: 500, text: 'it broke\n' }],
  ['429', { status: 429, text: 'slow down\n' }],
  ['204', { status: 204 }],
  ['redirect', { redirect: 'forever' }],
  ['empty', { body: '' }],
  ['rubbish', { body: 'rubbish\n' }],
  ['null', { body: 'null' }],
  ['wrong-version', { body: '{"Version":"v9.9.9","Time":"2024-01-02T03:04:05Z"}' }],
  ['no-version', { body: '{"Time":"2024-01-02T03:04:05Z"}' }],
  ['bad-version', { body: '{"Version":"latest","Time":"2024-01-02T03:04:05Z"}' }],
];

const places: readonly (readonly [string, string, string])[] = [
  ['info', 'fixture.test/color/@v/v0.2.0.info', 'fixture.test/color@v0.2.0'],
  ['mod', 'fixture.test/color/@v/v0.2.0.mod', 'fixture.test/color@v0.2.0'],
  ['zip', 'fixture.test/color/@v/v0.2.0.zip', 'fixture.test/color@v0.2.0'],
  ['list', 'fixture.test/color/@v/list', 'fixture.test/color@latest'],
  ['latest', 'fixture.test/untagged/@latest', 'fixture.test/untagged@latest'],
  ['branch', 'fixture.test/alpha/@v/main.info', 'fixture.test/alpha@main'],
];

/** The cases. */
export function faultCases(): Case[] {
  return places.flatMap(([place, path, query]) =>
    actions.flatMap(([name, action]) => [
      onMade(`fault/${place}/${name}`, {
        project: nothing,
        faults: [{ path, action }],
        steps: [
          { run: ['mod', 'download', '-json', query], expect: 'any' },
          { run: ['mod', 'download', query], expect: 'any' },
        ],
      }),
      ...(place === 'zip' || place === 'mod'
        ? [
            onMade(`fault/${place}/${name}/inside`, {
              faults: [{ path, action }],
              steps: [
                { run: ['mod', 'download'], expect: 'any' },
                { run: ['mod', 'download', '-json'], expect: 'any' },
              ],
            }),
          ]
        : []),
    ]),
  );
}
