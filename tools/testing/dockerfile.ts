// Carries out a Dockerfile without Docker: each stage in a folder of its own that stands for the image's root.
//
// Just the instructions that an example of ours uses are known: FROM (scratch, or an image that the caller stands
// in for), ARG, ENV, WORKDIR, COPY, RUN in its shell form, ENTRYPOINT in its exec form. Everything else is refused.
// RUN lines are run by sh on this machine. Words of the Dockerfile that begin with a slash name places in the image
// and are led into the stage's folder; values of build arguments are taken as they are.
// Meaning of the instructions: https://docs.docker.com/reference/dockerfile/.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';

/** One instruction, continued lines joined. */
export interface Instruction {
  readonly line: number;
  readonly name: string;
  readonly rest: string;
}

/** A FROM and what follows it. */
export interface Stage {
  readonly image: string;
  /** The name behind AS; the number of the stage without one. */
  readonly name: string;
  readonly instructions: readonly Instruction[];
}

/** A Dockerfile that cannot be carried out, or a RUN that failed. */
export class DockerfileError extends Error {}

/** What a build depends on. */
export interface BuildOptions {
  /** The build context. */
  readonly context: string;
  /** An empty folder, for the stages' folders. */
  readonly folder: string;
  /** Values of --build-arg. */
  readonly args?: Readonly<Record<string, string>>;
  /** The environment that an image gives its stage, whose folder is `root`; undefined for unknown images. */
  readonly image: (name: string, root: string) => Readonly<Record<string, string>> | undefined;
}

/** A stage that was carried out. */
export interface BuiltStage {
  readonly root: string;
  /** What the RUN lines printed, in order. */
  readonly output: readonly string[];
  /** Path on this machine, and arguments; empty without ENTRYPOINT. */
  readonly entrypoint: readonly string[];
}

/** Reads a Dockerfile. Throws a DockerfileError. */
export function parseDockerfile(text: string): Stage[] {
  const stages: { image: string; name: string; instructions: Instruction[] }[] = [];
  for (const instruction of instructionsOf(text)) {
    if (instruction.name !== 'FROM') {
      const stage = stages.at(-1);
      if (stage === undefined) throw refusal(instruction, 'stands before FROM');
      stage.instructions.push(instruction);
      continue;
    }
    const [, image, name] = /^([^\s-]\S*)(?:\s+AS\s+(\S+))?$/i.exec(instruction.rest) ?? [];
    if (image === undefined) throw refusal(instruction, 'is not understood');
    stages.push({ image, name: name ?? String(stages.length), instructions: [] });
  }
  return stages;
}

function instructionsOf(text: string): Instruction[] {
  const found: Instruction[] = [];
  let pending: { line: number; text: string } | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const start: { line: number; text: string } = pending ?? { line: index + 1, text: '' };
    const joined = start.text + line.replace(/\\\s*$/, '');
    pending = /\\\s*$/.test(line) ? { line: start.line, text: joined } : undefined;
    if (pending !== undefined) continue;
    const [, name = '', rest = ''] = /^\s*(\w+)\s+(.*?)\s*$/.exec(joined) ?? [];
    found.push({ line: start.line, name: name.toUpperCase(), rest });
  }
  return found;
}

function refusal({ line, name }: Instruction, why: string): DockerfileError {
  return new DockerfileError(`line ${line}: ${name} ${why}`);
}

/** Carries out the stages up to `last` (the end without one). Throws a DockerfileError. */
export function buildStages(
  stages: readonly Stage[],
  options: BuildOptions,
  last?: string,
): ReadonlyMap<string, BuiltStage> {
  const built = new Map<string, BuiltStage>();
  for (const stage of stages) {
    built.set(stage.name, new StageBuilder(stage, options, built).build());
    if (stage.name === last) return built;
  }
  if (last !== undefined) throw new DockerfileError(`no stage ${last}`);
  return built;
}

class StageBuilder {
  readonly #root: string;
  readonly #output: string[] = [];
  #environment: Record<string, string>;
  #workdir = '/';
  #entrypoint: readonly string[] = [];

  constructor(
    private readonly stage: Stage,
    private readonly options: BuildOptions,
    private readonly built: ReadonlyMap<string, BuiltStage>,
  ) {
    this.#root = join(options.folder, stage.name);
    mkdirSync(this.#root);
    const environment = stage.image === 'scratch' ? {} : options.image(stage.image, this.#root);
    if (environment === undefined) throw new DockerfileError(`unknown image ${stage.image}`);
    this.#environment = { ...environment };
  }

  build(): BuiltStage {
    for (const instruction of this.stage.instructions) this.#carryOut(instruction);
    return { root: this.#root, output: this.#output, entrypoint: this.#entrypoint };
  }

  #carryOut(instruction: Instruction): void {
    const actions: Readonly<Record<string, () => void>> = {
      ARG: () => this.#arg(instruction),
      ENV: () => this.#env(instruction),
      WORKDIR: () => this.#changeFolder(instruction.rest),
      COPY: () => this.#copy(instruction),
      RUN: () => this.#run(instruction),
      ENTRYPOINT: () => this.#enter(instruction),
    };
    const action = actions[instruction.name];
    if (action === undefined) throw refusal(instruction, 'is not known');
    action();
  }

  #arg(instruction: Instruction): void {
    const [, name, value] = /^(\w+)(?:=(\S*))?$/.exec(instruction.rest) ?? [];
    if (name === undefined) throw refusal(instruction, 'is not understood');
    const given = this.options.args?.[name] ?? value;
    if (given !== undefined) this.#environment[name] = given;
  }

  #env(instruction: Instruction): void {
    const words = instruction.rest.split(/\s+/);
    const before = { ...this.#environment };
    for (const word of words) {
      const [, name, value = ''] = /^(\w+)=([^"'\\]*)$/.exec(word) ?? [];
      if (name === undefined) throw refusal(instruction, 'is not understood');
      const expand = (text: string) =>
        text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, a, b) => before[a ?? b] ?? '');
      this.#environment[name] = expand(this.#inside(value));
    }
  }

  #changeFolder(folder: string): void {
    this.#workdir = isAbsolute(folder) ? folder : join(this.#workdir, folder);
    mkdirSync(join(this.#root, this.#workdir), { recursive: true });
  }

  #copy(instruction: Instruction): void {
    const words = instruction.rest.split(/\s+/);
    const from = words[0]?.startsWith('--from=') ? words.shift()?.slice('--from='.length) : undefined;
    const target = words.pop();
    if (target === undefined || words.length === 0 || /[*?[\]"]|^--/.test(words.join(' '))) {
      throw refusal(instruction, 'is not understood');
    }
    const source = from === undefined ? this.options.context : this.built.get(from)?.root;
    if (source === undefined) throw refusal(instruction, `names no stage before: ${from}`);
    const place = join(this.#root, isAbsolute(target) ? target : join(this.#workdir, target));
    if (words.length > 1 && !target.endsWith('/')) throw refusal(instruction, 'needs a folder to copy into');
    for (const word of words) {
      const path = join(source, word);
      if (!existsSync(path)) throw refusal(instruction, `finds no ${word}`);
      const into = !statSync(path).isDirectory() && /(^|\/)\.?\/?$/.test(target);
      cpSync(path, into ? join(place, basename(path)) : place, { recursive: true });
    }
  }

  #run(instruction: Instruction): void {
    if (/^(\[|--)/.test(instruction.rest)) throw refusal(instruction, 'is not understood');
    const { status, signal, stdout, stderr } = spawnSync('sh', ['-c', this.#inside(instruction.rest)], {
      cwd: join(this.#root, this.#workdir),
      env: this.#environment,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (status !== 0) {
      throw refusal(instruction, `${instruction.rest}: ended with ${signal ?? status}\n${stdout}${stderr}`);
    }
    this.#output.push(stdout + stderr);
  }

  #enter(instruction: Instruction): void {
    let words: unknown;
    try {
      words = JSON.parse(instruction.rest);
    } catch {
      throw refusal(instruction, 'is not understood');
    }
    const [command, ...rest] = words as string[];
    if (command === undefined || !isAbsolute(command)) throw refusal(instruction, 'names no absolute path');
    this.#entrypoint = [join(this.#root, command), ...rest];
  }

  /** `text` with absolute paths of the image led into the stage's folder. */
  #inside(text: string): string {
    return text.replace(/(^|[\s=:"'])\/(?!\/)/g, (_, before: string) => `${before}${this.#root}/`);
  }
}
