// Platforms that something can be built for.

import { type Platform, parsePlatform } from '../../core/need/index.js';
import { quote } from '../../core/quote.js';
import { isPort } from '../env/index.js';
import { EngineError } from '../error.js';

/** The platform that is written like this. Throws an EngineError for one that Go has not. */
export function platformOf(text: string): Platform {
  const platform = parsePlatform(text);
  if (platform !== undefined && isPort(platform.goos, platform.goarch)) return platform;
  const hint = "platforms are written as in 'go tool dist list': linux/amd64, darwin/arm64";
  throw new EngineError('bad-argument', `unknown platform ${quote(text)}`, { hint });
}
