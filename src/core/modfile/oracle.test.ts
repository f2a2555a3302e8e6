// Trees, values, errors and edits compared with Go's own parser, on the corpus and on seeded mutations of it.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpus, mutate } from '../../../tools/testing/modfile-corpus.js';
import {
  type Answer,
  buildModfileOracle,
  type ModfileOracle,
  type Question,
} from '../../../tools/testing/modfile-oracle.js';
import { refusal } from '../../../tools/testing/refusal.js';
import { needs } from '../../../tools/testing/requirements.js';
import { type Chance, seeded } from '../../../tools/testing/seeded.js';
import { ModuleError } from '../module/index.js';
import { quote } from '../quote.js';
import { toWellFormed } from '../text.js';
import {
  type Comment,
  type Comments,
  type DirectiveFile,
  type FileSyntax,
  type Line,
  ModFile,
  ModFileError,
  modulePath,
  type Position,
  parse,
  parseLax,
  parseWork,
  WorkFile,
} from './index.js';

const FULL = process.env.GOMOD_ACCEPTANCE !== undefined;
const MUTATIONS = FULL ? 40_000 : 4_000;
const EDITS = FULL ? 20_000 : 3_000;

function at({ line, lineRune, byte }: Position): string {
  return `${line}:${lineRune}#${byte}`;
}

function showComments(node: Comments): string {
  const show = (name: string, list: readonly Comment[]) =>
    list.map((c) => ` ${name}(${quote(c.token)} ${at(c.start)} ${c.suffix})`).join('');
  return show('before', node.before) + show('suffix', node.suffix) + show('after', node.after);
}

function showLine(line: Line): string {
  const words = line.token.map((word) => ` ${quote(word)}`).join('');
  return `line${words} ${line.inBlock} ${at(line.start)} ${at(line.end)}${showComments(line)}\n`;
}

function showTree(file: FileSyntax): string {
  let out = `file${showComments(file)}\n`;
  for (const x of file.stmt) {
    if (x.kind === 'comments') out += `comments ${at(x.start)}${showComments(x)}\n`;
    else if (x.kind === 'line') out += showLine(x);
    else {
      out += `block${x.token.map((word) => ` ${quote(word)}`).join('')} ${at(x.start)}${showComments(x)}\n`;
      out += `( ${at(x.lparen.position)}${showComments(x.lparen)}\n`;
      out += x.line.map(showLine).join('');
      out += `) ${at(x.rparen.position)}${showComments(x.rparen)}\n`;
    }
  }
  return out;
}

function showValues(file: ModFile | WorkFile): string {
  const lines: string[] = [];
  const add = (name: string, ...values: string[]) => lines.push(`${name}:${values.map(quote).join(' ')}\n`);
  const head = () => {
    lines.push(file.go ? `go:${quote(file.go.version)}\n` : 'go:none\n');
    lines.push(file.toolchain ? `toolchain:${quote(file.toolchain.name)}\n` : 'toolchain:none\n');
    for (const g of file.godebug) add('godebug', g.key, g.value);
  };
  const replaces = () => {
    for (const r of file.replace) add('replace', r.old.path, r.old.version, r.new.path, r.new.version);
  };
  if (file instanceof WorkFile) {
    head();
    for (const u of file.use) add('use', u.path);
    replaces();
    return lines.join('');
  }
  if (file.module) add('module', file.module.mod.path, file.module.deprecated);
  else lines.push('module:none\n');
  head();
  for (const r of file.require)
    lines.push(`require:${quote(r.mod.path)} ${quote(r.mod.version)} ${r.indirect}\n`);
  for (const x of file.exclude) add('exclude', x.mod.path, x.mod.version);
  replaces();
  for (const r of file.retract) add('retract', r.low, r.high, r.rationale);
  for (const t of file.tool) add('tool', t.path);
  for (const i of file.ignore) add('ignore', i.path);
  return lines.join('');
}

const unfixable = new ModFileError('refused');

/** The rule of the oracle's fixer. */
function fix(path: string, version: string): string {
  if (version.includes('!')) throw new ModuleError({ path, version }, unfixable);
  return version.split('~', 1)[0] ?? '';
}

function requirements(words: readonly string[]) {
  return words.map((word) => {
    const [path = '', version = ''] = word.replace(/!$/, '').split(/@(.*)/s);
    return { mod: { path, version }, indirect: word.endsWith('!') };
  });
}

function editCommon(file: DirectiveFile, [verb, a = '', b = '', c = '', d = '']: readonly string[]): boolean {
  if (verb === 'go') file.addGoStmt(a);
  else if (verb === 'dropgo') file.dropGoStmt();
  else if (verb === 'toolchain') file.addToolchainStmt(a);
  else if (verb === 'droptoolchain') file.dropToolchainStmt();
  else if (verb === 'godebug') file.addGodebug(a, b);
  else if (verb === 'dropgodebug') file.dropGodebug(a);
  else if (verb === 'replace') file.addReplace({ path: a, version: b }, { path: c, version: d });
  else if (verb === 'dropreplace') file.dropReplace({ path: a, version: b });
  else if (verb === 'cleanup') file.cleanup();
  else return false;
  return true;
}

function editMod(file: ModFile, edit: readonly string[]): void {
  const [verb, a = '', b = '', c = ''] = edit;
  if (editCommon(file, edit)) return;
  if (verb === 'module') file.addModuleStmt(a);
  else if (verb === 'comment') file.addComment(a);
  else if (verb === 'require') file.addRequire(a, b);
  else if (verb === 'newrequire') file.addNewRequire(a, b, c === 'true');
  else if (verb === 'droprequire') file.dropRequire(a);
  else if (verb === 'setrequire') file.setRequire(requirements(edit.slice(1)));
  else if (verb === 'separate') file.setRequireSeparateIndirect(requirements(edit.slice(1)));
  else if (verb === 'exclude') file.addExclude(a, b);
  else if (verb === 'dropexclude') file.dropExclude(a, b);
  else if (verb === 'retract') {
    const added = file.addRetract({ low: a, high: b }, c);
    file.retract.splice(file.retract.indexOf(added), 1); // Go does not list it
  } else if (verb === 'dropretract') file.dropRetract({ low: a, high: b });
  else if (verb === 'tool') file.addTool(a);
  else if (verb === 'droptool') file.dropTool(a);
  else if (verb === 'ignore') file.addIgnore(a);
  else if (verb === 'dropignore') file.dropIgnore(a);
  else if (verb === 'sort') file.sortBlocks();
  else throw new Error(verb);
}

function editWork(file: WorkFile, edit: readonly string[]): void {
  const [verb, a = ''] = edit;
  if (editCommon(file, edit)) return;
  if (verb === 'use') file.addUse(a, '');
  else if (verb === 'dropuse') file.dropUse(a);
  else if (verb === 'sort') file.sortBlocks();
  else throw new Error(verb);
}

/** Our answer to a question. */
function answer({ mode, file, data, fix: fixed, edits = [] }: Question): Answer {
  const result = {
    Error: '',
    Tree: '',
    Values: '',
    After: '',
    Output: Buffer.alloc(0),
    Path: toWellFormed(modulePath(data)),
  };
  const read = { strict: parse, lax: parseLax, work: parseWork }[mode];
  let parsed: ModFile | WorkFile | undefined;
  result.Error = toWellFormed(
    refusal(() => {
      parsed = read(file, data, fixed ? fix : undefined);
    }),
  );
  if (parsed === undefined) return result;
  const into = parsed;
  result.Tree = showTree(into.syntax);
  result.Values = showValues(into);
  for (const edit of edits) {
    const message = refusal(() => (into instanceof ModFile ? editMod(into, edit) : editWork(into, edit)));
    if (message !== '') result.Error += `${toWellFormed(message)}\n`;
  }
  result.After = showValues(into).split('\n').sort().join('\n');
  result.Output = Buffer.from(into.format());
  return result;
}

const PATHS = [
  'example.com/a',
  'example.com/b',
  'example.com/c',
  'example.com/d',
  'example.com/e',
  'a b',
  'x',
];
const VERSIONS = ['v1.0.0', 'v1.2.3', 'v1.9.0', 'v1.10.0', 'v2.0.0', 'v1', 'v2.0.0+incompatible', ''];

function randomRequirements(chance: Chance): string[] {
  return PATHS.filter(() => chance.below(3) > 0).map(
    (path) => `${path}@${chance.pick(VERSIONS)}${chance.pick(['', '!'])}`,
  );
}

function randomEdit(chance: Chance, work: boolean): string[] {
  const path = chance.pick(PATHS);
  const version = chance.pick(VERSIONS);
  const common = [
    ['go', chance.pick(['1.20', '1.21', '1.26.1', '1', 'x'])],
    ['dropgo'],
    ['toolchain', chance.pick(['go1.21', 'default', 'x'])],
    ['droptoolchain'],
    ['godebug', chance.pick(['default', 'panicnil', 'new']), 'v'],
    ['dropgodebug', chance.pick(['default', 'panicnil', 'new'])],
    [
      'replace',
      path,
      chance.pick(['', version]),
      chance.pick(['./n', '../with space', 'example.com/n']),
      chance.pick(['', version]),
    ],
    ['dropreplace', path, chance.pick(['', version])],
    ['sort'],
    ['cleanup'],
  ];
  if (work)
    return chance.pick([
      ...common,
      ['use', chance.pick(['./a', './n', './b c'])],
      ['dropuse', chance.pick(['./a', '.'])],
    ]);
  const versions = ['v1.0.0', 'v1.1.0', 'v1.2.0', 'v2.0.0', 'x'];
  return chance.pick([
    ...common,
    ['module', path],
    ['comment', '// added'],
    ['require', path, version],
    ['newrequire', path, version, chance.pick(['true', 'false'])],
    ['droprequire', path],
    ['setrequire', ...randomRequirements(chance)],
    ['separate', ...randomRequirements(chance)],
    ['separate', ...randomRequirements(chance)],
    ['exclude', path, version],
    ['dropexclude', path, version],
    ['retract', chance.pick(versions), chance.pick(versions), chance.pick(['', 'why\nso'])],
    ['dropretract', chance.pick(versions), chance.pick(versions)],
    ['tool', path],
    ['droptool', path],
    ['ignore', path],
    ['dropignore', path],
  ]);
}

/** Go leaves empty entries for some of what was dropped; an empty one that was read is another thing. */
function comparable<A extends Answer | undefined>(answer: A): A {
  return answer && { ...answer, After: answer.After.replace(/^(tool|ignore|godebug):""( "")?\n/gm, '') };
}

const need = needs('go');

describe.skipIf(need.skip)(need.title("like Go's own parser"), () => {
  let oracle: ModfileOracle;
  beforeAll(() => {
    oracle = buildModfileOracle();
  });
  afterAll(() => oracle?.close());

  function compare(questions: readonly Question[]): void {
    const answers = oracle.ask(questions);
    expect(answers.length).toBe(questions.length);
    for (const [index, question] of questions.entries()) {
      const theirs = answers[index];
      const ours = answer(question);
      const context = `${JSON.stringify({ ...question, data: undefined })}\n${Buffer.from(question.data).toString('latin1')}`;
      expect({ ...comparable(ours), Output: ours.Output.toString('latin1') }, context).toEqual({
        ...comparable(theirs),
        Output: theirs?.Output.toString('latin1'),
      });
    }
  }

  const texts = corpus();
  const modeOf = (name: string): Question['mode'] => (name.startsWith('work') ? 'work' : 'strict');

  it('reads the corpus', () => {
    for (const mode of ['strict', 'lax', 'work'] as const) {
      for (const fixed of [false, true]) {
        compare(texts.map(({ data }) => ({ mode, file: 'some/go.mod', data, fix: fixed })));
      }
    }
    const accepted = oracle.ask(texts.map(({ name, data }) => ({ mode: modeOf(name), file: 'f', data })));
    for (const [index, { name }] of texts.entries()) {
      if (/^(work-)?ok/.test(name)) expect(accepted[index]?.Error, name).toBe('');
      else expect(accepted[index]?.Error, name).not.toBe('');
    }
  });

  it(`reads ${MUTATIONS} mutations of it`, () => {
    const chance = seeded(20260);
    const questions = Array.from({ length: MUTATIONS }, (): Question => {
      const { name, data } = chance.pick(texts);
      const mode = chance.below(3) === 0 ? 'lax' : modeOf(name);
      return { mode, file: 'go.mod', data: mutate(data, chance), fix: chance.below(3) === 0 };
    });
    compare(questions);
  });

  it(`makes ${EDITS} sequences of edits`, () => {
    const chance = seeded(20261);
    const good = texts.filter(({ name }) => /^(work-)?ok/.test(name));
    const questions = Array.from({ length: EDITS }, (): Question => {
      const { name, data } = chance.pick(good);
      const mode = modeOf(name);
      const edits = Array.from({ length: 1 + chance.below(5) }, () => randomEdit(chance, mode === 'work'))
        // Go wants what was dropped to be cleaned up before it sets all requirements.
        .flatMap((edit) =>
          ['separate', 'setrequire'].includes(edit[0] ?? '') ? [['cleanup'], edit] : [edit],
        );
      if (chance.below(2) === 0) edits.push(['sort']);
      return { mode, file: 'go.mod', data, edits: [...edits, ['cleanup']] };
    });
    compare(questions);
  });
});
