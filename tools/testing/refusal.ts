// What is refused, and in which words.

import { GomodError } from '../../src/core/error.js';

/** What `run` throws; undefined where it throws nothing. Errors of another class pass. */
export function refused<E extends Error = GomodError>(
  run: () => unknown,
  type: abstract new (...args: never[]) => E = GomodError as never,
): E | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof type) return error;
    throw error;
  }
}

/** The message of what `run` throws, which must be an error of ours; '' where it throws nothing. */
export function refusal(run: () => unknown): string {
  return refused(run)?.message ?? '';
}

/** What `work` rejects with, which it must. */
export async function rejection(work: Promise<unknown>): Promise<Error & { readonly code?: string }> {
  try {
    await work;
  } catch (error) {
    return error as Error & { code?: string };
  }
  throw new Error('did not fail');
}
