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
    reporters: ['default', skipReporter()],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
