// Where the bundled command begins. Runs are not remembered on Windows: there every variable is looked at to find one.

import { realFileSystem } from '../engine/io/filesystem.js';
import { answerEarly } from './early.js';
import { buildId } from './own-version.js';
import { leave, processStreams } from './streams.js';
import { faceOf, whereWeAre } from './surroundings.js';

/** The status of this run, if it could be answered from memory. */
function early(build: string): number | undefined {
  const { argv, env: environment } = process;
  const cwd = () => whereWeAre(environment).cwd;
  const run = { build, environment, cwd, words: argv.slice(2), face: faceOf(argv[1] ?? '') };
  return answerEarly({ ...run, fs: realFileSystem, streams: processStreams() });
}

/** The build, and under Go's name the file: where that lies may say which installation counts. */
function buildOf(id: string, file: string): string {
  return faceOf(file) === 'go' ? `${id} ${file}` : id;
}

const build =
  process.platform === 'win32' || buildId === undefined ? undefined : buildOf(buildId, process.argv[1] ?? '');
const status = build === undefined ? undefined : early(build);
if (status !== undefined) leave(status);
else void import('./cli.js').then(({ runProcess }) => runProcess(build === undefined ? {} : { build }));
