// Where the bundled command begins. Runs are not remembered on Windows: there every variable is looked at to find one.

import { runProcess } from './cli.js';
import { buildId } from './own-version.js';

void runProcess(buildId === undefined || process.platform === 'win32' ? {} : { build: buildId });
