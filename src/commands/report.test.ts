import { describe, expect, it } from 'vitest';
import { GomodError } from '../core/error.js';
import type { Face } from './command.js';
import { createReporter, type Reporter } from './report.js';

function stage(face: Face): { reporter: Reporter; text: () => string } {
  let text = '';
  const reporter = createReporter({
    face,
    err: (written) => {
      text += written;
    },
    progress: {
      show: () => {
        text += '[progress]';
      },
      hide: () => {
        text += '|';
      },
      finish: () => {},
    },
  });
  return { reporter, text: () => text };
}

const failure = new GomodError('x', 'it failed:\n\tdetail', { hint: 'try this\nor that' });

describe('the reporter', () => {
  it('prints events in order, each in its form, out of the way of progress', () => {
    const { reporter, text } = stage('gomod');
    reporter.sink({ kind: 'message', text: 'go: downloading a v1' });
    reporter.sink({ kind: 'trace', text: '# get x' });
    reporter.sink({ kind: 'progress', modulesDone: 1, modulesTotal: 2, bytes: 3 });
    reporter.sink({ kind: 'hint', text: 'look there' });
    expect(text()).toBe('|go: downloading a v1\n|# get x\n[progress]|gomod: look there\n');
    expect(reporter.status()).toBe(0);
  });

  it('adds advice under our own name', () => {
    const { reporter, text } = stage('gomod');
    expect(reporter.fail(failure)).toBe(1);
    expect(text()).toBe('|go: it failed:\n\tdetail\n|gomod: try this\ngomod: or that\n');
  });

  it('leaves it out under the name go', () => {
    const { reporter, text } = stage('go');
    reporter.sink({ kind: 'error', error: failure });
    reporter.sink({ kind: 'hint', text: 'look there' });
    expect(text()).toBe('|go: it failed:\n\tdetail\n');
    expect(reporter.status()).toBe(1);
  });

  it('prints each of several errors', () => {
    const { reporter, text } = stage('go');
    reporter.fail(new AggregateError([failure, new AggregateError([new GomodError('y', 'again')])]));
    expect(text()).toBe('|go: it failed:\n\tdetail\n|go: again\n');
  });

  it("puts failed system calls in Go's words", () => {
    const { reporter, text } = stage('go');
    const error = Object.assign(new Error('ENOENT: no such file or directory, open'), {
      code: 'ENOENT',
      syscall: 'open',
      path: '/x',
    });
    expect(reporter.fail(error)).toBe(1);
    expect(text()).toBe('|go: open /x: no such file or directory\n');
  });

  it('calls a defect a defect', () => {
    for (const thrown of [new TypeError('x is not a function'), 'text', undefined]) {
      const { reporter, text } = stage('go');
      expect(reporter.fail(thrown)).toBe(2);
      expect(text()).toMatch(/^\|gomod: internal error: /);
    }
  });
});
