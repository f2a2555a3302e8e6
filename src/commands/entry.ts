// Where the bundled command begins.

import { runProcess } from './cli.js';
import { buildId } from './own-version.js';

void runProcess(buildId === undefined ? {} : { build: buildId });
