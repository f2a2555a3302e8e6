// What `gomod explain -json` prints.

import { fieldsOf, goString, pointerTo, sliceOf, structOf } from '../core/gostruct/index.js';
import type { Explanation, Requiring } from '../engine/graph/index.js';

const required = { Path: 'string' } as const;

const moduleVersion = structOf('Module', [
  ...fieldsOf(required, false),
  ...fieldsOf({ Version: 'string' }, true),
]);
const requirer = structOf('Requirer', [
  ...fieldsOf(required, false),
  ...fieldsOf({ Version: 'string', Selected: 'string' }, true),
  ...fieldsOf({ Requires: 'string' }, false),
  ...fieldsOf({ Indirect: 'bool' }, true),
  ...fieldsOf({ Chain: sliceOf(moduleVersion) }, false),
]);
const lower = structOf('Version', fieldsOf({ Version: 'string', Requirers: 'int' }, false));
const move = structOf('Move', fieldsOf({ Path: 'string', From: 'string', To: 'string' }, false));
const change = structOf('Change', [
  ...fieldsOf({ Version: 'string', Kind: 'string' }, false),
  ...fieldsOf(
    {
      Blockers: sliceOf(requirer),
      Moves: sliceOf(move),
      Exclude: sliceOf(goString),
      Replace: 'string',
    },
    true,
  ),
]);

/** The type of what is printed. */
export const explanationJson = structOf('Explanation', [
  ...fieldsOf(required, false),
  ...fieldsOf(
    {
      Version: 'string',
      Main: 'bool',
      Replace: pointerTo(moduleVersion),
      RequiredBy: sliceOf(requirer),
      Lower: sliceOf(lower),
      Change: pointerTo(change),
    },
    true,
  ),
]);

/** An explanation as {@link explanationJson} describes it. */
export function plainExplanation({ version, replacement, requiredBy, change: to, ...rest }: Explanation) {
  return {
    ...rest,
    version: version === 'none' ? '' : version,
    main: version === '',
    replace: replacement,
    requiredBy: requiredBy.map(plainRequirer),
    change: to === undefined ? undefined : { ...to, blockers: to.blockers.map(plainRequirer) },
  };
}

function plainRequirer({ module, ...rest }: Requiring) {
  return { ...rest, ...module };
}
