// The stand-in for Docker does what it says, and refuses what it does not know.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BuiltStage, buildStages, parseDockerfile } from './dockerfile.js';
import { removeScratch } from './scratch.js';

let scratch = '';

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'gomod-dockerfile-'));
  mkdirSync(join(scratch, 'context', 'sub'), { recursive: true });
  mkdirSync(join(scratch, 'stages'));
  for (const name of ['a', 'b', 'sub/c']) writeFileSync(join(scratch, 'context', name), `${name}\n`);
});

afterEach(() => removeScratch(scratch));

function build(lines: readonly string[], args: Record<string, string> = {}): ReadonlyMap<string, BuiltStage> {
  return buildStages(parseDockerfile(lines.join('\n')), {
    context: join(scratch, 'context'),
    folder: join(scratch, 'stages'),
    args,
    image: (name) => (name === 'image:1' ? { PATH: '/usr/bin:/bin', FROM_IMAGE: 'yes' } : undefined),
  });
}

const read = (stage: string, file: string): string =>
  readFileSync(join(scratch, 'stages', stage, file), 'utf8');

describe('a Dockerfile', () => {
  it('has stages, comments and continued lines', () => {
    const text = '# head\nFROM image:1 AS one\n\nRUN echo \\\n  # between\n  twice\nFROM scratch\n';
    expect(parseDockerfile(text)).toEqual([
      { image: 'image:1', name: 'one', instructions: [{ line: 4, name: 'RUN', rest: 'echo   twice' }] },
      { image: 'scratch', name: '1', instructions: [] },
    ]);
  });

  it('is carried out below the folder of each stage', () => {
    const built = build(
      [
        'FROM image:1 AS first',
        'ARG WHO=nobody',
        'ARG OTHER=default',
        'ENV PLACE=/out LIST=/x:/y',
        'WORKDIR /work',
        'COPY a b ./',
        'RUN mkdir /out && echo "$WHO $OTHER $FROM_IMAGE" > $PLACE/said',
        'WORKDIR deeper',
        'RUN echo "$LIST" > here && cat ../a',
        'FROM scratch AS last',
        'COPY --from=first /out/said /moved',
        'COPY sub /whole',
        'COPY . /',
        'ENTRYPOINT ["/moved", "-x"]',
      ],
      { WHO: '/as/it/is' },
    );
    const [first, last] = [join(scratch, 'stages', 'first'), join(scratch, 'stages', 'last')];
    expect(read('first', 'out/said')).toBe('/as/it/is default yes\n');
    expect(read('first', 'work/deeper/here')).toBe(`${first}/x:${first}/y\n`);
    expect(readdirSync(join(first, 'work')).sort()).toEqual(['a', 'b', 'deeper']);
    expect(built.get('first')?.output).toEqual(['', 'a\n']);
    expect(read('last', 'moved')).toBe('/as/it/is default yes\n');
    expect(read('last', 'whole/c')).toBe('sub/c\n');
    expect(readdirSync(last).sort()).toEqual(['a', 'b', 'moved', 'sub', 'whole']);
    expect(built.get('last')?.entrypoint).toEqual([join(last, 'moved'), '-x']);
  });

  it('forgets arguments and settings of earlier stages', () => {
    build(['FROM image:1 AS one', 'ARG A=1', 'ENV B=2', 'FROM image:1 AS two', 'RUN echo "$A$B" > /f']);
    expect(read('two', 'f')).toBe('\n');
  });

  it.each([
    [['RUN true'], 'line 1: RUN stands before FROM'],
    [['FROM image:2'], 'unknown image image:2'],
    [['FROM --platform=x image:1'], 'line 1: FROM is not understood'],
    [['FROM image:1', 'ADD a /a'], 'line 2: ADD is not known'],
    [['FROM image:1', 'RUN --mount=type=cache,target=/x true'], 'line 2: RUN is not understood'],
    [['FROM image:1', 'RUN echo said; exit 3'], 'line 2: RUN echo said; exit 3: ended with 3\nsaid'],
    [['FROM image:1', 'COPY missing ./'], 'line 2: COPY finds no missing'],
    [['FROM image:1', 'COPY a b c'], 'line 2: COPY needs a folder'],
    [['FROM image:1', 'COPY *.go ./'], 'line 2: COPY is not understood'],
    [['FROM image:1', 'COPY --from=two /a /a'], 'line 2: COPY names no stage before: two'],
    [['FROM image:1', 'ENV A "b c"'], 'line 2: ENV is not understood'],
    [['FROM image:1', 'ENTRYPOINT run'], 'line 2: ENTRYPOINT is not understood'],
  ])('is refused: %j', (lines, message) => {
    expect(() => build(lines)).toThrow(message);
  });
});
