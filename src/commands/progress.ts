// How far a download is: one line on a terminal's stderr that is written over, and a summary at the end.
//
// Nothing appears unless stderr is a terminal. In CI and on a terminal that cannot move its cursor only the
// summary does; NO_COLOR leaves out the dimming. Under the name `go` there is neither: Go shows nothing.

import type { SessionEvent } from '../engine/events.js';
import type { Face } from './command.js';

/** Milliseconds between two drawings of the line. */
const REDRAW_EVERY = 100;

type Step = Extract<SessionEvent, { kind: 'progress' }>;

/** The line and the summary. */
export interface Progress {
  show(step: Step): void;
  /** Takes the line away, so that something else can be printed. */
  hide(): void;
  /** Takes the line away and prints the summary, if anything was shown. */
  finish(): void;
}

/** What to show progress on. */
export interface ProgressOptions {
  readonly err: (text: string) => void;
  readonly now: () => number;
  /** Whether the line may be written over. */
  readonly live: boolean;
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** Bytes in decimal units with three digits or so: `12.3 MB`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.95 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${UNITS[unit]}`;
}

function plural(count: number): string {
  return `${count} module${count === 1 ? '' : 's'}`;
}

/** `4.2 s`, `1 min 5 s`. */
export function formatDuration(ms: number): string {
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Shows progress as the options say. */
export function createProgress(options: ProgressOptions): Progress {
  const { err, now, live, color, width } = options;
  let started: number | undefined;
  let drawn = Number.NEGATIVE_INFINITY;
  let visible = false;
  let last: Step | undefined;

  function hide(): void {
    if (!visible) return;
    err('\r\x1b[K');
    visible = false;
  }

  return {
    hide,
    show(step) {
      started ??= now();
      if (step.modulesTotal === 0) return;
      last = step;
      if (!live || now() - drawn < REDRAW_EVERY) return;
      drawn = now();
      const full = `gomod: ${step.modulesDone} of ${plural(step.modulesTotal)}, ${formatBytes(step.bytes)}`;
      const text = full.slice(0, Math.max(width - 1, 0));
      err(`\r\x1b[K${color ? `\x1b[2m${text}\x1b[22m` : text}`);
      visible = true;
    },
    finish() {
      hide();
      if (last === undefined || started === undefined || last.modulesDone === 0) return;
      const summary = `${plural(last.modulesDone)}, ${formatBytes(last.bytes)}, ${formatDuration(now() - started)}`;
      err(`gomod: ${summary}\n`);
      last = undefined;
    },
  };
}

/**
 * Progress on this process's stderr, if that is a terminal. It is looked at when there is something to show:
 * asking loads a part of Node that other commands can do without (2 ms).
 */
export function terminalProgress(
  face: Face,
  environment: Readonly<Record<string, string | undefined>>,
  err: (text: string) => void,
): Progress {
  let shown: Progress | 'nowhere' | undefined;
  function open(): Progress | 'nowhere' {
    if (face === 'go' || !process.getBuiltinModule('node:tty').isatty(2)) return 'nowhere';
    return createProgress({
      err,
      now: () => performance.now(),
      live: !environment.CI && environment.TERM !== 'dumb',
      color: !environment.NO_COLOR,
      width: process.stderr.columns || 80,
    });
  }
  const present = (): Progress | undefined => (shown === 'nowhere' ? undefined : shown);
  return {
    show: (step) => {
      shown ??= open();
      present()?.show(step);
    },
    hide: () => present()?.hide(),
    finish: () => present()?.finish(),
  };
}
