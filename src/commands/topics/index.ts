// The pages of help that are no commands, in alphabetical order.

import type { Topic } from '../command.js';
import { environment } from './environment.js';
import { goMod, goproxy, moduleAuth, modules, privateModules } from './modules.js';

export const topics: readonly Topic[] = [environment, goMod, goproxy, modules, moduleAuth, privateModules];
