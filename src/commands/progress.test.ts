import { describe, expect, it } from 'vitest';
import { createProgress, formatBytes, formatDuration, type Progress, terminalProgress } from './progress.js';

interface Stage {
  readonly progress: Progress;
  /** Everything written. */
  text(): string;
  wait(ms: number): void;
}

function stage(options: { live?: boolean; color?: boolean; width?: number } = {}): Stage {
  let text = '';
  let time = 1000;
  const progress = createProgress({
    err: (written) => {
      text += written;
    },
    now: () => time,
    live: true,
    color: false,
    width: 80,
    ...options,
  });
  return {
    progress,
    text: () => text,
    wait: (ms) => {
      time += ms;
    },
  };
}

function step(modulesDone: number, modulesTotal: number, bytes: number) {
  return { kind: 'progress', modulesDone, modulesTotal, bytes } as const;
}

describe('progress', () => {
  it('writes one line over and over, and a summary at the end', () => {
    const { progress, text, wait } = stage();
    progress.show(step(0, 3, 0));
    wait(150);
    progress.show(step(1, 3, 1_234_567));
    wait(4000);
    progress.show(step(3, 3, 45_000_000));
    progress.finish();
    expect(text()).toBe(
      '\r\x1b[Kgomod: 0 of 3 modules, 0 B' +
        '\r\x1b[Kgomod: 1 of 3 modules, 1.2 MB' +
        '\r\x1b[Kgomod: 3 of 3 modules, 45.0 MB' +
        '\r\x1b[Kgomod: 3 modules, 45.0 MB, 4.2 s\n',
    );
  });

  it('draws ten times a second at most, and sums up what came last', () => {
    const { progress, text, wait } = stage();
    for (let done = 1; done <= 100; done++) {
      progress.show(step(done, 100, done));
      wait(5);
    }
    progress.finish();
    expect(text().match(/of 100/g)?.length).toBe(5);
    expect(text()).toContain('gomod: 100 modules, 100 B, 0.5 s\n');
  });

  it('gets out of the way of other lines', () => {
    const { progress, text } = stage();
    progress.hide();
    progress.show(step(1, 2, 10));
    progress.hide();
    progress.hide();
    expect(text()).toBe('\r\x1b[Kgomod: 1 of 2 modules, 10 B\r\x1b[K');
  });

  it('only sums up where the line cannot be written over', () => {
    const { progress, text } = stage({ live: false });
    progress.show(step(1, 1, 10));
    progress.finish();
    expect(text()).toBe('gomod: 1 module, 10 B, 0.0 s\n');
  });

  it('says nothing about nothing', () => {
    const { progress, text } = stage();
    progress.finish();
    expect(text()).toBe('');
    const idle = stage({ live: false });
    idle.progress.show(step(0, 5, 0));
    idle.progress.finish();
    expect(idle.text()).toBe('');
  });

  it('fits into the terminal and dims only where color is wanted', () => {
    const narrow = stage({ width: 12 });
    narrow.progress.show(step(1, 2, 10));
    expect(narrow.text()).toBe('\r\x1b[Kgomod: 1 of');
    const colored = stage({ color: true });
    colored.progress.show(step(1, 2, 10));
    expect(colored.text()).toBe('\r\x1b[K\x1b[2mgomod: 1 of 2 modules, 10 B\x1b[22m');
  });

  it('is nowhere in a pipe, and nowhere under the name go', () => {
    for (const face of ['go', 'gomod'] as const) {
      let text = '';
      const progress = terminalProgress(face, {}, (written) => {
        text += written;
      });
      progress.show(step(1, 1, 1));
      progress.finish();
      expect(text).toBe('');
    }
  });

  it('formats sizes and times', () => {
    const sizes = [0, 999, 1000, 12_345, 999_949, 999_950, 1e9, 5e12, 5e15].map(formatBytes);
    expect(sizes).toEqual([
      '0 B',
      '999 B',
      '1.0 kB',
      '12.3 kB',
      '999.9 kB',
      '1.0 MB',
      '1.0 GB',
      '5.0 TB',
      '5000.0 TB',
    ]);
    expect([0, 1234, 59_949, 59_950, 65_000, 3_600_000].map(formatDuration)).toEqual([
      '0.0 s',
      '1.2 s',
      '59.9 s',
      '1 min 0 s',
      '1 min 5 s',
      '60 min 0 s',
    ]);
  });
});
