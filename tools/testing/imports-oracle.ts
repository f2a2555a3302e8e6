// Go's own packages that read sources as an oracle, a copy of cmd/go/internal/imports among them, which nobody else may
// import.

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildContext } from '../../src/core/imports/index.js';
import { decodeText, encodeText } from '../../src/core/text.js';
import { buildOracle, type Oracle } from './go-oracle.js';

/** Files by their names. */
export type Folder = Readonly<Record<string, Uint8Array>>;

/** What is asked. The folder is called /dir/sub, unless it is a real one. */
export type Question =
  | {
      readonly kind: 'package';
      readonly files: Folder;
      readonly context: BuildContext;
      readonly importComments?: boolean;
    }
  | { readonly kind: 'package'; readonly dir: string; readonly context: BuildContext }
  | { readonly kind: 'scan'; readonly dir: string; readonly context: BuildContext; readonly any: boolean }
  | {
      readonly kind: 'scan';
      readonly files: Folder;
      readonly context: BuildContext;
      readonly any: boolean;
      /** Whether the Go files are named one by one. */
      readonly explicit?: boolean;
    }
  | { readonly kind: 'constraint' | 'synopsis'; readonly text: string };

/** A position as go/token has it. */
export interface GoPosition {
  readonly Filename: string;
  readonly Line: number;
  readonly Column: number;
}

/** What Go answers; which fields there are depends on the question. */
export interface Answer {
  readonly Package?: Readonly<Record<string, unknown>>;
  readonly Imports?: readonly string[];
  readonly TestImports?: readonly string[];
  readonly Text?: string;
  readonly Any?: boolean;
  readonly Offset?: number;
  /** '' where nothing is wrong. */
  readonly Error: string;
}

/** The built program. */
export type ImportsOracle = Oracle<Question, Answer>;

/** Which packages of Go the copy is to import instead. */
const REPLACED = /"(?:cmd\/go\/internal\/(cfg|fsys)|internal\/(syslist))"/g;

function copyPackages(folder: string, goroot: string): void {
  cpSync(join(goroot, 'internal/syslist/syslist.go'), join(folder, 'syslist/syslist.go'));
  for (const name of ['build.go', 'read.go', 'scan.go', 'tags.go']) {
    const text = readFileSync(join(goroot, 'cmd/go/internal/imports', name), 'utf8');
    const replaced = text.replace(REPLACED, (_, a?: string, b?: string) => `"oracle/${a ?? b ?? ''}"`);
    writeFileSync(join(folder, 'imports', name), replaced);
  }
}

/** Builds the program. */
export function buildImportsOracle(): ImportsOracle {
  return buildOracle<Question, Answer>({
    source: 'imports/testdata/oracle',
    prepare: copyPackages,
    encode: encodeQuestion,
    decode: decodeAnswer,
  });
}

function base64(data: Uint8Array): string {
  return Buffer.from(data).toString('base64');
}

function goContext(context: BuildContext, importComments: boolean): Record<string, unknown> {
  return {
    Goos: context.goos,
    Goarch: context.goarch,
    Compiler: context.compiler,
    CgoEnabled: context.cgoEnabled,
    BuildTags: context.buildTags,
    ToolTags: context.toolTags,
    ReleaseTags: context.releaseTags,
    ImportComments: importComments,
  };
}

function encodeQuestion(question: Question): string {
  if ('text' in question) {
    return JSON.stringify({ Kind: question.kind, Text: base64(encodeText(question.text)) });
  }
  const files = 'files' in question ? question.files : {};
  return JSON.stringify({
    Kind: question.kind,
    Files: Object.fromEntries(Object.entries(files).map(([name, data]) => [name, base64(data)])),
    Context: goContext(question.context, 'importComments' in question && question.importComments === true),
    Any: 'any' in question && question.any,
    Explicit: 'explicit' in question && question.explicit === true,
    Dir: 'dir' in question ? question.dir : '',
  });
}

interface RawAnswer extends Omit<Answer, 'Error'> {
  readonly Error?: string;
}

function plain(text: string): string {
  return decodeText(Buffer.from(text, 'base64'));
}

function decodeAnswer(line: string): Answer {
  const { Error: error = '', ...rest } = JSON.parse(line) as RawAnswer;
  const { Imports, TestImports, Text } = rest;
  return {
    ...rest,
    ...(Imports && { Imports: Imports.map(plain) }),
    ...(TestImports && { TestImports: TestImports.map(plain) }),
    ...(Text !== undefined && { Text: plain(Text) }),
    Error: plain(error),
  };
}
