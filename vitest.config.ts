import { defineConfig } from 'vitest/config';
import { skipReporter } from './tools/testing/skip-reporter.js';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'conformance/**/*.test.ts',
      'bench/**/*.test.ts',
      'tools/**/*.test.ts',
      'examples/**/*.test.ts',
    ],
    // Tests wait for processes half of their time: one worker less than processors would leave one of two idle.
    maxWorkers: '100%',
    reporters: ['default', skipReporter()],
    // Machines of CI are slow and shared: only what hangs may come to these.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    teardownTimeout: 60_000,
  },
});
