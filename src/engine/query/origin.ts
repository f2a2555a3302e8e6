// Joining what several look-ups said about where a version came from.

import type { Origin } from '../fetch/index.js';

/**
 * What both origins say together; undefined when either is missing or they contradict each other. Rule:
 * modload.mergeOrigin.
 */
export function mergeOrigin(a: Origin | undefined, b: Origin | undefined): Origin | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a.VCS !== b.VCS || a.URL !== b.URL || a.Subdir !== b.Subdir) return undefined;
  for (const field of ['Hash', 'TagSum', 'RepoSum', 'Ref'] as const) {
    if (a[field] !== undefined && b[field] !== undefined && a[field] !== b[field]) return undefined;
  }
  const tagged = a.TagSum !== undefined && b.TagSum !== undefined;
  if (tagged && a.TagPrefix !== b.TagPrefix) return undefined;
  return { ...a, ...b };
}
