// The go command's own script-test harness, compiled so that another command stands in for `go`.
//
// The harness is cmd/go's test binary. It normally links itself as `go` on the scripts' PATH; a build
// overlay replaces two lines of its sources: which file is linked, and the check that telemetry counters grew (only
// Go's own command counts). The overlay is made from the installed tree at build time, so that no text
// of that tree is kept here. The binary is cached by Go release and by the patch.

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { removeScratch } from '../../tools/testing/scratch.js';

/** The variable by which the patched harness learns which file to link as `go`. */
const COMMAND_VARIABLE = 'GOMOD_CONFORMANCE_COMMAND';

interface Patch {
  readonly file: string;
  readonly pattern: RegExp;
  readonly replacement: string;
}

const patches: readonly Patch[] = [
  {
    file: 'go_test.go',
    pattern: /testExe, err := os\.Executable\(\)/,
    replacement:
      `testExe, err := os.Getenv("${COMMAND_VARIABLE}"), error(nil); ` +
      'if testExe == "" { testExe, err = os.Executable() }',
  },
  {
    file: 'script_test.go',
    pattern: /if !disabledOnPlatform && len\(counters\) == 0/,
    replacement: `if os.Getenv("${COMMAND_VARIABLE}") == "" && !disabledOnPlatform && len(counters) == 0`,
  },
];

/** What is known of an installed Go tree. */
export interface GoTree {
  /** Absolute path of its go command. */
  readonly go: string;
  /** GOROOT. */
  readonly root: string;
  /** Release with "go": `go1.26.8`. */
  readonly version: string;
}

/** Asks a go command for its tree. */
export function goTree(go: string): GoTree {
  const answer = spawnSync(go, ['env', 'GOROOT', 'GOVERSION'], { encoding: 'utf8', cwd: '/' });
  const [root, version] = answer.stdout.split('\n');
  if (answer.status !== 0 || !root || !version) throw new Error(`${go} env failed: ${answer.stderr}`);
  return { go, root, version };
}

/** Folder that holds what the conformance tools keep between runs. */
export function cacheFolder(): string {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'gomod', 'conformance');
}

/** Path of the compiled harness, made when it is not there yet (some 40 s). Throws when Go's sources have another shape. */
export function compileHarness(tree: GoTree): string {
  const key = createHash('sha256')
    .update(JSON.stringify(patches.map(String)))
    .digest('hex')
    .slice(0, 8);
  const harness = join(cacheFolder(), tree.version, key, 'harness');
  if (existsSync(harness)) return harness;
  const source = join(tree.root, 'src', 'cmd', 'go');
  const work = `${harness}.${process.pid}`;
  mkdirSync(work, { recursive: true });
  try {
    const overlay: Record<string, string> = {};
    for (const patch of patches) {
      const text = readFileSync(join(source, patch.file), 'utf8');
      if (!patch.pattern.test(text)) {
        throw new Error(`${patch.file} of ${tree.version} has another shape: adapt the patch`);
      }
      overlay[join(source, patch.file)] = join(work, patch.file);
      writeFileSync(join(work, patch.file), text.replace(patch.pattern, patch.replacement));
    }
    writeFileSync(join(work, 'overlay.json'), JSON.stringify({ Replace: overlay }));
    build(tree, join(work, 'overlay.json'), join(work, 'harness'));
    renameSync(join(work, 'harness'), harness);
  } finally {
    removeScratch(work);
  }
  return harness;
}

function build(tree: GoTree, overlay: string, output: string): void {
  const result = spawnSync(tree.go, ['test', '-c', '-overlay', overlay, '-o', output, 'cmd/go'], {
    cwd: join(tree.root, 'src'),
    // Without cgo no C compiler is needed.
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '', GOWORK: 'off', GOTOOLCHAIN: 'local' },
    stdio: ['ignore', 2, 2],
  });
  if (result.status !== 0) throw new Error('the harness does not compile');
}

/** What to run. */
export interface HarnessRun {
  readonly tree: GoTree;
  /** Executable file that stands in for `go`; undefined: Go's own test binary. */
  readonly command: string | undefined;
  /** Script names, without `.txt`. */
  readonly scripts: readonly string[];
  readonly jobs: number;
  readonly signal?: AbortSignal;
}

/**
 * Runs scripts and answers the transcript. The harness is a process group of its own, killed as a whole at the
 * end, so that nothing a script left running outlives the run.
 */
export async function runHarness(run: HarnessRun): Promise<string> {
  const harness = compileHarness(run.tree);
  const pattern = `TestScript/^(${run.scripts.join('|')})$`;
  const args = ['-test.run', pattern, '-test.v', '-test.parallel', String(run.jobs), '-test.timeout', '60m'];
  const child = spawn(harness, args, {
    cwd: join(run.tree.root, 'src', 'cmd', 'go'),
    env: { ...process.env, ...(run.command ? { [COMMAND_VARIABLE]: run.command } : {}) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const end = () => killGroup(child.pid);
  process.once('exit', end);
  run.signal?.addEventListener('abort', end, { once: true });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => resolve());
  });
  end();
  process.removeListener('exit', end);
  return Buffer.concat(chunks).toString('utf8');
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group is gone already.
  }
}

/** Folder of the script tests in a Go tree. */
export function scriptFolder(tree: GoTree): string {
  return join(tree.root, 'src', 'cmd', 'go', 'testdata', 'script');
}

/** The folder of this project's conformance tools. */
export function conformanceFolder(): string {
  return dirname(import.meta.dirname);
}
