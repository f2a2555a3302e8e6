// The made-up project that the tests of these examples build, and its modules.
//
// go.sum was written by the go command; its sums are of contents, so they hold for any zip with these files.

import type { FixtureModule } from '../conformance/fixtures/module.js';

/** Two modules. */
export const greetings: readonly FixtureModule[] = [
  {
    path: 'example.com/Greetings',
    version: 'v1.2.0',
    files: {
      'go.mod': 'module example.com/Greetings\n\ngo 1.21\n\nrequire example.com/words/v2 v2.0.1\n',
      'greetings.go':
        'package greetings\n\nimport "example.com/words/v2/english"\n\n// Hello greets.\nfunc Hello(name string) string { return english.Hello + ", " + name }\n',
    },
  },
  {
    path: 'example.com/words/v2',
    version: 'v2.0.1',
    files: {
      'go.mod': 'module example.com/words/v2\n\ngo 1.21\n',
      'english/english.go': 'package english\n\nconst Hello = "hello"\n',
    },
  },
];

const GO_MOD = `module example.com/app

go 1.21

require example.com/Greetings v1.2.0

require example.com/words/v2 v2.0.1 // indirect
`;

const GO_SUM = `example.com/Greetings v1.2.0 h1:ZEnBHUARShe5uvbhlyHWAS/NWmYYJxj2uFzCQZTDGvY=
example.com/Greetings v1.2.0/go.mod h1:TetnQrzlIxKJ6cRo+i1H6Mc12WtqOcFuRsogo9o54no=
example.com/words/v2 v2.0.1 h1:3qKLMStBDR8XgrnmqYjRFSY7LS3YyS/Jfyzl/t0h3Cc=
example.com/words/v2 v2.0.1/go.mod h1:EdW39Ykdnq1hpF8tYltd/BX9l4lVcrVu0CrQV8s+4po=
`;

const MAIN = `package main

import (
	"os"

	greetings "example.com/Greetings"
)

func main() { os.Stdout.WriteString(greetings.Hello("layer") + "\\n") }
`;

/** Its files. */
export const greetingProject = { 'go.mod': GO_MOD, 'go.sum': GO_SUM, 'main.go': MAIN } as const;
