// Where the bundled command begins.

import { runProcess } from './cli.js';

void runProcess();
