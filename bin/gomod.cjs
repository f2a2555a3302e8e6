#!/usr/bin/env node
// The command. What it does is in dist/cli, which `npm run build` makes.
'use strict';

require('../dist/cli/main.cjs');
