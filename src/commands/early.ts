// An answer from memory before anything else is loaded: a run that is remembered needs a fifth of the program.
//
// Which cache a run uses is known only when all settings are. Here the likely one is looked into: what the run looked at to
// find its cache is in the record, so an answer found in the wrong place is right all the same, and where there is none
// the whole program goes on to look in the right one.

import { isAbsolute, join } from 'node:path';
import type { FileSystem } from '../engine/io/filesystem.js';
import { recall, recordFile, recordFolder } from '../engine/recall/recall.js';
import { type Asked, questionOf } from './question.js';
import { outputLost, type Streams } from './streams.js';

/** What a run is asked with, and where it answers. */
export interface EarlyRun extends Omit<Asked, 'cwd'> {
  /** Answers the folder that the run works in, '' where that cannot be told. */
  readonly cwd: () => string;
  /** The variables of the process. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly fs: FileSystem;
  readonly streams: Streams;
}

/** GOMODCACHE, as the variables alone say it; '' when they do not. */
function likelyModCache({ GOMODCACHE, GOPATH, HOME }: EarlyRun['environment']): string {
  if (GOMODCACHE) return GOMODCACHE;
  const [path = ''] = (GOPATH ?? '').split(':');
  if (path !== '') return join(path, 'pkg', 'mod');
  return HOME ? join(HOME, 'go', 'pkg', 'mod') : '';
}

/** Says what the same run said before, if it would say it again, and gives its status; undefined otherwise. */
export function answerEarly(run: EarlyRun): number | undefined {
  const { environment, words, face, fs, streams } = run;
  const modCache = likelyModCache(environment);
  if (words.length === 0 || !isAbsolute(modCache) || !fs.existsSync(recordFolder(modCache, 'runs')))
    return undefined;
  const cwd = run.cwd();
  if (cwd === '' || environment.GOMOD_RECALL === 'off') return undefined;
  const question = questionOf({ ...run, cwd });
  const answer = recall(fs, recordFile(modCache, 'runs', question), question, environment);
  if (answer === undefined) return undefined;
  if (answer.stderr !== '') streams.err(answer.stderr);
  if (answer.stdout !== '') streams.out(answer.stdout, answer.loss);
  return streams.flush(outputLost(face, streams));
}
