// What the function `context` of a list template answers: how packages would be built (list.Context).

import { fieldsOf, goString, pointerTo, sliceOf, structOf } from '../core/gostruct/index.js';
import { releaseTags, toolTags } from '../engine/env/index.js';
import { installSuffix, sanitizersOf } from './build-flags.js';
import type { Invocation } from './command.js';
import type { flags as listFlags } from './list.js';

const strings = sliceOf(goString);

/** Go's list.Context. */
export const contextType = structOf(
  'list.Context',
  fieldsOf({ GOARCH: 'string', GOOS: 'string', GOROOT: 'string', GOPATH: 'string' }, true)
    .map((field) => ({ ...field, key: field.name }))
    .concat(
      fieldsOf(
        {
          CgoEnabled: 'bool',
          UseAllFiles: 'bool',
          Compiler: 'string',
          BuildTags: strings,
          ToolTags: strings,
          ReleaseTags: strings,
          InstallSuffix: 'string',
        },
        true,
      ),
    ),
);

/** `*list.Context`. */
export const contextPointer = pointerTo(contextType);

/** The context of a run. */
export function buildContext(invocation: Invocation<typeof listFlags>): object {
  const { flags, env } = invocation;
  return {
    GOARCH: env.get('GOARCH'),
    GOOS: env.get('GOOS'),
    GOROOT: env.get('GOROOT'),
    GOPATH: env.get('GOPATH'),
    cgoEnabled: env.get('CGO_ENABLED') === '1',
    compiler: flags.compiler,
    buildTags: flags.tags.length === 0 ? undefined : flags.tags,
    toolTags: [...toolTags(env), ...sanitizersOf(invocation)],
    releaseTags: releaseTags(env.release),
    installSuffix: installSuffix(invocation),
  };
}
