// Platforms that something can be built for.

import { type Platform, platformName } from '../../core/need/index.js';
import { quote } from '../../core/quote.js';
import { isPort } from '../env/index.js';
import { EngineError } from '../error.js';

/** The error of a platform that Go has not; undefined for one that it has. */
export function noPlatform(platform: Platform): EngineError | undefined {
  if (isPort(platform.goos, platform.goarch)) return undefined;
  return unknownPlatform(platformName(platform));
}

/** The error of a text that names no platform. */
export function unknownPlatform(text: string): EngineError {
  const hint = "platforms are written as in 'go tool dist list': linux/amd64, darwin/arm64";
  return new EngineError('bad-argument', `unknown platform ${quote(text)}`, { hint });
}
