// How long hostile input may keep us. A machine under load makes every limit of seconds fail for nothing, so the limit counts
// in acceptance runs only; elsewhere it is the runner that ends what does not end.

import { expect } from 'vitest';

/** Seconds that any input of a size that a proxy may send may cost. */
const LIMIT = 2;

const COUNTS = process.env.GOMOD_ACCEPTANCE !== undefined;

/** Does `work`. In an acceptance run it must take less than two seconds; `label` says what it was. */
export function inTime<T>(work: () => T, label?: string): T {
  const clock = startClock();
  try {
    return work();
  } finally {
    clock.stop(label);
  }
}

/** As {@link inTime}, for work that is waited for: by wall time alone. */
export async function inTimeAsync<T>(work: () => Promise<T>, label?: string): Promise<T> {
  const began = performance.now();
  try {
    return await work();
  } finally {
    if (COUNTS) expect((performance.now() - began) / 1000, label).toBeLessThan(LIMIT);
  }
}

/** The smaller of wall time and processor time: neither other processes nor the collector's threads count. */
function startClock(): { stop: (label?: string) => void } {
  const began = performance.now();
  const used = process.cpuUsage();
  return {
    stop: (label) => {
      if (!COUNTS) return;
      const { user, system } = process.cpuUsage(used);
      expect(Math.min((performance.now() - began) / 1000, (user + system) / 1e6), label).toBeLessThan(LIMIT);
    },
  };
}
