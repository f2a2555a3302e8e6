// go.need: the modules that a build reads. Go has no such file.
//
//   // go.need v1: the modules that a build reads, for 'gomod download -need=go.need'. Made by:
//   // CGO_ENABLED=0 gomod need -test -tags=a,b -platforms=linux/amd64,linux/arm64 ./...
//   example.com/a v1.2.3
//   example.com/b v0.1.0 => example.com/fork v0.2.0
//   example.com/c v0.0.0 => ../c
//
// Two comments, then a line for each module, sorted by the bytes of its path, no path twice. The second comment is the
// command line that makes the file again, with everything that its content depends on beside the sources, go.mod and
// go.sum; words that name folders are as seen from the folder of go.mod, or of go.work. Behind `=>` stands what
// replaces the module: another one, or a folder in the spelling of go.mod.
//
// There is one way to write what a file says, so parse(print(need)) is `need`, and print(parse(text)) is `text` but
// for line ends, which may be those of Windows. Anything else is refused, with its line and column.

export {
  commandLine,
  type NeedCommand,
  type Platform,
  parsePlatform,
  platformName,
  SETTINGS,
  type Setting,
  shellWord,
} from './command.js';
export { NeedError, type NeedErrorCode } from './error.js';
export { type Need, type NeededModule, neededLine } from './need.js';
export { MOST_BYTES, parse } from './parse.js';
export { print } from './print.js';
