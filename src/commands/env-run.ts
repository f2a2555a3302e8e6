// The work of `go env`. Source of forms and texts: cmd/go/internal/envcmd.

import { delimiter, join } from 'node:path';
import { quote } from '../core/quote.js';
import { splitQuoted } from '../core/quoted.js';
import {
  asTemporaryRoot,
  buildCacheProblem,
  buildConfigProblem,
  compilerProblem,
  type Environment,
  EnvironmentError,
  findModuleRoot,
  findWorkspaceFile,
  isFileOn,
  lookPath,
  portProblem,
} from '../engine/env/index.js';
import type { Invocation } from './command.js';
import type { flags as envFlags } from './env.js';
import { jsonListing, shellListing } from './env-print.js';
import { baseVariables, compilerVariables, isCompilerVariable, type Variable } from './env-table.js';
import { checkWorkFolder } from './work-folder.js';

type EnvInvocation = Invocation<typeof envFlags>;

/** The file GOMOD names: '' without modules, the null device where there is no main module. */
function gomod(invocation: EnvInvocation): string {
  const { env, cwd, events, fs } = invocation;
  const modules = env.get('GO111MODULE');
  if (modules === 'off') return '';
  if (!['', 'on', 'auto'].includes(modules)) {
    throw new EnvironmentError(`unknown environment setting GO111MODULE=${modules}`);
  }
  const none = modules === 'auto' ? '' : env.host.os === 'windows' ? 'NUL' : '/dev/null';
  const root = findModuleRoot(isFileOn(fs), cwd);
  if (root === '') return none;
  const temporary = asTemporaryRoot(env, fs, root);
  if (temporary === undefined) return join(root, 'go.mod');
  events({ kind: 'message', text: `go: warning: ignoring go.mod in system temp root ${temporary}` });
  return none;
}

/** A go.mod in GOPATH itself is worth a warning, which go gives wherever it looks for modules. */
function checkGopath({ env, events, fs }: EnvInvocation): void {
  const first = env.get('GOPATH').split(delimiter)[0] ?? '';
  if (first === '' || !fs.existsSync(join(first, 'go.mod'))) return;
  events({ kind: 'message', text: `go: warning: ignoring go.mod in $GOPATH ${first}` });
}

/** GOMOD and GOWORK: where we are, rather than a setting. */
function located(invocation: EnvInvocation): readonly Variable[] {
  const { env, cwd, fs } = invocation;
  const mod = gomod(invocation);
  if (mod !== '') checkGopath(invocation);
  const work = env.get('GOWORK') === 'off' ? 'off' : findWorkspaceFile(env, isFileOn(fs), cwd);
  return [
    { name: 'GOMOD', value: mod, changed: false },
    { name: 'GOWORK', value: work, changed: false },
  ];
}

/** The value of any name that was asked for: shown or not, as long as the go command knows it. */
function findValue(env: Environment, variables: readonly Variable[], name: string): string {
  const shown = variables.find((variable) => variable.name === name);
  if (shown !== undefined) return shown.value;
  // Those of other architectures have no default here.
  return env.knows(name) && env.source(name) !== 'default' ? env.get(name) : '';
}

function selected(invocation: EnvInvocation, variables: readonly Variable[]): readonly Variable[] {
  const { args, env, flags } = invocation;
  if (args.length === 0) return flags.changed ? variables.filter(({ changed }) => changed) : variables;
  if (!flags.changed) {
    return args.map((name) => ({ name, value: findValue(env, variables, name), changed: false }));
  }
  const named = args.map((name) => variables.find((variable) => variable.name === name));
  return named.filter((variable) => variable?.changed === true) as Variable[];
}

/** What go finds out before it asks a C compiler: answers the exit status, 0 when there is nothing to say. */
function checkCompilers(invocation: EnvInvocation): number {
  const { env, flags, fs, stderr } = invocation;
  const compiler = compilerProblem(env);
  if (compiler !== undefined) throw new EnvironmentError(compiler);
  if (!flags.n) checkWorkFolder(invocation);
  const problem = portProblem(env.get('GOOS'), env.get('GOARCH'));
  if (problem !== undefined) {
    stderr(`go: ${problem}\n`);
    return 2;
  }
  const cache = compilerCacheProblem(env, fs);
  if (cache !== undefined) stderr(`${cache}\n`);
  return cache === undefined ? 0 : 1;
}

/** Why go, which keeps in the build cache what it learnt of the C compiler, would not find a place for that. */
function compilerCacheProblem(env: Environment, fs: EnvInvocation['fs']): string | undefined {
  const words = splitQuoted(env.get('CC'));
  const compiler = typeof words === 'string' ? '' : (words[0] ?? '');
  const { PATH = '' } = env.process;
  return lookPath(fs, env.host, PATH, compiler) === undefined ? undefined : buildCacheProblem(env);
}

function show(invocation: EnvInvocation): number {
  const { args, env, flags, stdout, stderr, events, fs } = invocation;
  const problem = buildConfigProblem(env);
  if (problem !== undefined) {
    stderr(`go: ${problem.message}\n`);
    return problem.status;
  }
  const setting = args.find((name) => name.includes('='));
  if (setting !== undefined) {
    throw new EnvironmentError(`invalid variable name ${quote(setting)} (use -w to set variable)`);
  }
  const full = args.length === 0 || args.some(isCompilerVariable);
  const settings = [...baseVariables(env, fs), ...located(invocation)];
  const status = full ? checkCompilers(invocation) : 0;
  if (status !== 0) return status;
  const variables = full ? [...settings, ...compilerVariables(env)] : settings;
  const chosen = selected(invocation, variables);
  if (flags.json) {
    stdout(jsonListing(chosen), { said: 'go: ', held: 0 });
  } else if (args.length > 0 && !flags.changed) {
    stdout(chosen.map(({ value }) => `${value}\n`).join(''));
  } else {
    const { text, problems } = shellListing(chosen, env.host.os);
    stdout(text);
    for (const each of problems) events({ kind: 'error', error: new EnvironmentError(each) });
  }
  return 0;
}

/** Shows settings, or keeps or forgets some. */
export async function run(invocation: EnvInvocation): Promise<number> {
  const { json, u, w } = invocation.flags;
  if (json && u) throw new EnvironmentError('cannot use -json with -u');
  if (json && w) throw new EnvironmentError('cannot use -json with -w');
  if (u && w) throw new EnvironmentError('cannot use -u with -w');
  if (!u && !w) return show(invocation);
  const { forget, keep } = await import('./env-write.js');
  if (w) keep(invocation);
  else forget(invocation);
  return 0;
}
