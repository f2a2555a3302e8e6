// Folders of Go sources that show every rule of reading them, and parts that lines are put together from.

/** Files by their names. */
type Sample = Readonly<Record<string, string>>;

const CGO = `package p

/*
#cgo CFLAGS: -DX=1 "-DY=a b" -I\${SRCDIR}/include -I rel -Irel2 -L/abs
#cgo linux,amd64 !linux LDFLAGS: -L. -lfoo 'a'b\\ c
#cgo (linux||darwin)&&!386 CPPFLAGS: -Da
  #cgo windows FFLAGS: -f
#cgo CXXFLAGS: -std=c++11
#cgo pkg-config: zlib --static
#cgo noescape f
#cgo nocallback f
#cgonothing
#include <stdio.h>
*/
import "C"

import "fmt"
`;

/** Folders; the files of one are read together. */
export const SOURCES: readonly Sample[] = [
  {
    'a.go':
      '// Package p does things. More.\npackage p\n\nimport (\n\t"fmt"\n\tx "os"\n\t. "io"\n\t_ `embed`\n)\n\n//go:embed a.txt "b c" `d`\nvar v string\n',
    'a_linux.go': 'package p\n\nimport "net"\n',
    'a_windows_amd64.go': 'package p\nimport "syscall"\n',
    'a_arm64_test.go': 'package p\nimport "testing"\n',
    'a_test.go': 'package p_test\n\nimport (\n\t"testing"\n\t"example.com/x"\n)\n',
    'linux.go': 'package p\n',
    'x_unix.go': 'package p\nimport "unix"\n',
    'doc.go': 'package documentation\nimport "never"\n',
    '_skipped.go': 'package q\n',
    '.hidden.go': 'package q\n',
    'a.c': '// +build linux\n\nint x;\n',
    'b.cc': 'int x;',
    'c.s': '//go:build amd64\n\nTEXT\n',
    'd.S': '',
    'e.sx': '',
    'f_linux.h': '',
    'g.m': '//go:build darwin\n',
    'h.f90': '',
    'i.swig': '',
    'j.swigcxx': '',
    'k_windows.syso': '\0\0',
    'l.txt': '',
    noext: '',
  },
  { 'a.go': CGO, 'b.S': '', 'c.c': '', 'd_test.go': 'package p\nimport "C"\n' },
  { 'a.go': CGO.replace('CXXFLAGS:', 'WRONG:') },
  { 'a.go': CGO.replace('CXXFLAGS:', 'CXXFLAGS') },
  { 'a.go': CGO.replace('-std=c++11', '"unclosed') },
  { 'a.go': CGO.replace('-std=c++11', '-x;y') },
  { 'a.go': CGO.replace('-std=c++11', '$' + '{SRCDIR}|').replace('*/\nimport "C"', '*/\n\nimport "C"') },
  {
    'a.go':
      'package p\n\n// #cgo LDFLAGS: -la\nimport (\n\t// #cgo LDFLAGS: -lb\n\t"C"\n)\n// #cgo LDFLAGS: -lc\nimport (\n\t"C"\n)\nimport "C" // #cgo LDFLAGS: -ld\n',
  },
  {
    'a.go': 'package a\n',
    'b.go': 'package b\n',
    'c_test.go': 'package a_test\n',
    'd_test.go': 'package c\n',
  },
  { 'a_test.go': 'package p_test\n', 'b_test.go': 'package p\n', 'c.go': 'package p\n' },
  { 'a_test.go': 'package a_test\n', 'b.go': 'package a_test\n' },
  {
    'a.go': '//go:build ignore\n\npackage p\nimport "x"\n',
    'b.go': '//go:build !ignore\npackage p\nimport "y"\n',
  },
  {
    'a.go': '//go:build linux\n//go:build amd64\n\npackage p\n',
    'b.s': '//go:build linux\n//go:build amd64\n',
  },
  { 'a.go': '//go:build linux &&\n\npackage p\n', 'b.c': '//go:build linux &&\n', 'c.go': 'package p\n' },
  {
    'a.go': '// +build linux darwin\n// +build !cgo\n\npackage p\nimport "x"\n',
    'b.go': '// +build linux\npackage p\n',
  },
  {
    'a.go': '/* c */ // +build none\n\n//go:build linux /* x */\n\npackage p\n',
    'b.go': '/*\n//go:build none\n*/\n\n//go:build linux\n\npackage p\n',
  },
  {
    'a.go': '/* x */\n// +build none\n\npackage p\n',
    'b.go': '/* y */ //go:build none\npackage p\n',
    'c.go': '// x\n\n/* */\n\n//go:build none\npackage p\n',
  },
  {
    'a.go': '//go:binary-only-package\n\npackage p\n',
    'b.go': '//go:buildx\n\n//+build\tlinux\n\npackage p\n',
  },
  {
    'a.go': '//go:binary-only-package x\n\npackage p\n',
    'b_test.go': '//go:binary-only-package\npackage p\n',
  },
  {
    'a.go': '\ufeffpackage p\nimport "x"\n',
    'b.go': '\ufeff\ufeffpackage p\nimport "y"\n',
    'c.go': 'package p\nimport "z" //\ufeff\n',
  },
  {
    'a.go': 'package p\nimport "x\0"\n',
    'b.go': 'package p\nimport "x"\nvar \0\n',
    'c.go': 'package p\n\0',
    'd.c': '\0',
  },
  {
    'a.go': 'package p\n\nimport "x"\n\nfunc \0 illegal',
    'b.go': 'package\0p',
    'c.go': 'package p import "x"\n',
    'd.go': '',
  },
  {
    'a.go': 'package p\nimport ("x" "y"; z "z")\nimport q.w\n',
    'b.go': 'package p; import "a"; import ( . "b"; )\n',
  },
  { 'a.go': 'package p\nimport (\n"a",\n"b"\n)\nimport 5\nimport "c" "d"\nimport\n' },
  {
    'a.go': 'package p\nimport (\n"a"\n',
    'b.go': 'package p\nimport "a\n"\n',
    'c.go': 'package p\nimport `a\n',
    'd.go': 'package p /* x\n',
  },
  {
    'a.go': 'package p\nimport "a b"\n',
    'b.go': 'package p\nimport x "a;b"\n',
    'c.go': 'package p\nimport ""\n',
    'd.go': 'package p\nimport "\\u00e9\\x41"\n',
    'e.go': 'package p\nimport "\\q"\n',
  },
  {
    'a.go': 'package 5\nimport "x"',
    'b.go': 'package',
    'c.go': 'package p q\n',
    'd.go': 'package _\n',
    'e.go': 'func f() {}\n',
    'f.go': 'package if\n',
  },
  {
    'a.go':
      'package p\nimport 0x\nimport 08\nimport 1_\nimport 0b12\nimport 1e\nimport 0x1.0\nimport 0o1.5\nimport 1p5\nimport \'ab\'\nimport \'\\400\'\nimport "\\ud800"\nimport "\\xg"\n',
  },
  {
    'a.go':
      "package p\nimport @\nimport #x\nimport “x”\nimport <<= &^= ... 5i 0x1p-2 .5 'a' ++ -- x\n}\nimport )\n",
  },
  {
    'a.go':
      'package p\nimport + \nimport -\nimport *\nimport /\nimport %\nimport &\nimport |\nimport ^\nimport ~\nimport <\nimport >\nimport =\nimport !\nimport ?\n',
  },
  {
    'a.go':
      '//line x.go:10\npackage p\n\nimport "a"\n/*line /abs/y.go:5:7*/import "b"; import "c"\n//line :20:3\nimport "d"\n//line z.go:0\nimport "e"\n//line w.go:x\nimport "f"\n',
  },
  {
    'a.go':
      '//line ../x.go:10:2\npackage p; import "a"\n/*line 9:3*/ import "b"\n/*line :7:0*/ import "c"\n  //line q.go:3\nimport "d"\n',
    'b.go': '//line é.go:99999999999999999999\npackage p\n',
    'c.go': '//line x.go:4\npackage p\nimport 5\n',
  },
  {
    'a.go':
      'package é\n\nimport (\n\té "a"; /* é */ "b"\n\t_ "embed"\n)\n\n//go:embed é x "\\x61" `b`\nvar x string // é //go:embed no\n\t//go:embed yes\n',
  },
  {
    'a.go':
      'package p\nimport _ "embed"\nvar a = "//go:embed no" + `\n//go:embed no\n` + string(\'"\') + string(\'\\\'\') //go:embed y1\n/*\n//go:embed no\n*/ //go:embed y2 "a"b\n//go:embed "un\n//go:embedx z\n//go:embed\n//go:embed\ty3 \r\n//line q.go:3:4\n//go:embed y4\n',
  },
  {
    'a.go': 'package p\nimport _ "embed"\n//go:embed a\nvar x string',
    'a_test.go': 'package p\nimport _ "embed"\n//go:embed b\nvar y string',
    'b_test.go': 'package p_test\nimport _ "embed"\n//go:embed c a\n//go:embed a\n',
  },
  {
    'a.go':
      '//go:debug panicnil=1\n//go:generate x\n// no\n\n//go:debug a=b\r\n\n// Package p is it.\n//go:debug c=d\npackage p\n//go:debug e=f\n',
    'b_test.go': '/* x */ //go:debug t=1\npackage p\n',
    'c_test.go': '//go:debug u=1\n\npackage p_test',
  },
  {
    'a.go': 'package p // import "example.com/p"\n',
    'b.go': 'package p /* import "example.com/q" */\n',
    'c.go': '// x\n/* y */ package /* z */ p // import "unclosed\n',
    'd.go': 'package p /* import\n"x" */\n',
  },
  {
    'a.go': 'package p // import "example.com/p"\n',
    'b.go': 'package p\t//import `example.com/p` // x\n',
    'c.go': 'package p // important "x"\n',
    'd.go': 'package p // import /* c */ "example.com/p"\n',
  },
  {
    'a.go': '// Copyright 2020. All.\npackage p\n',
    'b.go': "/*\nPackage p is [os.File]\tand ``quoted'' text.\n\n\tcode\n*/\npackage p\n",
  },
  {
    'a.go': '// Detached.\n\npackage p\n',
    'b.go': '// First.\n\n// Second line\n// goes on. Rest.\npackage p // trailing\n',
  },
  { 'a.go': '/* Package p\r\nwith returns *\r/ in it. */\r\npackage p\r\n\r\nimport "x"\r\n' },
  {
    'a_linux_test.go': 'package p\nimport "t1"',
    'a_test_linux.go': 'package p\nimport "n"',
    'b_386.go': 'package p',
    'c_zos_s390x.go': 'package p',
    'd_linux_windows.go': 'package p',
    'e_amd64_linux.go': 'package p\nimport "w"',
    'f_darwin.x.go': 'package p\nimport "dd"',
    'g__linux.go': 'package p',
    '_linux.go': 'package p',
    'h_.go': 'package p',
    'test.go': 'package p',
    '_test.go': 'package p',
  },
  {
    'a.go': 'package p\n'.repeat(1),
    'b.txt': '',
    'c.go': `package p\nimport (\n${'"a"\n'.repeat(30)}${'5 6\n'.repeat(30)})\n`,
  },
  {
    'a.c': '/ no comment',
    'b.c': '/* open',
    'c.c': '// x',
    'd.s': '\n\n; //go:build none\n\nx',
    'e.h': '#if 0\n//go:build none\n',
    'f.c': '//go:build none\nint x;',
    'g.c': '\ufeff//go:build none\n',
  },
  { 'only.c': '' },
  {
    'a.go': '//line x.go:9999999991999999999\npackage p\nimport 5\n',
    'b.go': '//line :9999999991999999999\npackage p\nimport "a b"\n',
    'c.go': '//line y.go:9999999991999999999:2\npackage p; import "x"\n',
  },
  { 'b.go': '//line :9999999991999999999\npackage p\nimport "a b"\n' },
  {
    'a.go':
      '//go:build unix && !plan9 || (goexperiment.aliastypeparams && boringcrypto) || extra\n\npackage p\n',
    'b.go': '//go:build gc && go1.26 && !go1.27 && cgo\n\npackage p\nimport "b"\n',
    'c.go': '// +build solaris,!illumos ios\n\npackage p\nimport "c"\n',
    'd.go': '//go:build android || linux\n\npackage p\nimport "d"\n',
    'e.go': '//go:build extra\n\npackage p\nimport "e"\n',
    'f.go': '//go:build boringcrypto\n\npackage p\n',
  },
];

/** What build constraints are made of. */
export const CONSTRAINT_PARTS: readonly string[] = [
  ...['linux', 'cgo', 'a', 'ignore', 'go1.21', 'é', '_x', '5'],
  ...[
    '&&',
    '||',
    '!',
    '(',
    ')',
    ' ',
    ' ',
    '\t',
    ',',
    '&',
    '|',
    '!!',
    '#',
    '/',
    '\n',
    '\u00a0',
    '-',
    '\udc80',
  ],
];

/** What package comments are made of. */
export const SYNOPSIS_PARTS: readonly string[] = [
  ...[
    'Package p',
    ' does',
    ' things',
    '.',
    '. ',
    '\n',
    '\n\n',
    '\n\t',
    ' A. B',
    ' e.g. ',
    '。',
    'X.Y. ',
    'É. é',
  ],
  ...[
    '[os]',
    '[math.Sin]',
    '[*bytes.Buffer.Write]',
    '[a/b]',
    '[nope]',
    '[Nope]',
    '[x y]',
    'x[os]',
    '[os]x',
    '([os])',
  ],
  ...[
    '\n[x y]: http://e.com/x',
    '\n[a]: ftp',
    '[a',
    ']',
    "''",
    '``',
    '```',
    '`',
    "'",
    'http://e.com/``a(b)',
    'https://x.',
  ],
  ...[
    '\n# Head',
    '\nHeading',
    '\n - item',
    '\n1. one',
    '\n  2) two',
    '{',
    '}',
    '\\',
    '\n}',
    '- ',
    '* ',
    '\t',
    '  ',
  ],
  ...['Copyright', 'author ', 'All rights', '//', '#', 'word', ' ', '\r', '\u00a0', ' the', ' it', "'s"],
];

/** What the heads of Go files are made of, right or wrong. */
export const HEAD_PARTS: readonly string[] = [
  ...[
    'package p\n',
    'package',
    'import',
    'import "a"\n',
    'import (\n',
    ')',
    '(',
    '"b"',
    '`c`',
    '"embed"\n',
    '"C"\n',
  ],
  ...[
    '\n',
    '\n',
    ' ',
    '\t',
    ';',
    ',',
    '.',
    ':',
    '}',
    '{',
    'x',
    '_',
    'if',
    'return',
    'const',
    'var x int\n',
    'func f() {}\n',
  ],
  ...[
    '// c\n',
    '/* c */',
    '/* c\nd */',
    '//go:build linux\n',
    '// +build linux\n\n',
    '//go:embed e\n',
    '//go:debug a=b\n',
  ],
  ...[
    '//line x.go:7\n',
    '/*line y.go:8:9*/',
    '//line z.go:9999999991999999999\n',
    '//line :0\n',
    '// #cgo LDFLAGS: -la\n',
    '\r\n',
    '\r',
    '\ufeff',
    '\0',
    '\udc80',
    'é',
  ],
  ...[
    '5',
    '0x',
    '1_',
    '08',
    '0b2',
    "'a'",
    "''",
    '"un',
    '`un',
    '"\\q"',
    '"\\x4',
    '+',
    '<<=',
    '&^',
    '...',
    '@',
    '“',
    '#',
    '$',
    '?',
  ],
  ...['++', 'fallthrough', '/', '/*', '*/', '1e', '.5', '0x1.p', '2i', '\f', '日', '\u2028', '😀'],
];
